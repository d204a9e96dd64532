import Foundation
import GRDB
import Testing

@testable import Archive

@Suite("The journal")
struct JournalTests {
  let folder: Folder
  let signer: NoteSigner

  init() throws {
    folder = try Folder()
    signer = try Samples.signer()
  }

  func journal(_ lines: [String] = []) throws -> Journal {
    let journal = try Journal(directory: folder.url)
    if !lines.isEmpty { try journal.append(lines, after: 0) }
    return journal
  }

  @Test("Lines come back in order, also after a restart and from any place")
  func lines() throws {
    try journal(Samples.events).append(["{\"last\":\"末\"}"], after: 40)
    let journal = try journal()
    #expect(try journal.size == 41)
    #expect(try journal.lines() == Samples.events + ["{\"last\":\"末\"}"])
    #expect(try journal.lines(after: 38, limit: 2) == Array(Samples.events.suffix(2)))
    var seen: [Int] = []
    try journal.forEachLine(after: 37) { sequence, _ in seen.append(sequence) }
    #expect(seen == [38, 39, 40, 41])
  }

  @Test("Many lines stream in pieces")
  func streams() throws {
    let lines = (0..<1500).map { "{\"n\":\($0)}" }
    let journal = try journal(lines)
    var seen: [String] = []
    try journal.forEachLine { seen.append($1) }
    #expect(seen == lines)
  }

  @Test("An append that expected another size is a conflict and records nothing")
  func conflict() throws {
    let journal = try journal(["{}", "{}"])
    #expect(throws: JournalError.conflict(expected: 1, actual: 2)) { try journal.append(["{}"], after: 1) }
    #expect(try journal.size == 2)
  }

  @Test(
    "Unusable lines are refused with the whole batch",
    arguments: [
      "", "{", "{}\n{}", "{\"a\":\"\t\"}", "text", "[]", "{} ", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":1}",
      "{\"a\":\"" + String(repeating: "x", count: 1 << 16) + "\"}",
    ])
  func unusable(line: String) throws {
    let journal = try journal(["{}"])
    #expect(throws: JournalError.unusableLine(index: 1)) { try journal.append(["{}", line], after: 1) }
    #expect(try journal.size == 1)
  }

  @Test("A line just under 64 KiB is kept")
  func longest() throws {
    let line = "{\"a\":\"" + String(repeating: "x", count: (1 << 16) - 9) + "\"}"
    #expect(try journal([line]).lines() == [line])
  }

  @Test(
    "SQL that would change the past is refused",
    arguments: [
      "UPDATE journal SET line = '{}'", "DELETE FROM journal", "DELETE FROM checkpoint",
      "UPDATE checkpoint SET size = 1", "INSERT OR REPLACE INTO journal VALUES (1, '{}', zeroblob(32))",
      "INSERT INTO journal VALUES (9, '{}', zeroblob(32))",
      "INSERT INTO journal VALUES (3, 'x', zeroblob(32))",
      "INSERT INTO journal VALUES (3, '{}' || char(10), zeroblob(32))",
      "INSERT INTO journal VALUES (3, 7, zeroblob(32))",
      "INSERT OR REPLACE INTO checkpoint VALUES (1, 0, x'', 'n')",
    ])
  func refusesSQL(sql: String) throws {
    let journal = try journal(["{\"a\":1}", "{\"a\":2}"])
    let note = try journal.checkpoint(signedBy: signer)
    #expect(throws: DatabaseError.self) { try journal.database.write { try $0.execute(sql: sql) } }
    #expect(try journal.lines() == ["{\"a\":1}", "{\"a\":2}"])
    #expect(try journal.checkpoints() == [note])
  }

  @Test("Two writers at once: every line once, none lost")
  func twoWriters() async throws {
    let journals = [try journal(), try journal()]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (writer, journal) in journals.enumerated() {
        group.addTask {
          for number in 0..<50 { try appendRetrying("{\"n\":\(number),\"w\":\(writer)}", to: journal) }
        }
      }
      try await group.waitForAll()
    }
    let lines = try journals[0].lines()
    #expect(lines.count == 100)
    #expect(Set(lines).count == 100)
    for writer in 0...1 {
      #expect(lines.filter { $0.hasSuffix("\(writer)}") } == (0..<50).map { "{\"n\":\($0),\"w\":\(writer)}" })
    }
    #expect(try journals[0].audit(key: signer.noteKey).isSound)
  }

  @Test("What was appended is in the files at once: a copy taken then has it")
  func powerCut() throws {
    let journal = try journal(Samples.events)
    let copy = try Folder()
    for name in ["journal.sqlite", "journal.sqlite-wal"] {
      try FileManager.default.copyItem(at: folder.file(name), to: copy.file(name))
    }
    #expect(try Journal(directory: copy.url).lines() == journal.lines())
  }

  @Test("Foreign, newer and damaged files are told apart")
  func otherFiles() throws {
    let path = folder.file("journal.sqlite").path
    func open(after sql: String) throws -> Journal {
      try? FileManager.default.removeItem(atPath: path)
      try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
      return try Journal(directory: folder.url)
    }
    #expect(throws: StoreError.foreign(path: path)) { try open(after: "CREATE TABLE t (x)") }
    #expect(throws: StoreError.otherVersion(path: path, found: 9, supported: 1)) {
      try open(after: "CREATE TABLE t (x); PRAGMA application_id = 0x6b736b6a; PRAGMA user_version = 9")
    }
    try Data("not a database, but long enough to look at".utf8).write(to: URL(filePath: path))
    #expect(throws: StoreError.damaged(path: path)) { try Journal(directory: folder.url) }
  }
}

/// Appends as a program with a rival does: on a conflict it looks again.
private func appendRetrying(_ line: String, to journal: Journal) throws {
  while true {
    do {
      return try journal.append([line], after: journal.size)
    } catch JournalError.conflict {
      continue
    }
  }
}
