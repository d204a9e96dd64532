import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

/// The built program as processes of their own: killed, restarted, several at once.
@Suite("Processes", .serialized, .enabled(if: Tool.kiosk != nil, "the program kiosk is not beside the tests"))
struct CrashTests {
  private func demo(_ kiosk: Tool, _ box: TestBox, _ name: String) throws -> Process {
    let words = ["demo", "--dir", box.file(name), "--voters", "40", "--seed", "3", "--format", "json"]
    return try kiosk.start(words, output: box.folder.appending(path: "\(name).out"))
  }

  private func result(_ box: TestBox, _ name: String) throws -> ResultDocument {
    try Box(Home(box.folder.appending(path: name).appending(path: "home"))).result()
  }

  @Test("A demonstration that was killed again and again ends as if nothing had happened")
  func killed() throws {
    let kiosk = try #require(Tool.kiosk)
    let box = try TestBox()
    let started = ContinuousClock.now
    let whole = try demo(kiosk, box, "whole")
    whole.waitUntilExit()
    #expect(whole.terminationStatus == 0)
    let usual = (ContinuousClock.now - started) / .milliseconds(1)
    var dice = DemoDice(1, "kill")
    for _ in 0..<3 {
      let process = try demo(kiosk, box, "killed")
      usleep(UInt32(usual * Double.random(in: 0.1...0.8, using: &dice)) * 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    try killWhileIssuing(kiosk, box)
    let last = try demo(kiosk, box, "killed")
    last.waitUntilExit()
    let said = try String(contentsOf: box.folder.appending(path: "killed.out"), encoding: .utf8)
    #expect(last.terminationStatus == 0, "\(said)")
    let (expected, found) = (try result(box, "whole"), try result(box, "killed"))
    #expect(found.pages == expected.pages)
    #expect(found.quantities == expected.quantities)
    #expect(found.identities == expected.identities)
    try sound(box)
  }

  /// Kills once more in the middle of the issue of ballots, where clock and cards are easiest to lose.
  private func killWhileIssuing(_ kiosk: Tool, _ box: TestBox) throws {
    let process = try demo(kiosk, box, "killed")
    let journal = box.folder.appending(path: "killed/home/journal/journal.sqlite")
    while process.isRunning {
      let bytes = (try? Data(contentsOf: journal)) ?? Data()
      if bytes.range(of: Data("\"roll\":3,".utf8)) != nil || bytes.range(of: Data("count.opened".utf8)) != nil
      {
        kill(process.processIdentifier, SIGKILL)
      }
      usleep(2000)
    }
    process.waitUntilExit()
  }

  private func sound(_ box: TestBox) throws {
    let opened = try Box(Home(box.folder.appending(path: "killed/home")))
    #expect(try opened.journal.audit(key: opened.keys.signer.noteKey).isSound)
    let records = try opened.journal.lines().map { try Record(line: $0) }
    let issued = records.compactMap { record in
      if case .ballotIssued(let facts) = record.event { facts.roll } else { nil }
    }
    #expect(Set(issued).count == issued.count)
    #expect(records.count { $0.event.kind == .countClosed } == 1)
    #expect(records.map(\.at) == records.map(\.at).sorted())
  }

  @Test("Many desks at once: one issue a card, and no event is lost")
  func desks() async throws {
    let kiosk = try #require(Tool.kiosk)
    let box = try await TestBox.at(.polling)
    let before = try box.open().state.size
    let rolls = (0..<16).map { $0 % 4 + 1 }
    let processes = try rolls.enumerated().map { index, roll in
      try kiosk.start(
        [
          "poll", "issue", "--roll", String(roll), "--desk", String(index + 1), "--home", box.home.path,
          "--format", "json",
        ], output: box.folder.appending(path: "desk-\(index).out"))
    }
    for process in processes { process.waitUntilExit() }
    let statuses = processes.map(\.terminationStatus)
    #expect(statuses.count { $0 == 0 } == 4, "\(statuses)")
    #expect(statuses.allSatisfy { $0 == 0 || $0 == 1 }, "\(statuses)")
    for roll in 1...4 {
      let won = zip(rolls, statuses).count { $0 == roll && $1 == 0 }
      #expect(won == 1, "card \(roll) got ballots \(won) times")
    }
    let opened = try box.open()
    #expect(opened.state.size == before + 4)
    #expect(try opened.election().issues.count == 4)
    #expect(try opened.journal.audit(key: opened.keys.signer.noteKey).isSound)
  }

  @Test("A box that several processes start for the first time has one pair of keys and one first event")
  func firstStart() throws {
    let kiosk = try #require(Tool.kiosk)
    let box = try TestBox()
    let processes = try (0..<8).map { index in
      try kiosk.start(
        ["election", "show", "--home", box.home.path, "--format", "json"],
        output: box.folder.appending(path: "start-\(index).out"))
    }
    for process in processes { process.waitUntilExit() }
    #expect(
      processes.map(\.terminationStatus) == Array(repeating: 1, count: 8), "noElection, and nothing worse")
    let opened = try box.open()
    #expect(opened.state.size == 1)
    #expect(try opened.state.keys?.kioskKey == opened.keys.kiosk.publicKey.bytes.hex)
  }

  @Test("A standard output that is full or gone does not trap")
  func noOutput() async throws {
    let kiosk = try #require(Tool.kiosk)
    let box = try await TestBox.at(.created)
    let full = try kiosk.start(
      ["election", "show", "--home", box.home.path], output: URL(filePath: "/dev/full"))
    full.waitUntilExit()
    #expect(full.terminationReason == .exit)
  }

  @Test("File names that are not UTF-8, and strange words, get a sentence")
  func strangeWords() throws {
    let kiosk = try #require(Tool.kiosk)
    let box = try TestBox()
    let shell = try #require(Tool("bash"))
    for words in [
      "scan $'\\xff\\xfe.jpg'", "election create ''", "archive verify $'a\\nb'", "$'\\xff'", "'' ''",
    ] {
      let outcome = try shell.run(
        ["-c", "'\(kiosk.path)' \(words) --home '\(box.home.path)'"], in: box.folder)
      #expect(outcome.status == 2, "\(words): \(outcome.output)")
      #expect(!outcome.bytes.isEmpty)
    }
  }
}
