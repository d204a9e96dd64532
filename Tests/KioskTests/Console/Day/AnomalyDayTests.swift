import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

/// Anomalies that lock the procedure, and the guidance body's decisions on them, typed and from a stick.
@Suite(
  "An anomaly and its decision, at the keyboard", .serialized,
  .enabled(if: Tool.kiosk != nil && Tool("tmux") != nil, "needs the program kiosk beside the tests, and tmux")
)
struct AnomalyDayTests {
  @Test(
    "A guided election stays locked until the decisions are in: one by keys over a power cut, one from a stick"
  )
  func locked() async throws {
    let desk = try ConsoleDay(plan: SmallVillage.guidedPlan(on: Box.wallClock().day.adding(days: 60)))
    let body = try await GuidanceBody()
    try await body.enrol(on: desk.box)
    try await announce(desk.box)
    try desk.box.write("没有写票处的照片", "evidence.jpg")
    try desk.start()
    try raise(.procedureBroken, "没有设秘密写票处", desk)
    try expectLocked(1, desk)
    try submit(1, desk)
    let lines = try await decide(1, body, desk)
    try desk.cutPower()
    try type(lines, desk)
    try desk.terminal.wait(for: "按回车办理")
    try raise(.stockUnexplained, "公章少了一枚", desk)
    try expectLocked(2, desk)
    try submit(2, desk)
    _ = try await decide(2, body, desk)
    try takeFromStick(desk)
    try advance(desk)
    try desk.terminal.wait(for: "✓ 已办好")
    let election = try desk.box.open().election()
    #expect(election.stage == .rollPosted)
    #expect(election.facts.anomalies.cases.map(\.authorised) == [.continue, .continue])
  }

  /// What a by-election has to have before its roll is posted.
  private func announce(_ box: TestBox) async throws {
    let guided = GuidedBox(box)
    try await guided.must("election create", box.file("plan.yaml"))
    try await guided.record("vacancyRecorded", "planApproved")
    try await guided.bulletins("B37", "B02", "B38")
    try await guided.advance("dayAnnounced")
    try await guided.must("roll import", box.file("roll.csv"))
  }

  /// Goes on to the posting of the roll.
  private func advance(_ desk: ConsoleDay) throws {
    try desk.more(.advance)
    for _ in 0..<(Stage.allCases.firstIndex(of: .rollPosted) ?? 0) { try desk.terminal.keys("Right") }
    try desk.terminal.wait(for: Stage.rollPosted.sentence.zh)
    try desk.terminal.keys("Enter")
  }

  private func raise(_ code: AnomalyCode, _ detail: String, _ desk: ConsoleDay) throws {
    try desk.more(.anomalyRaise)
    for _ in 0..<(AnomalyCode.allCases.firstIndex(of: code) ?? 0) { try desk.terminal.keys("Right") }
    try desk.terminal.wait(for: code.sentence.zh)
    try desk.terminal.keys("Enter")
    try desk.terminal.type(detail)
    try desk.terminal.keys("Enter")
    try desk.terminal.wait(for: "下一步已锁定")
    try desk.terminal.keys("Enter", "Escape")
    try desk.terminal.wait(for: "── 选举进度")
  }

  /// The first screen says which anomaly waits and what to do, and the procedure itself refuses to go on.
  private func expectLocked(_ number: Int, _ desk: ConsoleDay) throws {
    let home = try desk.terminal.wait(for: "▶ 锁定名册")
    #expect(home.contains("还不能办：第 \(number) 号异常"), "\(home)")
    try advance(desk)
    let refused = try desk.terminal.wait(for: "✗ 没有办成")
    #expect(refused.contains("第 \(number) 号异常"), "\(refused)")
    try desk.terminal.keys("Escape")
    try desk.terminal.wait(for: "── 其他事项")
    try desk.terminal.keys("Escape")
    try desk.terminal.wait(for: "── 选举进度")
    #expect(try desk.box.open().election().stage != .rollPosted)
  }

  /// Without a paper nothing goes out; with one the request appears, as a code where there is room.
  private func submit(_ number: Int, _ desk: ConsoleDay) throws {
    try desk.more(.anomalySubmit)
    try desk.terminal.type("\(number)")
    try desk.terminal.keys("Enter")
    try desk.terminal.wait(for: "evidence.jpg")
    try desk.terminal.keys("Enter")
    try desk.terminal.wait(for: "── 异常审核申请码")
    let request = try RequestSight(desk.box.open(), number)
    let screen = try desk.terminal.wait(for: "窗口放不下申请码")
    #expect(screen.contains(request.short) && screen.contains("anomaly-\(number)-request"), "\(screen)")
    try desk.terminal.resize(columns: 200, rows: 80)
    try desk.terminal.wait(for: "▀▀▀▀▀▀▀")
    try desk.terminal.resize(columns: 80, rows: 24)
    try desk.terminal.wait(for: "窗口放不下申请码")
    guard number == 1 else { return }
    try leave(desk)
  }

  /// Back from the request over the form and the menu.
  private func leave(_ desk: ConsoleDay) throws {
    for title in ["上报异常", "其他事项", "选举进度"] {
      try desk.terminal.keys("Escape")
      try desk.terminal.wait(for: "── \(title)")
    }
  }

  /// The body decides on a machine of its own; the files come back on a stick.
  private func decide(_ number: Int, _ body: GuidanceBody, _ desk: ConsoleDay) async throws -> [String] {
    let request = desk.box.file("home/papers/2027-9/anomaly-\(number)-request.png")
    let said = await body.machine.json(words: [
      "anomaly", "authorise", request, "--action", "continue", "--key", body.key, "--passphrase-file",
      body.passphrase, "--officer", "周文", "--number", "双凤选指〔2027〕\(number)号", "--role", "guidanceBody",
      "--hours", "72", "--out", desk.box.folder.path,
    ])
    try #require(said.status == 0, "\(said.text)")
    return said.objects?.first?["lines"] as? [String] ?? []
  }

  /// A wrong letter is found in its line; then the whole decision goes in.
  private func type(_ lines: [String], _ desk: ConsoleDay) throws {
    try desk.more(.anomalyAccept)
    let first = try #require(lines.first)
    try desk.terminal.type((first.first == "7" ? "8" : "7") + first.dropFirst())
    try desk.terminal.wait(for: "第 1 行输错了")
    try desk.terminal.keys("C-u")
    for line in lines { try desk.terminal.type(line.lowercased()) }
    try desk.terminal.wait(for: "第 \(lines.count) 行")
    try desk.terminal.keys("Enter")
    try desk.terminal.wait(for: "✓ 已办好")
    try desk.terminal.keys("Enter", "Escape")
    try desk.terminal.wait(for: "── 选举进度")
  }

  /// From the request's own screen, where F3 takes the newest decision that a stick brought.
  private func takeFromStick(_ desk: ConsoleDay) throws {
    try desk.terminal.keys("F3")
    try desk.terminal.wait(for: "anomaly-2-decision")
    try desk.terminal.keys("Enter")
    try desk.terminal.wait(for: "✓ 已办好")
    try desk.terminal.keys("Enter")
    try desk.terminal.wait(for: "── 异常审核申请码")
    try leave(desk)
  }
}
