import Ballot
import Testing

@Suite("Homeowners, Civil Code 278")
struct OwnersTests {
  private let rules: OwnersRules

  init() throws { rules = try #require(RulePack.named("OWN-2021")?.owners) }

  private func weight(_ squareMetres: Int, _ heads: Int) -> OwnersWeight {
    OwnersWeight(area: Area(squareMetres: squareMetres), heads: heads)
  }

  @Test(
    "E21, E22, E23",
    arguments: [
      ("E21", 3, (66_700, 667), (33_400, 340), OwnersDecision.Verdict.passed),
      ("E21, area half", 3, (66_700, 667), (33_350, 340), .failed),
      ("E21, heads half", 3, (66_700, 667), (33_400, 333), .failed),
      ("E21, area short", 3, (66_666, 667), (66_666, 667), .participationShort),
      ("E22", 3, (70_000, 660), (70_000, 660), .participationShort),
      ("E23a", 7, (66_700, 667), (50_025, 500), .failed),
      ("E23b", 7, (66_700, 667), (50_025, 501), .passed),
      ("E23, area", 7, (66_700, 667), (50_024, 501), .failed),
    ])
  func decides(
    name: String, matter: Int, participating: (Int, Int), agreeing: (Int, Int),
    verdict: OwnersDecision.Verdict
  ) {
    let decision = rules.decide(
      matter: matter, total: weight(100_000, 1000), participating: weight(participating.0, participating.1),
      agreeing: weight(agreeing.0, agreeing.1))
    #expect(decision.verdict == verdict)
    #expect((decision.anomaly == .ownersAbsent) == (verdict == .participationShort))
    #expect(decision.checks[0].needed == 666_666_667)
    #expect(decision.checks[1].needed == 667)
  }

  @Test("E24: three flats are one head, and so are all unsold units of the developer")
  func heads() throws {
    let units =
      (1...3).map { OwnedUnit(id: "a\($0)", area: Area(squareMetres: 90), owner: OwnerID(rawValue: "buyer")) }
      + (1...120).map {
        OwnedUnit(
          id: "u\($0)", area: Area(squareMetres: 100), owner: OwnerID(rawValue: "developer"), isUnsold: true)
      }
    let register = try OwnersRegister(units)
    #expect(register.heads == 2)
    #expect(register.area == Area(squareMetres: 12_270))
    #expect(
      register.weight(of: [OwnerID(rawValue: "buyer"), OwnerID(rawValue: "stranger")]) == weight(270, 1))
  }

  @Test("A unit twice or without an area is refused")
  func problems() {
    let unit = OwnedUnit(id: "1", area: Area(squareMetres: 9), owner: OwnerID(rawValue: "a"))
    #expect(throws: OwnersRegister.Problem.duplicateUnit("1")) { try OwnersRegister([unit, unit]) }
    #expect(throws: OwnersRegister.Problem.noArea("2")) {
      try OwnersRegister([OwnedUnit(id: "2", area: Area(rawValue: 0), owner: OwnerID(rawValue: "a"))])
    }
  }

  @Test(
    "An area is exact", arguments: [("89.57", 895_700), ("120", 1_200_000), ("0.0001", 1), ("1.5", 15_000)])
  func area(text: String, units: Int) throws {
    let area = try #require(Area(squareMetres: text))
    #expect(area.rawValue == units)
    #expect(area.description == text)
  }

  @Test("What is no area", arguments: ["", ".5", "5.", "-1", "1e3", "1.23456", "1.2.3", "九十", "12345678901"])
  func noArea(text: String) { #expect(Area(squareMetres: text) == nil) }

  @Test("An owners' committee: both halves are needed, ranked by heads; void slips still took part")
  func election() throws {
    let register = try OwnersRegister(
      (1...9).map {
        OwnedUnit(
          id: "\($0)", area: Area(squareMetres: $0 == 9 ? 500 : 100), owner: OwnerID(rawValue: "o\($0)"))
      })
    let (x, y, z) = (PersonID(rawValue: "x"), PersonID(rawValue: "y"), PersonID(rawValue: "z"))
    var slips: [OwnerID: Set<PersonID>] = [:]
    for number in 1...7 { slips[OwnerID(rawValue: "o\(number)")] = [x, y] }
    slips[OwnerID(rawValue: "o9")] = [x, z]
    slips[OwnerID(rawValue: "o8")] = [x, y, z]
    let result = OwnersElection(seats: 2, candidates: [x, y, z], slips: slips).decide(rules, register)
    #expect(result.elected == [x, y])
    #expect(result.vacant == 0)
    slips = slips.filter { $0.key.rawValue < "o6" }
    let short = OwnersElection(seats: 2, candidates: [x, y, z], slips: slips).decide(rules, register)
    #expect(short.anomaly == .ownersAbsent)
    #expect(short.elected.isEmpty)
  }

  @Test("Equal heads and area at the last seat are a tie")
  func tie() throws {
    let register = try OwnersRegister(
      (1...4).map {
        OwnedUnit(id: "\($0)", area: Area(squareMetres: 100), owner: OwnerID(rawValue: "o\($0)"))
      })
    let (x, y) = (PersonID(rawValue: "x"), PersonID(rawValue: "y"))
    let slips = Dictionary(uniqueKeysWithValues: register.units.map { ($0.owner, Set([x, y])) })
    let one = OwnersElection(seats: 1, candidates: [x, y], slips: slips).decide(rules, register)
    #expect(one.elected.isEmpty)  // every slip names more than one seat
    let two = OwnersElection(seats: 2, candidates: [x, y], slips: slips).decide(rules, register)
    #expect(Set(two.elected) == [x, y])
    #expect(two.anomaly == nil)
  }
}
