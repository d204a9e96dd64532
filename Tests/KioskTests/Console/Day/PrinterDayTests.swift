import Foundation
import Printing
import Testing

@testable import Ballot
@testable import Kiosk

/// A real CUPS server and an IPP printer that is off, jammed or standing still while the clerk prints.
@Suite(
  "A printer in trouble, at the keyboard", .serialized,
  .enabled(
    if: Tool.kiosk != nil && Tool("tmux") != nil && Tool("ippeveprinter") != nil && Tool.cups("cupsd") != nil,
    "needs the program kiosk beside the tests, tmux, cups-daemon and cups-ipp-utils"))
struct PrinterDayTests {
  /// Looks enough for CUPS to try a printer again that was off.
  private static let patience = 3000

  @Test(
    "Off, jammed, stopped, killed: the screen says what to do, nothing is lost or printed twice"
  )
  func trouble() async throws {
    let (desk, printer) = try await readyToPrint()
    try cardsWhileOff(desk, printer)
    try stoppedByClerk(desk, printer)
    try killed(desk, printer)
    try queueStopped(desk, printer)
    try lostPower(desk, printer)
    let election = try desk.box.open().election()
    #expect(election.cardsPrinted.map(\.cards) == [9])
    #expect(election.printRuns.map(\.copies) == [14])
    #expect(try printed(printer) == 2)
  }

  /// A console at which the cards are due, and a printer of its own.
  private func readyToPrint() async throws -> (ConsoleDay, LoopbackPrintServer) {
    let desk = try ConsoleDay()
    try await desk.box.must("election", "create", desk.box.file("plan.yaml"))
    try await desk.box.must("roll", "import", desk.box.file("roll.csv"))
    try await desk.box.must("roll", "freeze")
    let printer = try await LoopbackPrintServer.start(printingTo: desk.box.file("printed"))
    desk.environment = ["CUPS_SERVER='\(printer.server.name)'"]
    try desk.start()
    return (desk, printer)
  }

  static let obstacles = [
    ("media-empty-error", "没有纸了，请加纸"), ("cover-open-error", "盖子没关，请关好"), ("media-jam-error", "卡纸了，请取出"),
  ]

  @Test(
    "Out of paper, cover open, jammed: Esc records nothing and takes the job back; asked for again, it is printed once more and counted once",
    arguments: obstacles)
  func obstacle(reason: String, words: String) async throws {
    let (desk, printer) = try await readyToPrint()
    try cards(desk, printer, reason, words)
    try ballots(desk, printer, reason, words)
    let election = try desk.box.open().election()
    #expect(election.cardsPrinted.map(\.cards) == [9])
    #expect(election.printRuns.map(\.copies) == [14])
  }

  /// Given up by the clerk while the printer waits, then asked for again, and the printer is mended while it waits.
  private func cards(
    _ desk: ConsoleDay, _ printer: LoopbackPrintServer, _ reason: String, _ words: String
  ) throws {
    printer.setObstacle(reason)
    try desk.due("印选民证") {
      try desk.terminal.keys("Enter", "Enter")
      try desk.terminal.wait(for: words, looks: Self.patience)
      let left = try giveUp(desk, printer, printed: 0)
      #expect(try desk.box.open().election().cardsPrinted.isEmpty)
      printer.setObstacle(reason)
      try desk.terminal.keys("Enter", "Enter")
      try desk.terminal.wait(for: words, looks: Self.patience)
      printer.setObstacle(nil)
      try desk.terminal.wait(for: "✓ 已办好", looks: Self.patience)
      try desk.finish()
      #expect(try printed(printer) == left + 1)
    }
  }

  /// Given up twice, back to the steps in between, and printed after the printer was mended.
  private func ballots(
    _ desk: ConsoleDay, _ printer: LoopbackPrintServer, _ reason: String, _ words: String
  ) throws {
    var left = try printed(printer)
    printer.setObstacle(reason)
    try desk.due("印制选票") {
      try ask(desk, sees: words)
      left = try giveUp(desk, printer, printed: left)
      try desk.terminal.keys("Escape")
    }
    #expect(try desk.box.open().election().printRuns.isEmpty)
    printer.setObstacle(reason)
    try desk.due("印制选票") {
      try ask(desk, sees: words)
      left = try giveUp(desk, printer, printed: left)
      try desk.terminal.keys("Enter")
      try ask(desk, sees: "✓ 已办好")
      try desk.finish()
      #expect(try printed(printer) == left + 1)
    }
  }

  /// Esc while the printer waits for somebody, who mends it afterwards; how many jobs have come out then.
  private func giveUp(_ desk: ConsoleDay, _ printer: LoopbackPrintServer, printed count: Int) throws -> Int {
    try desk.terminal.keys("Escape")
    try desk.terminal.wait(for: "已按要求停止打印")
    let screen = try desk.terminal.wait(for: "作业已经撤回")
    #expect(screen.contains("✗ 没有办成"))
    #expect(try printed(printer) == count)
    // A printer that had the job already may bring it out all the same, as the screen says.
    printer.setObstacle(nil)
    sleep(2)
    return try printed(printer)
  }

  private func printed(_ printer: LoopbackPrintServer) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: printer.printed).count
  }

  /// Jobs that were taken back do not come out by themselves.
  private func stayQuiet(_ count: Int, _ printer: LoopbackPrintServer) throws {
    sleep(2)
    #expect(try printed(printer) == count)
  }

  /// Switched off before the cards, on again: they come out once.
  private func cardsWhileOff(_ desk: ConsoleDay, _ printer: LoopbackPrintServer) throws {
    printer.setPower(false)
    try desk.due("印选民证") {
      try desk.terminal.keys("Enter", "Enter")
      try desk.terminal.wait(for: "打印机没有回应", looks: Self.patience)
      printer.setPower(true)
      try desk.terminal.wait(for: "✓ 已办好", looks: Self.patience)
      try desk.finish()
    }
    #expect(try printed(printer) == 1)
  }

  /// Asks for ballots by the printer, which is in trouble.
  private func ask(_ desk: ConsoleDay, sees trouble: String) throws {
    try desk.terminal.keys("Enter", "Enter")
    try desk.terminal.wait(for: "按 Y 确定")
    try desk.terminal.keys("y")
    try desk.terminal.wait(for: trouble, looks: Self.patience)
  }

  /// Off, and the clerk gives up: the job does not come out when it is on again.
  private func stoppedByClerk(_ desk: ConsoleDay, _ printer: LoopbackPrintServer) throws {
    printer.setPower(false)
    try desk.due("印制选票") {
      try ask(desk, sees: "打印机没有回应")
      try desk.terminal.keys("Escape")
      try desk.terminal.wait(for: "已按要求停止打印")
      let screen = try desk.terminal.wait(for: "作业已经撤回")
      #expect(screen.contains("✗ 没有办成"))
      printer.setPower(true)
      try stayQuiet(1, printer)
      try desk.terminal.keys("Enter")
    }
  }

  /// Killed while a job waits: the next try takes the old job back first.
  private func killed(_ desk: ConsoleDay, _ printer: LoopbackPrintServer) throws {
    printer.setPower(false)
    try ask(desk, sees: "打印机没有回应")
    try desk.cutPower()
    #expect(try desk.box.open().election().printRuns.isEmpty)
    try desk.due("印制选票") {
      try ask(desk, sees: "打印机没有回应")
      try desk.terminal.keys("Escape")
      try desk.terminal.wait(for: "作业已经撤回")
      printer.setPower(true)
      try stayQuiet(1, printer)
      try desk.terminal.keys("Enter")
    }
  }

  /// Somebody stops the queue; started again, it is empty.
  private func queueStopped(_ desk: ConsoleDay, _ printer: LoopbackPrintServer) throws {
    let queue = ["-h", printer.server.name, printer.queue.name]
    _ = try #require(Tool.cups("cupsdisable")).run(queue, in: desk.box.folder)
    try ask(desk, sees: "队列停住了")
    try desk.terminal.wait(for: "作业已经撤回")
    _ = try #require(Tool.cups("cupsenable")).run(queue, in: desk.box.folder)
    try stayQuiet(1, printer)
    try desk.terminal.keys("Enter")
  }

  /// The power of the printer alone fails in the middle: somebody has to count; nothing came out, so once more.
  private func lostPower(_ desk: ConsoleDay, _ printer: LoopbackPrintServer) throws {
    printer.setObstacle("media-jam-error")
    try ask(desk, sees: "卡纸了")
    printer.setPower(false)
    printer.setObstacle(nil)
    printer.setPower(true)
    try desk.terminal.wait(for: "不知道是否印完", looks: Self.patience)
    #expect(try printed(printer) == 1)
    try desk.terminal.keys("Enter")
    try ask(desk, sees: "✓ 已办好")
    try desk.finish()
  }
}

extension Tool {
  /// A program of CUPS, which may stand where only root looks.
  static func cups(_ name: String) -> Tool? { Tool(name) ?? Tool("/usr/sbin/\(name)") }
}
