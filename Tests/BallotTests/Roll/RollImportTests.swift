import Testing

@testable import Ballot

@Suite("Importing a roll")
struct RollImportTests {
  @Test("E28: born 2009-05-18 is on the roll of 2027-05-18, born 2009-05-19 is not")
  func e28() throws {
    let first = try People.outcome([People.cells(identity: People.identity(born: "2009-05-18"))])
    #expect(try first.result.get().count == 1)
    let second = try People.outcome([People.cells(identity: People.identity(born: "2009-05-19"))])
    let birth = try People.day("2009-05-19")
    let reaches = try People.day("2027-05-19")
    #expect(
      People.refusals(second).map(\.reason) == [.tooYoung(birth: birth, reaches: reaches, minimumAge: 18)])
  }

  @Test(
    "Ages at the edges",
    arguments: [
      ("2009-05-18", true), ("2009-05-19", false), ("1906-05-19", true), ("1906-05-18", false),
      ("1907-01-01", true),
    ])
  func ages(birth: String, isIn: Bool) throws {
    let outcome = try People.outcome([People.cells(identity: "", birth: birth)])
    #expect(((try? outcome.result.get()) != nil) == isIn)
  }

  @Test("A birthday on 29 February counts from 1 March")
  func leapDay() throws {
    let cells = People.cells(identity: "", birth: "2008-02-29")
    let before = try People.outcome([cells]) { $0.electionDay = Day(daysSince1970: 20_512) }
    let reaches = try People.day("2026-03-01")
    let birth = try People.day("2008-02-29")
    #expect(Day(daysSince1970: 20_512).description == "2026-02-28")
    #expect(
      People.refusals(before).map(\.reason) == [.tooYoung(birth: birth, reaches: reaches, minimumAge: 18)])
  }

  @Test("Voters are numbered by group, then household, then as in the file")
  func order() throws {
    let rows = [("10组", "2"), ("2组", "10"), ("2组", "9"), ("2组", "10"), ("2组", ""), ("1组", "5")]
    let cells = rows.enumerated().map { index, place in
      People.cells("张三", identity: People.identity(serial: 2 * index + 1), group: place.0, household: place.1)
    }
    let voters = try People.outcome(cells).result.get()
    #expect(voters.map(\.number.rawValue) == [1, 2, 3, 4, 5, 6])
    #expect(
      voters.compactMap(\.identity?.unmasked) == [11, 5, 3, 7, 9, 1].map { People.identity(serial: $0) })
  }

  @Test("One group in several spellings is one group, and the officer is told")
  func spellings() throws {
    let cells = ["3组", "三组", "第三村民小组", "3", "三社"].enumerated().map { index, group in
      People.cells("张三", identity: People.identity(serial: 2 * index + 1), group: group)
    }
    let outcome = try People.outcome(cells)
    #expect(try outcome.result.get().map(\.group.rawValue) == ["三社", "3组", "3组", "3组", "3组"])
    #expect(outcome.notices == [.groupSpellings(kept: GroupName(rawValue: "3组"), others: ["三组", "第三村民小组"])])
  }

  @Test("Empty rows, numbered empty rows and repeated headers are passed over")
  func passedOver() throws {
    let empty = Array(repeating: "", count: 8)
    let rows = [
      People.cells(), empty, People.header, ["2"] + empty.dropLast(), Array(repeating: "  ", count: 8), [],
    ]
    let outcome = try People.outcome(rows)
    #expect(try outcome.result.get().count == 1)
    #expect(outcome.totals.blank == 4)
    #expect(outcome.totals.repeatedHeaders == 1)
  }

  @Test("A table with a header and nobody is refused; so is nothing at all")
  func nobody() throws {
    #expect(try People.outcome([[String]]()).result == .failure(.nobody))
    #expect(try People.outcome([[RollCell]]()).result == .failure(.header(.noHeader(rowsSeen: 0, words: []))))
  }

  @Test("Sex and birth come from the number where they are not written; the class from the rules")
  func derived() throws {
    let header = ["姓名", "身份证号", "小组"]
    let outcome = try People.outcome([["王芳", People.identity(serial: 2), "1组"]], header: header)
    let voter = try #require(try outcome.result.get().first)
    #expect(voter.sex == .female)
    #expect(voter.birth == (try People.day("1980-01-02")))
    #expect(voter.registrationClass == .registeredAndLivingHere)
    #expect(outcome.totals.assumedClass == 1)
    let empty = try People.outcome([People.cells(kind: "")]) {
      $0.classWhenEmpty = .registeredLivingElsewhere
    }
    #expect(try empty.result.get().map(\.registrationClass) == [.registeredLivingElsewhere])
  }

  /// A district's 300,000 voters; a tenth of them where the optimiser does not run.
  private static var largeRoll: Int {
    #if DEBUG
      30_000
    #else
      300_000
    #endif
  }

  @Test("Every voter of a large roll is on it")
  func large() throws {
    let count = Self.largeRoll
    var roll = RollImport(rules: RollRules(electionDay: try People.electionDay()))
    roll.add(row: 1, cells: People.header.map(RollCell.text))
    for index in 0..<count { roll.add(row: index + 2, cells: person(index)) }
    let voters = try roll.finish().result.get()
    #expect(voters.count == count)
    #expect(voters.last?.number.rawValue == count)
    #expect(Set(voters.map(\.identity)).count == count)
    #expect(voters.first?.group.rawValue == "1组" && voters.last?.group.rawValue == "30组")
  }

  @Test("A table in which every row is wrong gives every row's refusal, and no voter")
  func allWrong() throws {
    var roll = RollImport(rules: RollRules(electionDay: try People.electionDay()))
    roll.add(row: 1, cells: People.header.map(RollCell.text))
    for row in 2...3001 { roll.add(row: row, cells: People.cells("王\(row)", kind: "9").map(RollCell.text)) }
    let outcome = roll.finish()
    let refusals = People.refusals(outcome)
    #expect(Set(refusals.map(\.row)) == Set(2...3001))
    #expect(outcome.totals.refused == 3000 && outcome.totals.accepted == 0)
  }

  @Test(
    "Whatever the cells say, every row is accepted, refused or passed over",
    arguments: 1...60 as ClosedRange<UInt64>)
  func nonsense(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let words = [
      "", "张三", "男", "1", "合计", "姓名", "2001-5-18", People.identity(), "\u{0}", "５", "=", "'", "·", "🗳️",
      "e\u{301}",
    ]
    let rows = (0..<200).map { _ in
      (0..<Int.random(in: 0...12, using: &generator)).map { _ in words.randomElement(using: &generator) ?? ""
      }
    }
    let outcome = try People.outcome(rows)
    let totals = outcome.totals
    #expect(totals.people + totals.blank + totals.repeatedHeaders == rows.count)
    #expect(Set(People.refusals(outcome).map(\.row)).count == totals.refused)
  }

  /// A person that differs from every other in serial, day of birth or region.
  private func person(_ index: Int) -> [RollCell] {
    let day = 1 + index / 1000 % 30
    let identity = fastIdentity(
      50_011_019_600_100_000 + index / 30_000 * 100_000_000_000 + day * 1000 + index % 1000)
    return [
      .text("1"), .text("王小明"), .empty, .text(identity), .empty, .text("\(index % 30 + 1)组"),
      .text("\(index / 3)"), .number(raw: "1"),
    ]
  }

  /// The 17 digits with their check character.
  private func fastIdentity(_ body: Int) -> String {
    var sum = 0
    var rest = body
    for weight in [2, 4, 8, 5, 10, 9, 7, 3, 6, 1, 2, 4, 8, 5, 10, 9, 7] {
      sum += weight * (rest % 10)
      rest /= 10
    }
    let check = (12 - sum % 11) % 11
    return "\(body)" + (check == 10 ? "X" : "\(check)")
  }
}
