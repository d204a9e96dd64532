import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

/// Two people with equal votes for the last seat (A07): the console leads to the re-vote between them.
@Suite(
  "A tie at the last seat, at the keyboard", .serialized,
  .enabled(if: Tool.kiosk != nil && Tool("tmux") != nil, "needs the program kiosk beside the tests, and tmux")
)
struct TieDayTests {
  /// Member 1 has six of seven votes, the other two four each; director and deputy are clear.
  private static let first: [[(String, MarkKind)]] = [
    [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [1, 3], [2, 3],
  ].map {
    members in
    [("director/1", .circle), ("deputy/1", .circle)] + members.map { ("member/\($0)", .circle) }
  }

  /// Four against three.
  private static let second: [[(String, MarkKind)]] = [1, 1, 2, 1, 2, 1, 2].map {
    [("member/\($0)", .circle)]
  }

  @Test(
    "The tied two are named, the re-vote is the next step, each round has its bulletin, and both are sealed")
  func tie() async throws {
    let desk = try ConsoleDay(plan: SmallVillage.planWithTwoMembers)
    try await desk.prepareByCommands()
    try desk.start()
    try desk.voteAgain(7)
    let said = try desk.countAgain(Self.first, papers: "home/papers/2027-9")
    #expect(said.contains("再次投票") && said.contains("田玉珍") && said.contains("龙行雨"), "\(said)")
    try desk.confirm("结果公告")
    try openRound(desk)
    try desk.due("印制选票") {
      try desk.terminal.keys("Enter", "Right", "Enter", "y")
      try desk.finish()
    }
    try desk.voteAgain(7)
    let again = try desk.countAgain(Self.second, papers: "home/papers/2027-9/round-2")
    #expect(again.contains("当选") && !again.contains("再次投票"), "\(again)")
    // The first round's bulletin is not this one's.
    try desk.confirm("结果公告")
    try desk.confirm("封存档案包")
    try await check(desk)
  }

  /// The re-vote is what is due; it is asked once more before the round begins.
  private func openRound(_ desk: ConsoleDay) throws {
    let home = try desk.terminal.wait(for: "▶ 下一轮投票")
    #expect(!home.contains("✓ 封存档案包"))
    try desk.enter("下一轮投票")
    try desk.terminal.wait(for: "再次投票（票数相同）")
    try desk.terminal.keys("Enter", "Enter", "Enter")
    try desk.terminal.wait(for: "不能再改")
    try desk.terminal.keys("y")
    try desk.terminal.wait(for: "第 2 轮")
    try desk.finish()
  }

  private func check(_ desk: ConsoleDay) async throws {
    let box = try desk.box.open()
    let election = try box.election()
    #expect(election.bulletins.map(\.code) == ["B22", "B22"])
    #expect(election.facts.anomalies.cases.map(\.code) == [.tie])
    let stood = election.plan.posts.flatMap { post in post.candidates.map { "\(post.title) \($0.name)" } }
    #expect(Set(stood) == ["委员 田玉珍", "委员 龙行雨"], "only the tied stand again, \(stood)")
    #expect(try box.roundNeeds().openVotes.isEmpty)
    let (one, two) = (try text(desk, "B22-1"), try text(desk, "round-2/B22-2"))
    #expect(one.contains("田丰收") && one.contains("再次投票"), "\(one)")
    #expect(two.contains("田玉珍") && two.contains("当选"), "\(two)")
    #expect(!two.contains("石大山"), "the director was elected in the first round")
    for bundle in try FileManager.default.contentsOfDirectory(atPath: box.home.bundles.path) {
      let said = await desk.box.run("archive", "verify", box.home.bundles.appending(path: bundle).path)
      #expect(said.status == 0, "\(said.text)")
    }
  }

  /// What stands on a bulletin.
  private func text(_ desk: ConsoleDay, _ name: String) throws -> String {
    let pdf = desk.box.file("home/papers/2027-9/\(name).pdf")
    return try #require(Tool("pdftotext")).run(["-layout", pdf, "-"], in: desk.box.folder).output
  }
}
