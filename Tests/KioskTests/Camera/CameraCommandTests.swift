import Foundation
import Printing
import Testing

@testable import Archive
@testable import Ballot
@testable import Kiosk
@testable import Scanner
@testable import Simulator

/// Commands that look through a camera: the real program, its real requests, and a camera that is a folder.
@Suite(
  "The camera by command",
  .enabled(if: Tool.kiosk != nil && FakeCamera.isThere, "needs the program kiosk beside the tests, and cc"))
struct CameraCommandTests {
  /// A box at the count with pictures of two ballots, and a card of its roll.
  private func table() async throws -> (box: TestBox, sheets: [[UInt8]]) {
    let box = try await TestBox.at(.counting)
    let files = try Photographs(box).take(
      [[("director/1", .circle)], [("director/2", .circle)]], into: "sheets", of: box)
    return (box, try files.map { Array(try Data(contentsOf: URL(filePath: $0))) })
  }

  @Test("A sheet under the camera is read and kept once, without what the camera writes about itself")
  func count() async throws {
    let (box, sheets) = try await table()
    let camera = try #require(try FakeCamera(in: box.folder))
    // An Exif segment, and no Huffman tables, as cheap cameras have it.
    let exif: [UInt8] = [0xFF, 0xE1, 0x00, 0x0A] + Array("Exif\0\0XY".utf8)
    let frame = Array(sheets[0].prefix(2)) + exif + sheets[0].dropFirst(2)
    try camera.show(frame)
    let said = try camera.run(["count", "read", "--camera", "--format", "json"], home: box.home)
    #expect(said.status == 0, "\(said.output)")
    #expect(
      said.output.contains("\"status\":\"read\"") && said.output.contains("\"sheet\""), "\(said.output)")
    let store = try CountDesk(box.open()).store
    let kept = try #require(try store.sheets().first)
    let bytes = Array(try Data(contentsOf: store.scan(of: kept.id)))
    #expect(bytes.count > sheets[0].count / 2)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("Exif"))
    #expect(try store.count == 1)
  }

  @Test("Nothing but the picture that is kept is written anywhere")
  func traces() async throws {
    let (box, sheets) = try await table()
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.show(sheets[0])
    func files() -> Set<String> {
      Set(FileManager.default.enumerator(atPath: box.home.path)?.compactMap { $0 as? String } ?? [])
    }
    _ = await box.run("count", "read", "--dry-run", box.file("sheets/sheet-0.jpg"))
    let before = files()
    let said = try camera.run(["count", "read", "--camera", "--dry-run"], home: box.home)
    #expect(said.status == 0 && said.output.contains("已读"), "\(said.output)")
    #expect(files() == before)
  }

  @Test("A camera without JPEG is read too, and what is kept is a JPEG")
  func unpacked() async throws {
    let (box, sheets) = try await table()
    let camera = try #require(try FakeCamera(in: box.folder, modes: ["YUYV 1536 2048 5"]))
    try camera.showUnpacked(GrayImage(decoding: sheets[1]))
    let said = try camera.run(["count", "read", "--camera", "--format", "json"], home: box.home)
    #expect(said.status == 0 && said.output.contains("\"sheet\""), "\(said.output)")
    let store = try CountDesk(box.open()).store
    let kept = try #require(try store.sheets().first)
    #expect(try Data(contentsOf: store.scan(of: kept.id)).starts(with: [0xFF, 0xD8, 0xFF]))
  }

  @Test("A card under the camera is judged, its code is found, and the camera is set up for the mains here")
  func card() async throws {
    let box = try await TestBox.at(.polling)
    _ = await box.run("card", "proof", "--out", box.file("cards"))
    try Photographs.card(0, of: box.file("cards/cards.pdf"), to: box.file("card.jpg"))
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.show(Array(try Data(contentsOf: URL(filePath: box.file("card.jpg")))))
    let verdict = try camera.run(["card", "verify", "--camera", "--format", "json"], home: box.home)
    #expect(verdict.status == 0 && verdict.output.contains("\"verdict\":\"valid\""), "\(verdict.output)")
    let codes = try camera.run(["scan", "--camera", "--device", "/dev/video0"], home: box.home)
    #expect(codes.status == 0 && codes.output.contains("KC1:"), "\(codes.output)")
    let set = try camera.controls()
    // V4L2_CID_POWER_LINE_FREQUENCY is 50 Hz, V4L2_CID_FOCUS_AUTO is on.
    #expect(set[0x0098_0918] == 1 && set[0x009A_090C] == 1, "\(set)")
  }

  @Test("Ballots are issued on the card under the camera, once, and another code is told and waited over")
  func issue() async throws {
    let box = try await TestBox.at(.polling)
    _ = await box.run("card", "proof", "--out", box.file("cards"))
    try Photographs.card(0, of: box.file("cards/cards.pdf"), to: box.file("card.jpg"))
    let card = Array(try Data(contentsOf: URL(filePath: box.file("card.jpg"))))
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.show(card)
    let words = ["poll", "issue", "--camera", "--desk", "2", "--format", "json"]
    let issued = try camera.run(words, home: box.home)
    #expect(issued.status == 0 && issued.output.contains("\"verdict\":\"valid\""), "\(issued.output)")
    #expect(try box.open().election().issues.values.map(\.desk) == [2])
    // The card lies there still: whoever gives the command again is told that it was used.
    let again = try camera.run(words, home: box.home)
    #expect(again.status == 1 && again.output.contains("\"code\":\"used\""), "\(again.output)")
    #expect(try box.open().election().issues.count == 1)
    for more in [["--roll", "3"], [box.file("card.jpg")]] {
      let both = try camera.run(words + more, home: box.home)
      #expect(both.status == 2 && both.output.contains("\"code\":\"usage\""), "\(both.output)")
    }
  }

  @Test(
    "A principal's ballots are issued to the agent on the card under the camera; a mobile box asks for it too"
  )
  func absent() async throws {
    let box = try await TestBox.at(.frozen)
    try await box.must("card", "proof", "--out", box.file("cards"))
    try Photographs.card(0, of: box.file("cards/cards.pdf"), to: box.file("card.jpg"))
    let judged = await box.json("card", "verify", box.file("card.jpg"))
    let principal = try #require(judged.objects?.first?["roll"] as? Int)
    let barred = try box.open().election().frozen?.candidates.values.joined().map { $0 } ?? []
    let agent = try #require((1...40).first { $0 != principal && !barred.contains($0) })
    try await box.must(
      "poll", "proxy", "register", "--principal", "\(principal)", "--agent", "\(agent)", "--relation",
      "villager"
    )
    try await box.must("bulletin", "record", "B19", box.write("%PDF-1.4\n", "B19.pdf"))
    try await box.must("ballot", "print", "--copies", "50", "--to-file", "--out", box.file("papers"))
    try await box.must("poll", "open")
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.show(Array(try Data(contentsOf: URL(filePath: box.file("card.jpg")))))
    let mobile = ["poll", "mobile", "issue", "--box", "1", "--format", "json"]
    let refused = try camera.run(mobile + ["--camera"], home: box.home)
    #expect(refused.status == 1 && refused.output.contains("\"code\":\"mobileRefused\""), "\(refused.output)")
    let proxy = ["poll", "proxy", "issue", "--certificate", "1", "--agent", "\(agent)", "--format", "json"]
    for words in [mobile, proxy] {
      for more in [[], ["--camera", "--roll", "3"], ["--camera", box.file("card.jpg")]] {
        let both = try camera.run(words + more, home: box.home)
        #expect(both.status == 2 && both.output.contains("\"code\":\"usage\""), "\(more) \(both.output)")
      }
    }
    #expect(try camera.run(proxy + ["--camera", "--pictures", "2"], home: box.home).status == 2)
    let issued = try camera.run(proxy + ["--camera", "--desk", "2"], home: box.home)
    #expect(issued.status == 0 && issued.output.contains("\"principal\":\(principal)"), "\(issued.output)")
    let issue = try box.open().election().issues[principal]
    #expect(issue?.manner == .agent && issue?.desk == 2)
  }

  /// A code on a gray table, eight dots a module.
  private func picture(of code: QRPicture) -> GrayImage {
    var image = GrayImage(width: 1280, height: 720, shade: 160)
    for (row, modules) in code.rows.enumerated() {
      for (column, isDark) in modules.enumerated() {
        for dot in 0..<64 {
          image[400 + column * 8 + dot % 8, 200 + row * 8 + dot / 8] = isDark ? 20 : 240
        }
      }
    }
    return image
  }

  @Test("A code that is no card issues nothing, and the next card is waited for until the time is over")
  func issueOnForeignCode() async throws {
    let box = try await TestBox.at(.polling)
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.show(ColourImage(picture(of: QRPicture("https://example.org/bottle"))).jpeg())
    let words = ["poll", "issue", "--camera", "--seconds", "3", "--format", "json"]
    let said = try camera.run(words, home: box.home)
    #expect(said.status == 3 && said.output.contains("没有看到选民证"), "\(said.output)")
    #expect(said.output.contains("\"code\":\"nothingSeen\""), "\(said.output)")
    #expect(try box.open().election().issues.isEmpty)
  }

  @Test("A card that cannot be read is spoken of once, and nothing is issued")
  func unreadable() async throws {
    let box = try await TestBox.at(.polling)
    _ = await box.run("card", "proof", "--out", box.file("cards"))
    try Photographs.card(0, of: box.file("cards/cards.pdf"), to: box.file("card.jpg"))
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.show(Photographs.spoiled(box.file("card.jpg")))
    let said = try camera.run(["poll", "issue", "--camera", "--seconds", "8"], home: box.home)
    #expect(said.status == 3, "\(said.output)")
    #expect(said.output.components(separatedBy: "读不出二维码").count == 2, "\(said.output)")
    #expect(try box.open().election().issues.isEmpty)
  }

  @Test(
    "What is wrong with the camera is said with what to do",
    arguments: [
      ("busy", "cameraBusy", 3), ("forbidden", "cameraForbidden", 2), ("stall", "cameraStalled", 3),
      ("short", "cameraDamaged", 3), ("error", "cameraDamaged", 3), ("garbage", "cameraDamaged", 3),
    ])
  func faults(fault: String, code: String, status: Int32) throws {
    let box = try TestBox()
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.clear(1280, 720)
    try camera.fail(fault)
    let said = try camera.run(["scan", "--camera", "--format", "json"], home: box.home)
    #expect(said.status == status && said.output.contains("\"code\":\"\(code)\""), "\(said.output)")
    let doctor = try camera.run(["doctor"], home: box.home)
    #expect(doctor.status == 0 && doctor.output.contains("✗ 摄像头") || fault == "forbidden", "\(doctor.output)")
    #expect(doctor.output.contains("请"), "\(doctor.output)")
  }

  @Test("No camera, the camera's second node, and a name that is none")
  func nothing() throws {
    let box = try TestBox()
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.set("metadata", "")
    for (words, code) in [([], "noCamera"), (["--device", "/dev/video0"], "notACamera")] {
      let said = try camera.run(["scan", "--camera", "--format", "json"] + words, home: box.home)
      #expect(said.status != 0 && said.output.contains("\"code\":\"\(code)\""), "\(said.output)")
    }
    let neither = try camera.run(["scan"], home: box.home)
    #expect(neither.status == 2, "\(neither.output)")
  }

  @Test("Somebody who lays nothing down is told so")
  func emptyTable() async throws {
    let (box, _) = try await table()
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.clear(1536, 2048)
    let said = try camera.run(
      ["count", "read", "--camera", "--seconds", "1", "--format", "json"], home: box.home)
    #expect(said.status == 3 && said.output.contains("nothingSeen"), "\(said.output)")
  }

  @Test("The doctor names the camera, its size, light and focus")
  func doctor() async throws {
    let (box, sheets) = try await table()
    let camera = try #require(try FakeCamera(in: box.folder))
    try camera.show(sheets[0])
    let good = try camera.run(["doctor"], home: box.home)
    #expect(
      good.output.contains("✓ 摄像头 /dev/video0（Stand camera）：MJPEG 1536×2048，每秒 15 幅，画面清晰"), "\(good.output)")
    try camera.show(ColourImage(GrayImage(width: 1536, height: 2048, shade: 20)).jpeg())
    let dark = try camera.run(["doctor"], home: box.home)
    #expect(dark.output.contains("✗ 摄像头") && dark.output.contains("太暗，请开灯"), "\(dark.output)")
  }
}

/// What a setting means.
@Suite("Where pictures come from")
struct CameraPlaceTests {
  @Test("A folder that cannot be read is blamed on what named it")
  func source() throws {
    let place = CameraPlace.folder("/nowhere/pictures")
    var setup = Setup()
    #expect(CameraPlace.source("/a", setup) == .option)
    guard ProcessInfo.processInfo.environment["KIOSK_CAMERA"] == nil else { return }
    #expect(CameraPlace.source(nil, setup) == .nothing)
    setup.camera = "/nowhere/pictures"
    #expect(CameraPlace.source(nil, setup) == .setup && CameraPlace.chosen(nil, setup) == place)
    let sentence = Sentence.unreadablePictures("/nowhere/pictures", from: .setup)
    #expect(sentence.zh.contains("设置") && !sentence.zh.contains("KIOSK_CAMERA"))
    #expect(Sentence.unreadablePictures("/x", from: .environment).zh.contains("KIOSK_CAMERA"))
  }

  @Test("A device, a folder wherever it lies, and nothing")
  func places() throws {
    #expect(CameraPlace("/dev/video2") == .device("/dev/video2"))
    #expect(CameraPlace(nil) == .first && CameraPlace("") == .first)
    #expect(CameraPlace("/srv/pictures") == .folder("/srv/pictures"))
    // A folder below /dev, as in memory file systems.
    #expect(CameraPlace("/dev/shm") == .folder("/dev/shm"))
  }
}
