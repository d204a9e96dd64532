import Ballot
import Testing

@Suite("What staff write into a paper's fields")
struct FieldTests {
  private func field(_ name: String) throws -> PaperField {
    try #require(PaperCatalogue.standard.field(name))
  }

  @Test(
    "A value as it is written",
    arguments: [
      ("head", ["  白露 "], JSON.string("白露")), ("meetingDay", ["2027-04-06"], .string("2027-04-06")),
      ("due", ["45"], .integer(45)), ("due", ["0"], .integer(0)),
      ("members", ["何秀兰；冯开云;龙翠"], .array([.string("何秀兰"), .string("冯开云"), .string("龙翠")])),
      ("members", ["何秀兰", "冯开云"], .array([.string("何秀兰"), .string("冯开云")])),
      (
        "quotas", ["1组，12", "2组, 10"],
        .array([
          .object(["group": .string("1组"), "seats": .string("12")]),
          .object(["group": .string("2组"), "seats": .string("10")]),
        ])
      ),
    ])
  func written(name: String, texts: [String], value: JSON) throws {
    #expect(try field(name).value(name, written: texts) == value)
  }

  @Test(
    "A value that cannot stand there is refused with its reason",
    arguments: [
      ("meetingDay", ["6 April"], FieldFault.notADay("meetingDay")),
      ("meetingDay", ["2027-02-30"], .notADay("meetingDay")), ("due", ["-1"], .notACount("due")),
      ("due", ["many"], .notACount("due")), ("due", ["99999999999999999999"], .notACount("due")),
      ("head", ["a", "b"], .twice("head")), ("quotas", ["1组"], .cells("quotas", have: 1, need: 2)),
      ("quotas", ["1组,2,3"], .cells("quotas", have: 3, need: 2)), ("groups", ["x"], .fromBox("groups")),
      ("head", [String(repeating: "长", count: 2_001)], .tooLong("head")),
    ])
  func refused(name: String, texts: [String], fault: FieldFault) throws {
    let field = try field(name)
    #expect(throws: fault) { try field.value(name, written: texts) }
  }

  @Test(
    "A value from a file is checked like one that is written",
    arguments: [
      ("due", JSON.string("45"), JSON.integer(45)), ("head", .integer(7), .string("7")),
      ("members", .string("甲；乙"), .array([.string("甲"), .string("乙")])),
      (
        "quotas", .array([.object(["seats": .integer(3)])]),
        .array([.object(["group": .string(""), "seats": .string("3")])])
      ),
    ])
  func file(name: String, given: JSON, value: JSON) throws {
    #expect(try field(name).check(name, given) == value)
  }

  @Test(
    "A file's value of another shape is refused",
    arguments: [
      ("due", JSON.array([])), ("due", .integer(-3)), ("head", .bool(true)),
      ("members", .array([.integer(1)])),
      ("quotas", .array([.object(["name": .string("x")])])), ("quotas", .array([.string("x")])),
      ("quotas", .array([.object(["seats": .array([])])])), ("posts", .array([])),
      ("meetingDay", .integer(1)),
    ])
  func shapes(name: String, given: JSON) throws {
    let field = try field(name)
    #expect(throws: FieldFault.self) { try field.check(name, given) }
  }

  @Test("Every field that a paper needs is missing until it holds something")
  func missing() throws {
    let paper = try #require(PaperCatalogue.standard["B07"])
    var facts = PaperFacts()
    #expect(facts.missing(for: paper) == paper.needs)
    for (index, name) in paper.needs.enumerated() {
      for empty in [JSON.null, .string(" "), .array([]), .object([:])] {
        facts[name] = empty
        #expect(facts.missing(for: paper).first == name)
      }
      facts[name] = .string("x")
      #expect(facts.missing(for: paper) == Array(paper.needs.dropFirst(index + 1)))
    }
  }
}
