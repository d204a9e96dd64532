import Foundation
import Spreadsheet
import Testing

@testable import Ballot
@testable import Kiosk

/// A roll as a village keeps it: under a title, with headers of its own, in a real .xlsx.
@Suite(
  "A roll with headers of its own, by keys", .serialized,
  .enabled(if: Tool.kiosk != nil && Tool("tmux") != nil, "needs the program kiosk beside the tests, and tmux")
)
struct RollTerminalTests {
  private static let header = ["序号", "姓 名(必填)", "男/女?", "证件号", "出生", "片区", "备 注"]
  private static let rows = [
    ["1", "石大山", "男", "", "1970-01-02", "1组", ""], ["2", "石小川", "男", "", "1975-03-04", "1组", ""],
    ["3", "冉文秀", "女", "", "1980-05-06", "1组", ""], ["4", "冉文武", "男", "", "1981-07-08", "1组", ""],
    ["5", "田丰收", "男", "", "1966-09-10", "1组", ""], ["6", "田玉珍", "女", "", "1990-11-12", "1组", ""],
    ["7", "龙见月", "女", "500199195802034025", "1958-02-03", "1组", ""],
    ["8", "龙行雨", "男", "", "1999-04-05", "1组", ""], ["9", "向阳花", "女", "", "2001-06-07", "1组", ""],
  ]

  /// Three rows are wrong: a check digit, a child, a day that is none.
  private static var wrong: [[String]] {
    var rows = rows
    rows[6][3] = "500199195802034021"
    rows[7][4] = "2015-04-05"
    rows[8][4] = "2001-02-30"
    return rows
  }

  private func write(_ rows: [[String]], _ box: TestBox) throws {
    try TableWriter(title: "小坪村选民登记表（2027 年）", header: RollTerminalTests.header, rows: rows)
      .write(to: box.file("名册.xlsx"))
  }

  private func start(_ box: TestBox, columns: Int, rows: Int) throws -> Tmux {
    let kiosk = try #require(Tool.kiosk)
    let terminal = try #require(try Tmux(columns: columns, rows: rows, in: box.folder))
    try terminal.run(
      "env KIOSK_HOME='\(box.home.path)' KIOSK_CAMERA='\(box.folder.path)' LANG=C.UTF-8 '\(kiosk.path)'")
    try terminal.wait(for: "▶ 导入选民名册")
    return terminal
  }

  @Test(
    "Columns are said by keys, wrong rows are listed and nothing is imported, the mended file is",
    arguments: [(80, 24), (120, 30)])
  func whole(columns: Int, rows: Int) async throws {
    let box = try TestBox()
    try await box.must("election", "create", box.write(SmallVillage.plan, "plan.yaml"))
    try write(RollTerminalTests.wrong, box)
    let terminal = try start(box, columns: columns, rows: rows)
    try terminal.keys("Enter")
    try terminal.wait(for: "名册.xlsx")
    try terminal.keys("Enter")
    let seen = try terminal.wait(for: "表头在第 2 行")
    #expect(seen.contains("◀ 不用 ▶") && seen.contains("5001**********4021"))
    #expect(!seen.contains("19580203402"))
    // The group is missing; Enter leads to a column that is not used.
    try terminal.wait(for: "✗ 还没有“组别”")
    try terminal.keys("Down", "Down", "2")
    try terminal.keys("End", "Up")
    try terminal.keys("Right", "Right", "Right", "Right")
    try terminal.wait(for: "◀ 出生日期 ▶")
    // Birth is there twice now: one more to the right is the group.
    try terminal.wait(for: "✗ E、F 列都当作“出生日期”")
    try terminal.keys("Right")
    try terminal.wait(for: "✓ 需要的列都有了")
    try terminal.keys("Enter")
    let list = try terminal.wait(for: "9 行中有 3 行有问题")
    for text in ["D 身份证号", "5001**********4021", "E 出生日期", "2015-04-05", "2001-02-30", "第 1 处，共 3 处"] {
      #expect(list.contains(text), "\(text): \(list)")
    }
    try terminal.keys("Down")
    try terminal.wait(for: "2033-04-05 才满 18 周岁")
    #expect(try box.open().election().roll == nil)
    try write(RollTerminalTests.rows, box)
    try terminal.keys("F5")
    try terminal.wait(for: "检查通过，没有导入：选民 9 人")
    #expect(try box.open().election().roll == nil)
    try terminal.keys("Enter")
    try terminal.wait(for: "名册已导入")
    let roll = try box.open().roll()
    #expect(roll.voters.map(\.name) == RollTerminalTests.rows.map { $0[1] })
    #expect(roll.voters.map(\.group.rawValue) == Array(repeating: "1组", count: 9))
    try terminal.keys("Enter")
    try terminal.wait(for: "▶ 锁定名册")
  }
}
