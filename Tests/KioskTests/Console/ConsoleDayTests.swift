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

/// One day at one desk, step by step.
private final class ConsoleDay {
  static let sheets = 6
  let box: TestBox
  let terminal: Tmux
  private(set) var decided = 0
  private let kiosk: Tool
  private let camera: String
  private var pictures = 0

  init() throws {
    kiosk = try #require(Tool.kiosk)
    box = try TestBox()
    camera = box.file("camera")
    try FileManager.default.createDirectory(atPath: camera, withIntermediateDirectories: true)
    try box.write(SmallVillage.plan, "plan.yaml")
    try box.write(SmallVillage.roll, "roll.csv")
    terminal = try #require(try Tmux(in: box.folder))
  }

  /// Starts the console as a person would, or again after a power cut.
  func start(until text: String = "选举进度") throws {
    try terminal.run(
      "env KIOSK_HOME='\(box.home.path)' KIOSK_CAMERA='\(camera)' LANG=C.UTF-8 '\(kiosk.path)'")
    try terminal.wait(for: text)
  }

  /// The power fails at this instant; then the box is switched on again.
  private func cutPower() throws {
    kill(try terminal.process(), SIGKILL)
    try start()
  }

  /// Shows a picture to the camera: it appears in one go, as a driver would write it.
  private func show(_ file: String) throws {
    pictures += 1
    let name = "\(camera)/\(pictures).jpg"
    try FileManager.default.copyItem(atPath: file, toPath: "\(camera)/.part")
    try FileManager.default.moveItem(atPath: "\(camera)/.part", toPath: name)
  }

  /// Enters the step that is due and leaves it when it is done.
  private func due(_ title: String, _ steps: () throws -> Void) throws {
    try terminal.wait(for: "▶ \(title)")
    try enter(title, steps)
  }

  private func enter(_ title: String, _ steps: () throws -> Void = {}) throws {
    try terminal.keys("Enter")
    try terminal.wait(for: "── \(title)")
    try steps()
  }

  private func finish() throws {
    try terminal.wait(for: "✓ 已办好")
    try terminal.keys("Enter")
    try terminal.wait(for: "── 选举进度")
  }

  // MARK: Before election day

  func createElection() throws {
    try due("选举方案") {
      try terminal.keys("F5")
      try terminal.wait(for: "plan.yaml")
      try terminal.keys("Enter")
      try terminal.wait(for: "按 Y 确定")
      try terminal.keys("n")
      try terminal.wait(for: "没有办理")
      try terminal.keys("Enter", "y")
      try finish()
    }
  }

  func createByFields() throws {
    try due("选举方案") {
      try fill(["500199001201", "青禾村", ""])
      try terminal.keys("C-u")
      try fill(["2027-9", "12"])
      try terminal.wait(for: "选举种类")
    }
    try cutPower()
    try due("选举方案") {
      try terminal.wait(for: "接着填")
      try terminal.keys("NPage", "Down")
      try fill(["2027-05-18"])
      try terminal.keys("NPage")
      for title in ["主任", "副主任", "委员"] {
        if title != "主任" { try terminal.keys("F2") }
        try fill([title])
      }
      try terminal.keys("NPage", "NPage")
      try fill(["姜守义", "", "何秀兰"])
      try terminal.keys("NPage")
      try terminal.wait(for: "没有毛病")
      try terminal.keys("Enter")
      try terminal.wait(for: "按 Y 确定")
      try terminal.keys("y")
      try finish()
    }
  }

  /// Types into one field after the other.
  private func fill(_ texts: [String]) throws {
    for text in texts {
      if !text.isEmpty { try terminal.type(text) }
      try terminal.keys("Enter")
    }
  }

  func prepare() throws {
    try createElection()
    try due("导入选民名册") {
      try terminal.wait(for: "roll.csv")
      try terminal.keys("Enter")
      try terminal.wait(for: "✓ 需要的列都有了")
      try terminal.keys("Enter")
      try terminal.wait(for: "检查通过，没有导入")
      try terminal.keys("Enter")
      try terminal.wait(for: "名册已导入")
      try finish()
    }
    try due("锁定名册") {
      try terminal.keys("Enter", "y")
      try finish()
    }
    for (title, question) in [("印选民证", false), ("印制选票", true)] {
      try due(title) {
        try terminal.keys("Enter", "Right", "Enter")
        if question { try terminal.keys("y") }
        try terminal.wait(for: "已存为文件")
        try finish()
      }
    }
    try due("查验票箱、开始投票") {
      try terminal.keys("Enter")
      // Nobody present: the step does not begin.
      try terminal.keys("Enter")
      try terminal.wait(for: "要选 1 人")
      try terminal.keys("1", "Enter", "y")
      try finish()
    }
  }

  // MARK: Voting

  func vote() throws {
    let papers = box.file("home/papers/2027-9/cards.pdf")
    let cards = [box.file("card-1.jpg"), box.file("card-2.jpg")]
    for (place, file) in cards.enumerated() { try Photographs.card(place, of: papers, to: file) }
    try due("验证发票") {
      try terminal.keys("q")
      try terminal.wait(for: "这个键在这里没有用")
      try issueByCard(cards[0])
      try replaceLostCard(cards[1])
      try Data(Cat.jpeg).write(to: URL(filePath: box.file("cat.jpg")))
      try show(box.file("cat.jpg"))
      try terminal.wait(for: "没有看到选民证")
      for roll in 2...ConsoleDay.sheets { try issue(roll) }
      try terminal.type("77")
      try terminal.keys("Enter")
      try terminal.wait(for: "名册上没有 77 号选民")
      try terminal.keys("Escape", "Escape")
    }
    // People may come until the hour has struck, so closing is never pressed on anybody.
    try terminal.wait(for: "▶ 验证发票")
    try terminal.keys("Down")
    try enter("结束投票") {
      try terminal.type("8")
      try terminal.keys("Enter", "y")
      try finish()
    }
  }

  /// A card under the camera; a power cut before the ballots go out, one after, and the card's second showing.
  private func issueByCard(_ card: String) throws {
    try show(card)
    try terminal.wait(for: "有效：1 号选民")
    try cutPower()
    try enter("验证发票")
    try show(card)
    try terminal.wait(for: "有效：1 号选民")
    try terminal.keys("Enter")
    try terminal.wait(for: "1 号选民已领票")
    try cutPower()
    try terminal.wait(for: "发票 1 份")
    try enter("验证发票")
    try show(card)
    try terminal.wait(for: "1 号选民证已于")
    try terminal.keys("Enter")
  }

  /// The second voter has lost the card: it is replaced, and whoever found the old one gets nothing for it.
  private func replaceLostCard(_ card: String) throws {
    try terminal.keys("Escape")
    try terminal.wait(for: "── 选举进度")
    try terminal.keys("Home", "Down", "Down", "Down", "Down", "Down", "Enter")
    try terminal.wait(for: "── 补办选民证")
    try terminal.type("2")
    try terminal.keys("Enter")
    try terminal.type("遗失")
    try terminal.keys("Enter", "y")
    try finish()
    try terminal.keys("Escape")
    try enter("验证发票")
    try show(card)
    try terminal.wait(for: "这张选民证已经作废")
    try terminal.keys("Enter")
  }

  private func issue(_ roll: Int) throws {
    try terminal.type("\(roll)")
    try terminal.keys("Enter")
    try terminal.wait(for: "有效：\(roll) 号选民")
    try terminal.keys("Enter")
    try terminal.wait(for: "✓ \(roll) 号选民已领票")
  }

  // MARK: Counting

  /// What stands on the sheets: four votes against two; the third has a filled box, the fifth a name written in.
  private static let marks: [[(String, MarkKind)]] = [
    [("director/1", .circle), ("deputy/1", .circle), ("member/1", .circle)],
    [("director/2", .circle), ("deputy/1", .circle), ("member/1", .circle)],
    [("director/1", .filled), ("deputy/2", .circle), ("member/1", .circle)],
    [("director/1", .circle), ("deputy/1", .circle), ("member/2", .circle)],
    [("director/1", .circle), ("deputy/1", .circle), ("member/w1", .circle)],
    [("director/2", .circle), ("deputy/2", .circle), ("member/1", .circle)],
  ]

  func count() throws {
    let photographs = try Photographs(box, in: "home/papers/2027-9")
    let files = try photographs.take(ConsoleDay.marks, into: "sheets", of: box)
    try due("开箱清点") {
      try terminal.type("6")
      try terminal.keys("Enter", "1", "Enter", "y")
      try finish()
    }
    try due("读票、认定") {
      try show(box.file("cat.jpg"))
      try terminal.wait(for: "照片里没有找到选票")
      for (index, file) in files.enumerated() {
        try show(file)
        try read(index + 1)
      }
      // Two name a ground, the question comes, and the sheet stays in the count all the same.
      try terminal.keys("F7", "s", "k")
      try terminal.wait(for: "M22")
      try terminal.keys("n", "Escape")
      usleep(100_000)
      try terminal.keys("Escape")
      usleep(100_000)
      try terminal.keys("F5")
      try terminal.wait(for: "✓ N06")
      try terminal.keys("Escape")
      try terminal.wait(for: "── 读票")
      try terminal.keys("Escape")
    }
  }

  /// Waits for a sheet and decides what is doubtful on it; the power fails in the middle of the third.
  private func read(_ number: Int) throws {
    var screen = try terminal.wait(for: "已读 \(number) / 清点 6")
    if number == 3 {
      try terminal.wait(for: "待认定：主任")
      // The two differ, then the power goes.
      try terminal.keys("a", "l")
      try terminal.wait(for: "两人认定不同")
      try cutPower()
      try terminal.wait(for: "▶ 读票、认定")
      try terminal.keys("Enter")
      try terminal.wait(for: "已读 3 / 清点 6")
      try terminal.wait(for: "待认定")
      // The same sheet again is not counted twice.
      try show(box.file("sheets/sheet-2.jpg"))
      try terminal.wait(for: "以前读过")
      try terminal.keys("F4")
    }
    repeat {
      screen = try terminal.screen()
      if screen.contains("待认定：") { try decide(screen, sheet: number) }
    } while !screen.contains("✓ 没有待认定的")
  }

  /// Both scrutineers say what was marked; the name written in is picked from the roll.
  private func decide(_ screen: String, sheet: Int, isRecount: Bool = false) throws {
    if screen.contains("写的是谁") {
      try terminal.type("8")
      try terminal.wait(for: "8　")
      try terminal.keys("Enter")
      try terminal.wait(for: "选定：8 号")
    } else {
      try terminal.wait(for: "左：")
    }
    let marked = ConsoleDay.marks[sheet - 1].contains { line, _ in
      let place = SmallVillage.places[line] ?? "—"
      return screen.contains(place) || (line.contains("/w") && screen.contains("另选他人"))
    }
    if isRecount {
      try terminal.keys(marked ? "a" : "d", marked ? "j" : "l")
      usleep(400_000)
      return
    }
    decided += 1
    let before = try box.open().state.size
    try terminal.keys(marked ? "a" : "d", marked ? "j" : "l")
    for _ in 0..<500 where try box.open().state.size == before { usleep(20_000) }
    usleep(100_000)
  }

  /// Every sheet once more, with a power cut in the middle: both readings agree, and two sign it.
  func recount() throws {
    try enterRecount()
    try terminal.keys("F2")
    try terminal.wait(for: "回车 开始复核")
    try terminal.keys("1", "Enter")
    try terminal.wait(for: "✓ 已办好")
    try terminal.keys("Enter", "F3")
    try terminal.wait(for: "第二遍 0 / 第一遍 6")
    for number in 1...ConsoleDay.sheets {
      try show(box.file("sheets/sheet-\(number - 1).jpg"))
      try terminal.wait(for: "第二遍 \(number) / 第一遍 6")
      if number == 4 {
        try cutPower()
        try enterRecount()
        try terminal.keys("F3")
        try terminal.wait(for: "第二遍 4 / 第一遍 6")
      }
      try settleAgain(number)
    }
    try terminal.keys("Escape")
    try terminal.wait(for: "两遍逐行一致")
    try terminal.keys("F6")
    try terminal.wait(for: "怎样结束")
    try terminal.keys("Enter", "1", "2", "Enter", "y")
    try terminal.wait(for: "两遍逐行一致。签字")
    try terminal.keys("Enter", "Escape")
    try terminal.wait(for: "── 选举进度")
  }

  /// The step above the one that is due.
  private func enterRecount() throws {
    try terminal.wait(for: "▶ 核对数字")
    try terminal.keys("Up")
    try enter("复核")
    try terminal.wait(for: "F1 帮助")
  }

  private func settleAgain(_ number: Int) throws {
    var screen = ""
    repeat {
      screen = try terminal.screen()
      if screen.contains("待认定：") { try decide(screen, sheet: number, isRecount: true) }
    } while !screen.contains("✓ 没有待认定的")
  }

  // MARK: Afterwards

  func declare() throws {
    try due("核对数字") {
      // The paper tally sheets' totals, line by line: director, deputy, member, two names each.
      for total in [4, 2, 4, 2, 4, 1] {
        try terminal.type("\(total)")
        try terminal.keys("Enter")
      }
      try terminal.wait(for: "项全部相符")
      try finish()
    }
    try due("签字、结束计票") {
      try terminal.keys("1", "2", "Enter", "y")
      try terminal.wait(for: "选举有效")
      try finish()
    }
    for title in ["结果公告", "封存档案包"] {
      try due(title) {
        try terminal.keys("Enter", "y")
        try finish()
      }
    }
    try terminal.keys("F10")
    try terminal.wait(for: "退出控制台")
    try terminal.keys("y")
  }
}
