import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

/// From the opened boxes to the sealed bundle.
extension ConsoleDay {
  /// What stands on the sheets: four votes against two; the third has a filled box, the fifth a name written in.
  static let marks: [[(String, MarkKind)]] = [
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
  func read(_ number: Int) throws {
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
      if screen.contains("待认定：") { try decide(screen, ConsoleDay.marks[number - 1]) }
    } while !screen.contains("✓ 没有待认定的")
  }

  /// Both scrutineers say what was marked; the name written in is picked from the roll.
  func decide(_ screen: String, _ marks: [(String, MarkKind)], isRecount: Bool = false) throws {
    if screen.contains("写的是谁") {
      try terminal.type("8")
      try terminal.wait(for: "8　")
      try terminal.keys("Enter")
      try terminal.wait(for: "选定：8 号")
    } else {
      try terminal.wait(for: "左：")
    }
    let places = try box.open().election().printedLines.map { ($0.line.rawValue, "\($0.post)　\($0.name)") }
    let marked = marks.contains { line, _ in
      let place = places.first { $0.0 == line }?.1 ?? "—"
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
  func enterRecount() throws {
    try terminal.wait(for: "▶ 核对数字")
    try terminal.keys("Up")
    try enter("复核")
    try terminal.wait(for: "F1 帮助")
  }

  func settleAgain(_ number: Int) throws {
    var screen = ""
    repeat {
      screen = try terminal.screen()
      if screen.contains("待认定：") { try decide(screen, ConsoleDay.marks[number - 1], isRecount: true) }
    } while !screen.contains("✓ 没有待认定的")
  }

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
