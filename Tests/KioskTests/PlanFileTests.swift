import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("A faulty plan names every fault with its line")
struct PlanFileTests {
  /// The demonstration's plan with one text put in another's place.
  private static func plan(_ change: (String, String)) throws -> String {
    let text = TestBox.village.plan.replacing("\n  seal: seal.png", with: "")
    #expect(text.contains(change.0), "the plan has no \(change.0)")
    return text.replacing(change.0, with: change.1, maxReplacements: 1)
  }

  private static func problems(_ text: String) throws -> [(
    line: Int, path: String, reason: PlanProblem.Reason
  )] {
    do {
      _ = try PlanFile(yaml: text, folder: FileManager.default.temporaryDirectory)
      return []
    } catch let faulty as PlanFile.Faulty {
      return faulty.problems
    }
  }

  @Test("The demonstration's plan is good")
  func good() throws {
    #expect(try PlanFileTests.problems(PlanFileTests.plan(("term: 12", "term: 13"))).isEmpty)
  }

  @Test(
    "One fault",
    arguments: [
      ("format: kiosk-plan/1", "format: kiosk-plan/9", "format", "unknownValue"),
      ("  name: 石桥村", "", "community.name", "missing"),
      ("  name: 石桥村", "  name: '  '", "community.name", "missing"),
      ("  name: 石桥村", "  name: \(String(repeating: "长", count: 101))", "community.name", "tooLong"),
      ("\"500112001201\"", "\"50011200120\"", "community.code", "notACommunityCode"),
      ("\"500112001201\"", "[1]", "community.code", "wrongKind"),
      ("id: 2027-1", "id: 2027/1", "election.id", "notAnID"),
      ("id: 2027-1", "id: ../../etc", "election.id", "notAnID"),
      ("kind: villageCommittee", "kind: parliament", "election.kind", "unknownValue"),
      ("kind: villageCommittee", "kind: residentsCommittee.allVoters", "election.kind", "kindNotInPack"),
      ("pack: CQ-V-2026", "pack: CQ-V-1066", "election.pack", "noSuchPack"),
      ("term: 12", "term: twelve", "election.term", "wrongKind"),
      ("term: 12", "term: 0", "election.term", "numberOutOfRange"),
      ("term: 12", "term: 9223372036854775807", "election.term", "numberOutOfRange"),
      ("term: 12", "term: 92233720368547758070", "election.term", "wrongKind"),
      ("day: 2027-05-18", "day: 2027-02-29", "election.day", "notADay"),
      ("day: 2027-05-18", "day: 2025-05-18", "election.pack", "packNotInForce"),
      ("open: \"08:00\"", "open: \"8:00\"", "election.hours.open", "notATime"),
      ("close: \"16:00\"", "close: \"07:00\"", "election.hours.close", "closesBeforeItOpens"),
      ("  issuer: 石桥村村民选举委员会", "  seal: nothere.png", "election.issuer", "missing"),
      ("  term: 12", "  term: 12\n  colour: red", "election.colour", "unknownKey"),
      ("seats: 3", "seats: 0", "posts[2].seats", "seatsOutOfRange"),
      ("seats: 3", "seats: -1", "posts[2].seats", "seatsOutOfRange"),
      ("seats: 3", "seats: 9223372036854775807", "posts[2].seats", "seatsOutOfRange"),
      ("seats: 3", "seats: 6", "posts", "seatTotal"),
      ("seats: 3", "seats: 5", "posts[2].candidates", "noSurplus"),
      ("id: deputy", "id: director", "posts[1].id", "duplicate"),
      ("number: 1", "number: 65536", "places[0].number", "numberOutOfRange"),
      ("number: 1", "number: -1", "places[0].number", "numberOutOfRange"),
      ("kind: main", "kind: palace", "places[0].kind", "unknownValue"),
      ("groups: []", "groups: {}", "places[0].groups", "wrongKind"),
      ("role: caller", "role: king", "staff[3].role", "unknownValue"),
      ("overvoteScope: post", "overvoteScope: village", "choices.overvoteScope", "unknownValue"),
    ])
  func one(text: String, instead: String, path: String, reason: String) throws {
    let yaml = try PlanFileTests.plan((text, instead))
    let problems = try PlanFileTests.problems(yaml)
    let found = try #require(problems.first { $0.path == path }, "\(problems)")
    #expect("\(found.reason)".prefix { $0 != "(" } == reason)
    #expect((1...yaml.split(separator: "\n", omittingEmptySubsequences: false).count).contains(found.line))
    if yaml.contains(instead), !instead.isEmpty, reason != "missing", reason != "duplicate",
      reason != "packNotInForce", path != "posts",
      !path.hasSuffix("candidates")
    {
      let place = yaml.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
        $0.contains(instead.split(separator: "\n").last ?? "")
      }
      #expect(found.line == (place ?? -1) + 1)
    }
  }

  @Test("All faults are named at once, in the order of the file")
  func several() throws {
    var text = try PlanFileTests.plan(("term: 12", "term: zero"))
    text = text.replacing("kind: main", with: "kind: palace").replacing("seats: 3", with: "seats: many")
    let problems = try PlanFileTests.problems(text)
    #expect(problems.map(\.path) == ["election.term", "posts[2].seats", "places[0].kind"])
    #expect(problems.map(\.line) == problems.map(\.line).sorted())
  }

  @Test("A candidate who works at the polls, names that do not fit, too many candidates, too few scrutineers")
  func people() throws {
    let village = TestBox.village.plan.replacing("\n  seal: seal.png", with: "")
    let names = village.split(separator: "\n").filter { $0.contains("sex:") }
    let first = try #require(names.first?.split(separator: "name: ").last?.split(separator: ",").first)
    let busy = village.replacing("staff:", with: "staff:\n  - {name: \(first), role: tallier}")
    #expect(try PlanFileTests.problems(busy).map(\.reason) == [.officerIsCandidate(String(first))])
    let long = String(repeating: "长", count: 21)
    let unfit = village.replacing("{name: \(first),", with: "{name: \(long),")
    #expect(try PlanFileTests.problems(unfit).map(\.reason) == [.nameTooLong(long, most: 20)])
    let crowd = (0..<60).map { "\n      - 候选人\($0)" }.joined()
    let full = village.replacing("\n      - {name: \(first),", with: crowd + "\n      - {name: \(first),")
    #expect(try PlanFileTests.problems(full).map(\.path) == ["posts[0].candidates"])
    let alone = village.replacing("role: scrutineer", with: "role: caller")
    #expect(try PlanFileTests.problems(alone).map(\.reason) == [.tooFewScrutineers(have: 1, need: 2)])
  }

  @Test(
    "What is not YAML is refused with its line",
    arguments: [
      ("a: [1\nb: 2", 2), ("a: 1\na: 2", 1), ("a: \"", 1), ("x: *nothing", 1), ("a: 1\n\tb: 2", 2),
      (String(repeating: "[", count: 200_000), 1), (String(repeating: "{a: ", count: 200_000), 1),
    ])
  func syntax(text: String, line: Int) throws {
    do {
      _ = try PlanFile(yaml: text, folder: FileManager.default.temporaryDirectory)
      Issue.record("it was taken for a plan")
    } catch let error as PlanFile.Unreadable {
      #expect(error.line == line)
      #expect(!error.detail.isEmpty)
    }
  }

  @Test(
    "What is YAML and no plan",
    arguments: ["", "~", "1", "[]", "a", "{}", "posts: {}", "---\n...", "? [a]\n: 1"])
  func noPlan(text: String) throws {
    #expect(throws: PlanFile.Faulty.self) {
      try PlanFile(yaml: text, folder: FileManager.default.temporaryDirectory)
    }
  }

  @Test("Lists of lists by aliases end quickly")
  func aliases() throws {
    let many = (0..<300).map { _ in "*c" }.joined(separator: ", ")
    let yaml = "a: &c {name: 甲乙}\nposts:\n  - {id: p, title: t, seats: 1, candidates: [\(many)]}\n"
    let problems = try PlanFileTests.problems(yaml)
    #expect(problems.contains { $0.path == "posts[0].candidates" && $0.reason == .tooMany(300, most: 200) })
  }

  @Test("The command gives every fault in JSON and in text")
  func command() async throws {
    let box = try TestBox()
    let text = try PlanFileTests.plan(("term: 12", "term: zero")).replacing(
      "kind: main", with: "kind: palace")
    let path = try box.write(text, "plan.yaml")
    let said = await box.json("election", "create", path)
    #expect(said.status == 2)
    #expect(said.errorCode == "planFaulty")
    let details = (said.objects?.first?["error"] as? [String: Any])?["details"] as? [[String: Any]]
    #expect(details?.compactMap { $0["field"] as? String } == ["election.term", "places[0].kind"])
    #expect(details?.compactMap { $0["row"] as? Int }.count == 2)
    let plain = await box.run(["election", "create", path], lang: "en")
    #expect(plain.err.count == 3)
    #expect(plain.err[1].contains("line 11 election.term"))
  }
}
