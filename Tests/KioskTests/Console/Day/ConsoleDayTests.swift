import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

/// An election day at the keyboard of a real terminal: keys in, screens out, pictures before the camera.
@Suite(
  "The console in a real terminal", .serialized,
  .enabled(if: Tool.kiosk != nil && Tool("tmux") != nil, "needs the program kiosk beside the tests, and tmux")
)
struct ConsoleDayTests {
  @Test(
    "From the plan to the sealed bundle by keys, with wrong keys, a lost card, doubtful sheets and power cuts"
  )
  func day() async throws {
    let desk = try ConsoleDay()
    try desk.start()
    try desk.prepare()
    try desk.vote()
    try desk.count()
    try desk.recount()
    try desk.declare()
    let box = try desk.box.open()
    #expect(try box.journal.audit(key: box.keys.signer.noteKey).isSound)
    let result = try box.result()
    #expect(result.pages.first?.returned == ConsoleDay.sheets)
    #expect(result.posts.first?.persons.map(\.votes) == [4, 2])
    #expect(result.posts.first?.elected.count == 1)
    #expect(result.decided == desk.decided)
    #expect(try box.election().recounts.map(\.closed?.outcome) == [.agreed])
    let bundles = try FileManager.default.contentsOfDirectory(atPath: box.home.bundles.path)
    #expect(bundles.count { $0.hasSuffix(".tar") } == 2)
    for bundle in bundles {
      let said = await desk.box.run("archive", "verify", box.home.bundles.appending(path: bundle).path)
      #expect(said.status == 0, "\(said.text)")
    }
  }

  @Test("Staff with PINs: a wrong one, the right one, and the journal names who did it")
  func logins() throws {
    let desk = try ConsoleDay()
    let credential = try Credential(secret: StaffSecret(new: "471193"), cost: 1 << 10)
    try desk.box.open().enrol("白露", .committeeHead, credential)
    try desk.start(until: "请登录")
    try desk.terminal.type("471190")
    try desk.terminal.keys("Enter")
    try desk.terminal.wait(for: "没有登录")
    try desk.terminal.type("471193")
    try desk.terminal.keys("Enter")
    try desk.terminal.wait(for: "选举进度")
    try desk.createElection()
    let lines = try desk.box.open().journal.lines()
    #expect(lines.contains { $0.contains("election.created") && $0.contains("\"by\":\"白露\"") })
    #expect(!lines.contains { $0.contains("47119") })
    try desk.terminal.keys("F12")
    try desk.terminal.wait(for: "请登录")
  }

  @Test("An election is created by fields alone, over a power cut in the middle")
  func byFields() throws {
    let desk = try ConsoleDay()
    try desk.start()
    try desk.createByFields()
    let box = try desk.box.open()
    let plan = try box.election().plan
    #expect(plan.community.name == "青禾村" && plan.term == 12)
    #expect(plan.posts.map(\.title) == ["主任", "副主任", "委员"])
    #expect(plan.posts.allSatisfy { $0.candidates.isEmpty })
    #expect(plan.staff.map(\.name) == ["姜守义", "何秀兰"])
    #expect(PlanShelf(box.home).draft.isEmpty)
    #expect(FileManager.default.fileExists(atPath: box.home.plans.appending(path: "2027-9.yaml").path))
  }

  @Test(
    "Whatever ends the console, the terminal is given back",
    arguments: [SIGTERM, SIGINT, SIGHUP, SIGSEGV, SIGABRT])
  func terminalGivenBack(signal: Int32) throws {
    let desk = try ConsoleDay()
    try desk.start()
    #expect(try desk.terminal.isInAlternateScreen())
    kill(try desk.terminal.process(), signal)
    for _ in 0..<200 where try desk.terminal.isInAlternateScreen() { usleep(20_000) }
    #expect(try !desk.terminal.isInAlternateScreen())
  }

  @Test("Without a terminal the console says so, and kiosk alone still shows its commands")
  func noTerminal() throws {
    let kiosk = try #require(Tool.kiosk)
    let box = try TestBox()
    let console = try kiosk.run(["console", "--home", box.home.path, "--format", "json"], in: box.folder)
    #expect(console.status == 2 && console.output.contains("noTerminal"), "\(console.output)")
    let alone = try kiosk.run(["--home", box.home.path], in: box.folder)
    #expect(alone.status == 0 && alone.output.contains("poll"), "\(alone.output)")
  }

  @Test("The screen follows the window's size, and says so when it is too small")
  func resizing() throws {
    let desk = try ConsoleDay()
    try desk.start()
    try desk.terminal.resize(columns: 60, rows: 20)
    try desk.terminal.wait(for: "窗口太小")
    try desk.terminal.resize(columns: 133, rows: 40)
    let screen = try desk.terminal.wait(for: "选举进度")
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(40).last?.contains("F1") == true)
  }
}
