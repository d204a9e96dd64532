import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("Bad input gets a sentence and changes nothing")
struct BadInputTests {
  /// A roll that is none, as bytes.
  struct BadRoll: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let name: String
    let code: String
    let make: @Sendable (Data) -> Data

    init(
      _ title: String, _ name: String, _ code: String = "spreadsheet",
      _ make: @escaping @Sendable (Data) -> Data
    ) {
      testDescription = title
      self.name = name
      self.code = code
      self.make = make
    }
  }

  private static let header = "姓名,性别,身份证号,村民小组\n"

  static let rolls = [
    BadRoll("half an xlsx", "a.xlsx") { $0.prefix($0.count / 2) },
    BadRoll("an empty file", "a.xlsx") { _ in Data() },
    BadRoll("noise", "a.xls") { Data($0.map { $0 &* 31 &+ 7 }) },
    BadRoll("an xlsx with a password", "a.xlsx") { BadInputTests.encrypted($0) },
    BadRoll("an old Word file's beginning", "a.xls") { _ in
      Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 4000))
    },
    BadRoll("zeros", "a.csv") { _ in Data(repeating: 0, count: 10_000) },
    BadRoll("a cell of two million characters", "a.csv") { _ in
      Data((header + String(repeating: "王", count: 2_000_000) + ",男,,1组\n").utf8)
    },
    BadRoll("no header", "a.csv", "rollHeader") { _ in Data("a,b\n1,2\n".utf8) },
    BadRoll("a header and nobody", "a.csv", "rollEmpty") { _ in Data(header.utf8) },
    BadRoll("every row wrong", "a.csv", "rollRefused") { _ in
      Data((header + (0..<700).map { "王\($0),X,500112200001010000,1组\n" }.joined()).utf8)
    },
  ]

  /// The file with the flag for encryption on every entry of the archive.
  private static func encrypted(_ file: Data) -> Data {
    var bytes = [UInt8](file)
    for (mark, offset) in [([0x50, 0x4B, 3, 4] as [UInt8], 6), ([0x50, 0x4B, 1, 2], 8)] {
      for start in bytes.indices.dropLast(30) where Array(bytes[start..<start + 4]) == mark {
        bytes[start + offset] |= 1
      }
    }
    return Data(bytes)
  }

  @Test("A roll that cannot be used", arguments: rolls)
  func roll(_ bad: BadRoll) async throws {
    let box = try await TestBox.at(.created)
    let good = try Data(contentsOf: URL(filePath: box.file("roll.xlsx")))
    let path = box.file("bad-\(bad.name)")
    try bad.make(good).write(to: URL(filePath: path))
    let size = try box.open().state.size
    let said = await box.json("roll", "import", path)
    #expect(said.status == 2)
    #expect(said.errorCode == bad.code)
    let text = await box.run(["roll", "import", path], lang: "en")
    #expect(text.status == 2 && !text.err.isEmpty)
    #expect(text.err.count <= 510, "nobody reads a thousand lines on a screen")
    #expect(try box.open().state.size == size)
    #expect(try box.open().election().roll == nil)
  }

  @Test("Every wrong row is named in JSON, without its identity number")
  func everyRow() async throws {
    let box = try await TestBox.at(.created)
    let path = try box.write(
      BadInputTests.header + "王1,X,500112200001010000,1组\n李伟,男,50011220000101000X,1组\n", "r.csv")
    let said = await box.json("roll", "import", path)
    let details = (said.objects?.first?["error"] as? [String: Any])?["details"] as? [[String: Any]] ?? []
    #expect(Set(details.compactMap { $0["row"] as? Int }) == [2, 3])
    #expect(details.allSatisfy { $0["message"] != nil && $0["code"] != nil })
    #expect(!said.text.contains("500112200001010000"))
  }

  @Test("A cell's line breaks and cursor signs do not reach the screen")
  func controls() async throws {
    let box = try await TestBox.at(.created)
    let path = try box.write(BadInputTests.header + "\"王\u{1B}[2J\n伟\",男,500112200001010000,1组\n", "r.csv")
    let said = await box.run("roll", "import", path)
    #expect(said.status == 2)
    #expect(!said.err.contains { $0.contains("\u{1B}") || $0.contains("\n") })
  }

  @Test("Candidates who are not on the roll keep it from being frozen, and are named")
  func candidates() async throws {
    let box = try TestBox()
    let plan = TestBox.village.plan.replacing("\n  seal: seal.png", with: "")
    let name = try #require(plan.firstMatch(of: /\{name: ([^,]+), sex/)?.1)
    try box.write(plan.replacing("{name: \(name), sex", with: "{name: 无此人, sex"), "plan.yaml")
    try TestBox.village.writeRoll(to: box.file("roll.xlsx"))
    #expect(await box.run("election", "create", box.file("plan.yaml")).status == 0)
    #expect(await box.run("roll", "import", box.file("roll.xlsx")).status == 0)
    let said = await box.json("roll", "freeze")
    #expect(said.status == 1 && said.errorCode == "candidatesNotOnRoll")
    #expect(said.text.contains("无此人"))
    #expect(try box.open().election().frozen == nil)
  }

  @Test("A reason too long for the journal is refused, and nothing is recorded")
  func tooLong() async throws {
    let box = try await TestBox.at(.frozen)
    let size = try box.open().state.size
    let said = await box.json(
      "card", "reissue", "--roll", "1", "--reason", String(repeating: "长", count: 30_000))
    #expect(said.status == 2 && said.errorCode == "tooLong")
    #expect(try box.open().state.size == size)
  }

  @Test("A home that cannot be made", arguments: ["/proc/nothing/here", "/dev/null", "/dev/null/home"])
  func home(path: String) async {
    let said = await Said.hearing(["election", "show", "--home", path, "--format", "json"])
    #expect(said.status == 2 && said.errorCode == "unreadableFile")
  }

  @Test(
    "A clock far in the past or the future works, and the doctor says so",
    arguments: [0, -2_000_000_000, 9_999_999_999])
  func clock(seconds: Int) async throws {
    let box = try await TestBox.at(.created)
    let sink = Output.Sink(out: { _ in }, err: { _ in })
    let now = { Instant(seconds: seconds) }
    let words = ["roll", "import", box.file("roll.xlsx"), "--home", box.home.path]
    #expect(await Kiosk.run(words, sink: sink, now: now) == 0)
    let ear = Ear()
    let hearing = Output.Sink(out: { ear.hear($0) }, err: { _ in })
    let doctor = ["doctor", "--format", "json", "--home", box.home.path]
    #expect(await Kiosk.run(doctor, sink: hearing, now: now) == 0)
    #expect(ear.lines.contains { $0.contains("\"part\":\"clock\"") && $0.contains("\"works\":false") })
    #expect(await box.run("journal", "verify").status == 0)
  }

  @Test("A clock behind the journal's last event is noticed")
  func behind() async throws {
    let box = try await TestBox.at(.created)
    let latest = try #require(try box.open().state.latest)
    let ear = Ear()
    let doctor = ["doctor", "--format", "json", "--home", box.home.path]
    let sink = Output.Sink(out: { ear.hear($0) }, err: { _ in })
    #expect(await Kiosk.run(doctor, sink: sink, now: { Instant(seconds: latest.seconds - 60) }) == 0)
    #expect(ear.lines.contains { $0.contains("\"part\":\"clock\"") && $0.contains("\"works\":false") })
  }

  @Test("A changed journal is noticed by verify and by the doctor")
  func tampered() async throws {
    let box = try await TestBox.at(.imported)
    _ = await box.run("journal", "checkpoint")
    let file = box.home.appending(path: "journal/journal.sqlite")
    var bytes = try Data(contentsOf: file)
    let range = try #require(bytes.range(of: Data("\"voters\":40".utf8)))
    bytes.replaceSubrange(range, with: Data("\"voters\":41".utf8))
    try bytes.write(to: file)
    let said = await box.json("journal", "verify")
    #expect(said.status == 1 && said.errorCode == "journalUnsound")
    #expect(await box.run("doctor").text.contains("✗"))
  }

  @Test(
    "A full disk stops a step with a sentence, and the step can be done again",
    .enabled(if: getuid() == 0, "needs root"))
  func fullDisk() async throws {
    let source = try await TestBox.at(.frozen)
    let box = try TestBox()
    let mount = try #require(Tool("mount"))
    try FileManager.default.createDirectory(at: box.home, withIntermediateDirectories: true)
    let mounted = try mount.run(["-t", "tmpfs", "-o", "size=2m", "tmpfs", box.home.path], in: box.folder)
    guard mounted.status == 0 else {
      return withKnownIssue { Issue.record("mounting is not allowed here; skipped") }
    }
    defer { _ = try? Tool("umount")?.run([box.home.path], in: box.folder) }
    for name in try FileManager.default.contentsOfDirectory(atPath: source.home.path) {
      try FileManager.default.copyItem(
        at: source.home.appending(path: name), to: box.home.appending(path: name))
    }
    let filler = box.home.appending(path: "filler")
    let shell = try #require(Tool("bash"))
    _ = try shell.run(["-c", "cat /dev/zero > '\(filler.path)'"], in: box.folder)
    for words in [
      ["ballot", "print", "--copies", "5", "--to-file"], ["card", "reissue", "--roll", "1", "--reason", "x"],
    ] {
      let said = await box.json(words: words)
      #expect(said.status == 3 && said.errorCode == "diskFull", "\(words): \(said.text)")
    }
    try FileManager.default.removeItem(at: filler)
    #expect(try box.open().election().printRuns.isEmpty)
    #expect(await box.run("ballot", "print", "--copies", "5", "--to-file").status == 0)
    #expect(await box.run("journal", "verify").status == 0)
  }
}
