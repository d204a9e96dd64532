import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

/// A vote from the printed ballots to its bulletin by keys, and the same up to a step by commands.
extension ConsoleDay {
  /// Brings the election to its printed ballots by commands.
  func prepareByCommands() async throws {
    try await box.must("election", "create", box.file("plan.yaml"))
    try await box.must("roll", "import", box.file("roll.csv"))
    try await box.must("roll", "freeze")
    try await box.must("card", "print", "--to-file")
    try await box.must("ballot", "print", "--copies", "14", "--to-file")
  }

  /// Opens the polls and hands ballots to the first voters by keys, and closes.
  func voteAgain(_ voters: Int) throws {
    try openPoll()
    try due("验证发票") {
      for roll in 1...voters { try issue(roll) }
      try terminal.keys("Escape", "Escape")
    }
    try terminal.wait(for: "▶ 验证发票")
    try terminal.keys("Down")
    try enter("结束投票") {
      try terminal.type("\(14 - voters)")
      try terminal.keys("Enter", "y")
      try finish()
    }
  }

  func openPoll() throws {
    try due("查验票箱、开始投票") {
      try terminal.keys("Enter", "1", "Enter", "y")
      try finish()
    }
  }

  /// Opens the box, shows every sheet, enters the paper tally, signs; what the screen says of the result.
  func countAgain(_ marks: [[(String, MarkKind)]], papers: String) throws -> String {
    let photographs = try Photographs(box, in: papers)
    let files = try photographs.take(marks, into: "photos-\(pictures)", of: box)
    try due("开箱清点") {
      try terminal.type("\(marks.count)")
      try terminal.keys("Enter", "1", "Enter", "y")
      try finish()
    }
    try due("读票、认定") {
      for (index, file) in files.enumerated() {
        try show(file)
        try terminal.wait(for: "已读 \(index + 1) / 清点 \(marks.count)")
        try settle(marks[index])
      }
      try terminal.keys("Escape")
    }
    try due("核对数字") { try reconcile(marks) }
    var said = ""
    try due("签字、结束计票") {
      try terminal.keys("1", "2", "Enter", "y")
      said = try terminal.wait(for: "✓ 已办好")
      try finish()
    }
    return said
  }

  private func settle(_ marks: [(String, MarkKind)]) throws {
    var screen = ""
    repeat {
      screen = try terminal.screen()
      if screen.contains("待认定：") { try decide(screen, marks) }
    } while !screen.contains("✓ 没有待认定的")
  }

  /// The totals of the paper tally sheet, line by line.
  private func reconcile(_ marks: [[(String, MarkKind)]]) throws {
    for line in try box.open().election().printedLines.map(\.line.rawValue) {
      try terminal.type("\(marks.count { sheet in sheet.contains { $0.0 == line } })")
      try terminal.keys("Enter")
    }
    try terminal.wait(for: "项全部相符")
    try finish()
  }

  /// A step without anything to choose.
  func confirm(_ title: String) throws {
    try due(title) {
      try terminal.keys("Enter", "y")
      try finish()
    }
  }

  /// Opens a further step from the menu at the end of the list.
  func more(_ id: FormID) throws {
    try terminal.keys("End")
    try enter("其他事项")
    let place = FormID.more.firstIndex(of: id) ?? 0
    for _ in 0..<place { try terminal.keys("Down") }
    try enter(id.words.title.zh)
  }
}
