import Testing

@testable import Ballot

@Suite("Identity numbers (GB 11643)")
struct IdentityNumberTests {
  /// The two numbers printed as examples in GB 11643-1999.
  @Test(
    "The standard's own examples are right",
    arguments: [
      ("11010519491231002X", "1949-12-31", Sex.female), ("440524188001010014", "1880-01-01", Sex.male),
    ])
  func standardExamples(text: String, birth: String, sex: Sex) throws {
    let number = try IdentityNumber(text, asOf: People.electionDay())
    #expect(number.birth == (try People.day(birth)))
    #expect(number.sex == sex)
    #expect(number.unmasked == text)
  }

  @Test(
    "What people type around a number is forgiven",
    arguments: [
      "11010519491231002x", " 11010519491231002X\t", "１１０１０５１９４９１２３１００２Ｘ", "'11010519491231002X",
      "=\"11010519491231002X\"", "\u{FEFF}11010519491231002X\u{200B}", "　11010519491231002X　",
    ])
  func forgiven(text: String) throws {
    #expect(try IdentityNumber(text, asOf: People.electionDay()).unmasked == "11010519491231002X")
  }

  @Test(
    "Why a text is no number",
    arguments: [
      ("", IdentityNumber.Fault.length(0)),
      ("1101051949123100", .length(16)),
      ("11010519491231002XX", .length(19)),
      ("110105491231002", .fifteenDigits),
      ("1101051949123100２O", .foreignCharacter(position: 18)),
      ("11010519491231 02X", .foreignCharacter(position: 15)),
      ("1101051949123X0020", .foreignCharacter(position: 14)),
      ("11010519491231002٣", .foreignCharacter(position: 18)),
      (People.identity("99010519491231002"), .unknownRegion(99)),
      (People.identity("11010519490231002"), .impossibleBirthDate),
      (People.identity("11010500000101002"), .impossibleBirthDate),
      ("110105194912310021", .checkDigit),
    ])
  func refused(text: String, fault: IdentityNumber.Fault) {
    #expect(throws: fault) { try IdentityNumber(text, asOf: People.electionDay()) }
  }

  @Test("A birth after the day in question is refused, on it is not")
  func future() throws {
    let text = People.identity(born: "2027-05-19")
    let born = try People.day("2027-05-19")
    #expect(throws: IdentityNumber.Fault.bornInFuture(born)) {
      try IdentityNumber(text, asOf: People.electionDay())
    }
    #expect(try IdentityNumber(text, asOf: born).birth == born)
  }

  @Test("MOD 11-2 finds every single wrong digit", arguments: 1...40 as ClosedRange<UInt64>)
  func singleErrors(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let born = Day(daysSince1970: Int.random(in: -20_000...10_000, using: &generator)).description
    let right = People.identity(born: born, serial: Int.random(in: 0...999, using: &generator))
    #expect(try IdentityNumber(right, asOf: People.electionDay()).unmasked == right)
    let alphabet = Array("0123456789X")
    for place in 0..<18 {
      for other in alphabet where other != Array(right)[place] {
        var wrong = Array(right)
        wrong[place] = other
        #expect(throws: IdentityNumber.Fault.self, "\(place) \(other)") {
          try IdentityNumber(String(wrong), asOf: People.electionDay())
        }
      }
    }
  }

  @Test("No description, dump or interpolation shows a whole number")
  func masked() throws {
    let number = try IdentityNumber("11010519491231002X", asOf: People.electionDay())
    var dumped = ""
    dump([number], to: &dumped)
    #expect(number.masked == "1101**********002X")
    for text in ["\(number)", String(reflecting: number), String(describing: [number]), dumped] {
      #expect(text.contains("1101**********002X"))
      #expect(!text.contains("19491231"))
    }
  }

  @Test(
    "Wrong numbers are masked too",
    arguments: [
      ("", ""), ("12", "12"), ("12345678", "12******"), ("110105491231002", "1101*******1002"),
      ("11010519491231002XX", "1101***********02XX"),
    ])
  func masks(text: String, shown: String) {
    #expect(IdentityNumber.mask(text) == shown)
  }
}
