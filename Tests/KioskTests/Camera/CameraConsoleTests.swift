import Foundation
import Testing

@testable import Archive
@testable import Ballot
@testable import Kiosk
@testable import Scanner
@testable import Simulator

/// The console with a camera: cards and sheets are laid down and taken away, the camera is pulled out and comes back.
@Suite(
  "The console looks through a camera", .serialized,
  .enabled(
    if: Tool.kiosk != nil && Tool("tmux") != nil && FakeCamera.isThere,
    "needs the program kiosk beside the tests, tmux and cc"))
struct CameraConsoleTests {
  private static let (width, height) = (1536, 2048)

  private func start(_ box: TestBox, _ camera: FakeCamera) throws -> Tmux {
    let kiosk = try #require(Tool.kiosk)
    let terminal = try #require(try Tmux(in: box.folder))
    let variables = camera.environment + ["KIOSK_HOME=\(box.home.path)", "LANG=C.UTF-8"]
    try terminal.run("env \(variables.map { "'\($0)'" }.joined(separator: " ")) '\(kiosk.path)'")
    try terminal.wait(for: "选举进度")
    return terminal
  }

  /// A box at which the next step is to issue ballots, or to read them.
  private func box(_ point: TestBox.Point) async throws -> TestBox {
    let box = try await TestBox.at(.printed)
    var commands = [
      ["card", "print", "--to-file", "--out", box.file("cards")], ["poll", "open"],
    ]
    if point == .counting {
      commands += (1...5).map { ["poll", "issue", "--roll", "\($0)"] }
      commands += [["poll", "close", "--unused", "45"], ["count", "open", "--box", "5"]]
    }
    for command in commands {
      let said = await box.run(command)
      try #require(said.status == 0, "\(command): \(said.text)")
    }
    return box
  }

  private func picture(_ box: TestBox, _ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: box.file(name))))
  }

  @Test(
    "A card is judged once while it lies there, again when it comes again, and after the camera was pulled out"
  )
  func cards() async throws {
    let box = try await box(.polling)
    for place in 0...1 {
      try Photographs.card(place, of: box.file("cards/cards.pdf"), to: box.file("card-\(place).jpg"))
    }
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.clear(1280, 720)
    let terminal = try start(box, camera)
    try terminal.keys("Enter")
    try terminal.wait(for: "── 验证发票")
    try camera.show(picture(box, "card-0.jpg"))
    try terminal.wait(for: "有效：")
    try terminal.keys("Enter")
    try terminal.wait(for: "已领票（")
    // It lies there still: nothing more is said of it, and the second card is not confused with it.
    usleep(700_000)
    #expect(try terminal.screen().contains("已领票（"))
    // How long it takes to notice an empty table depends on the machine.
    for pause in [300_000, 1_000_000, 4_000_000] as [UInt32]
    where try !terminal.screen().contains("领过选票") {
      try camera.clear(1280, 720)
      usleep(pause)
      try camera.show(picture(box, "card-0.jpg"))
      usleep(pause)
    }
    try terminal.wait(for: "领过选票")
    // Pulled out with the card on the table, and plugged in elsewhere.
    try terminal.keys("Escape")
    try camera.unplug()
    try terminal.wait(for: "没有找到摄像头")
    try camera.plug(as: 3)
    try camera.show(picture(box, "card-1.jpg"))
    try terminal.wait(for: "有效：")
    #expect(try box.open().election().issues.count == 1)
  }

  @Test("A card whose code cannot be read is spoken of with what to do; the next one is judged as ever")
  func unreadable() async throws {
    let box = try await box(.polling)
    try Photographs.card(0, of: box.file("cards/cards.pdf"), to: box.file("card.jpg"))
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.show(Photographs.spoiled(box.file("card.jpg")))
    let terminal = try start(box, camera)
    try terminal.keys("Enter")
    try terminal.wait(for: "看见有证，读不出二维码")
    try camera.show(picture(box, "card.jpg"))
    try terminal.wait(for: "有效：")
    let screen = try terminal.wait(for: "请核对是不是本人")
    #expect(!screen.contains("读不出"), "\(screen)")
    #expect(try box.open().election().issues.isEmpty)
  }

  @Test("Sheets are read one by one, each once, with hands over them, and not while two scrutineers decide")
  func sheets() async throws {
    let box = try await box(.counting)
    let files = try Photographs(box).take(
      [
        [("director/1", .circle)], [("director/2", .filled)], [("deputy/1", .circle)],
        [("director/1", .circle), ("deputy/1", .circle)],
      ], into: "sheets", of: box)
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.show(picture(box, "sheets/sheet-0.jpg"))
    let terminal = try start(box, camera)
    try terminal.keys("Enter")
    try terminal.wait(for: "── 读票")
    // What lies there from the beginning may have been counted before the power went.
    try terminal.wait(for: "请先拿开这一张")
    try camera.clear(Self.width, Self.height)
    try terminal.wait(for: "可以放下一张")
    try camera.show(picture(box, "sheets/sheet-0.jpg"))
    try terminal.wait(for: "已读 1 / ")
    try terminal.wait(for: "请先拿开这一张")
    // A hand over the sheet, then the same sheet again.
    try camera.show(covered(files[0]))
    usleep(600_000)
    try camera.show(picture(box, "sheets/sheet-0.jpg"))
    usleep(1_000_000)
    #expect(try terminal.screen().contains("已读 1 / "))
    // The next one has a mark in doubt; the one after it waits until that is decided.
    try camera.clear(Self.width, Self.height)
    try terminal.wait(for: "可以放下一张")
    try camera.show(picture(box, "sheets/sheet-1.jpg"))
    try terminal.wait(for: "待认定：")
    try camera.clear(Self.width, Self.height)
    try terminal.wait(for: "可以放下一张")
    try camera.show(picture(box, "sheets/sheet-2.jpg"))
    try terminal.wait(for: "别动")
    usleep(500_000)
    #expect(try terminal.screen().contains("已读 2 / "))
    try terminal.keys("a", "j")
    try terminal.wait(for: "已读 3 / ")
    // Stalled for a while, then it goes on.
    try camera.fail("stall")
    try terminal.wait(for: "镜头没有画面")
    try camera.fail(nil)
    try camera.clear(Self.width, Self.height)
    try terminal.wait(for: "可以放下一张")
    try camera.show(picture(box, "sheets/sheet-3.jpg"))
    try terminal.wait(for: "已读 4 / ")
    #expect(try CountDesk(box.open()).store.count == 4)
  }

  /// The same picture with something dark over its middle.
  private func covered(_ file: String) throws -> [UInt8] {
    var image = try GrayImage(decoding: Array(Data(contentsOf: URL(filePath: file))))
    for y in image.height / 4..<image.height * 3 / 4 {
      for x in image.width / 5..<image.width { image[x, y] = 70 }
    }
    return try ColourImage(image).jpeg()
  }
}
