import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

@Suite("A recall by commands")
struct RecallTests {
  private static func plan(petition: Int) -> String {
    Hamlet.plan(
      kind: "recall", pack: "CQ-V-2026",
      body: "question: {name: 王伟, sex: 女, office: 村民委员会主任, petition: {voters: \(petition)}}")
  }

  @Test("From the petition to the verified bundle: two marks void a sheet, a blank one abstains")
  func carried() async throws {
    let box = try await TestBox.hamlet(plan: RecallTests.plan(petition: 2))
    let agree: [(String, MarkKind)] = [("question/agree", .circle)]
    try await box.vote(
      [
        agree, agree, agree, agree, [("question/disagree", .tick)], agree + [("question/abstain", .circle)],
        [],
      ],
      paper: "papers")
    let result = try box.open().result()
    let post = try #require(result.posts.first)
    #expect(post.title == "罢免村民委员会主任王伟" && post.carried == true)
    #expect(post.base == 7 && post.need == 4)
    #expect(post.persons.map(\.votes) == [4, 1, 0])
    #expect(result.pages.first?.voids == ["M27": 1] && result.pages.first?.abstentions == 1)
    #expect(result.raised.isEmpty)
    try await box.must("bulletin", "issue", "B22")
    try await box.sealAndVerify()
    #expect(await box.json("round", "open", "runoff").errorCode == "nothingOpen")
  }

  @Test("Half of the sheets returned is not more than half")
  func failed() async throws {
    let box = try await TestBox.hamlet(plan: RecallTests.plan(petition: 2))
    let agree: [(String, MarkKind)] = [("question/agree", .circle)]
    let others: [(String, MarkKind)] = [("question/disagree", .circle)]
    try await box.vote([agree, agree, agree, others, others, others], paper: "papers")
    let post = try #require(try box.open().result().posts.first)
    #expect(post.carried == false && post.persons[0].votes == 3 && post.need == 4)
    let said = await box.run("count", "tally")
    #expect(said.text.contains("同意"), "\(said.text)")
  }

  @Test("A petition of too few keeps the roll open")
  func petition() async throws {
    let box = try TestBox()
    try await box.must("election", "create", box.write(RecallTests.plan(petition: 1), "plan.yaml"))
    try await box.must("roll", "import", box.write(Hamlet.roll, "roll.csv"))
    let said = await box.json("roll", "freeze")
    #expect(said.status == 1 && said.errorCode == "petitionTooSmall")
  }
}
