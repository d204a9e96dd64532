import Testing

@testable import Ballot

@Suite("Finding people of the roll")
struct PersonIndexTests {
  private static func voter(_ number: Int, _ name: String, _ group: String, _ identity: String? = nil)
    -> VoterRecord
  {
    VoterRecord(
      number: RollNumber(rawValue: number), name: name, sex: .male,
      identity: identity.flatMap { try? IdentityNumber($0, asOf: Day(daysSince1970: 20_000)) },
      birth: Day(daysSince1970: 0),
      group: GroupName(rawValue: group), registrationClass: .registeredAndLivingHere)
  }

  static let people = PersonIndex([
    voter(1, "王小明", "1组", "11010519491231002X"), voter(2, "王小敏", "三组"), voter(3, "汪晓明", "3组"),
    voter(4, "单雄信", "大湾组"), voter(5, "欧阳赟镕", "1组", "440524188001010014"), voter(6, "王明", "3组"),
    voter(7, "小王", "12组"), voter(8, "王小明", "3组"), voter(12, "吕明", "1组"),
  ])

  @Test(
    "Who is found, in which order",
    arguments: [
      ("王小明", [1, 8]), ("王", [1, 2, 6, 8, 7]), ("wxm", [1, 2, 3, 8]), ("wxm 3z", [2, 3, 8]), ("wxm 1组", [1]),
      ("wangxiaomin", [2, 1, 3, 8]), ("小明", [1, 8]), ("xm", [1, 2, 3, 8]), ("syx", []), ("sxx", [4]),
      ("dxx", [4]),
      ("oyyr", [5]), ("赟", [5]), ("12", [12, 7]), ("1", [1, 5, 12]), ("002X", [1]), ("02x", [1]), ("2x", []),
      ("0014", [5]), ("014 oy", [5]), ("大湾", [4]), ("dwz", [4]), ("第三村民小组", [2, 3, 6, 8]),
      ("3组", [2, 3, 6, 8]),
      ("", []), ("  ", []), ("wxm zzz", []), ("lu m", [12]), ("lm", [12]), ("wang’xiao’ming", [1, 3, 8]),
      ("ＷＸＭ", [1, 2, 3, 8]), ("999", []),
    ])
  func finds(query: String, numbers: [Int]) {
    let found = PersonIndexTests.people.find(query).map(\.voter.number.rawValue)
    #expect(found.sorted() == numbers.sorted() && found.first == numbers.first, "\(query): \(found)")
  }

  @Test("The number comes before names, names before ID numbers and groups; a limit cuts the end")
  func ranks() {
    let found = PersonIndexTests.people.find("1")
    #expect(found.map(\.rank) == [.rollNumber, .group, .group])
    #expect(PersonIndexTests.people.find("王").map(\.rank).last == .insideName)
    #expect(PersonIndexTests.people.find("w", limit: 2).map(\.voter.number.rawValue) == [1, 2])
    #expect(PersonIndexTests.people.find("wangxiaoming").first?.rank == .exactName)
    #expect(PersonIndexTests.people.find("wxm").first?.rank == .wholeName)
  }

  @Test(
    "Who may be meant by a written name",
    arguments: [
      (
        "王小明",
        [
          (1, PersonIndex.Likeness.same), (8, .same), (3, .soundsAlike), (2, .oneCharacterOff),
          (6, .partOnly),
        ]
      ),
      ("王小名", [(1, .soundsAlike), (3, .soundsAlike), (8, .soundsAlike), (2, .oneCharacterOff)]),
      ("汪晓民", [(2, .soundsAlike), (3, .oneCharacterOff)]), ("善雄信", [(4, .soundsAlike)]),
      ("雄信", [(4, .partOnly)]), ("李四", []),
      ("", []),
    ])
  func written(name: String, expected: [(Int, PersonIndex.Likeness)]) {
    let found = PersonIndexTests.people.written(name)
    #expect(found.map(\.voter.number.rawValue) == expected.map(\.0), "\(found.map(\.likeness))")
    #expect(found.map(\.likeness) == expected.map(\.1))
  }

  @Test("Namesakes are counted")
  func namesakes() {
    #expect(PersonIndexTests.people.written("王小明").prefix(3).map(\.namesakes) == [2, 2, 1])
  }
}
