import Ballot
package import Foundation
import GRDB

/// The device log: lines of JSON that are only ever added to, in a file that a power cut does not harm.
///
/// Event number n, counted from 1, is leaf n - 1 of the log's Merkle tree. A line is one object
/// of canonical JSON (RFC 8785); the journal does not know what it means.
package final class Journal: Sendable {
  /// A line must be shorter than this, in bytes.
  package static let lineLimit = 1 << 16

  let path: String
  let database: DatabaseQueue

  /// Opens `journal.sqlite` in a directory, or makes both.
  ///
  /// - Throws: `StoreError` or `FileFault`.
  package init(directory: URL) throws {
    try FileSystem.makeDirectory(directory.path)
    path = directory.appending(path: "journal.sqlite").path
    database = try StoreFormat.journal.open(path)
    try FileSystem.syncDirectory(directory.path)
  }

  /// Opens `journal.sqlite` in a directory for reading only.
  ///
  /// - Throws: `StoreError`, also when there is none.
  package init(readOnly directory: URL) throws {
    path = directory.appending(path: "journal.sqlite").path
    database = try StoreFormat.journal.open(path, readOnly: true)
  }

  /// The number of lines.
  package var size: Int {
    get throws { try reading { try Self.size($0) } }
  }

  /// Appends lines, all or none; they are on the disk when this returns.
  ///
  /// - Parameters:
  ///   - lines: One event each.
  ///   - size: How many lines the caller knows of.
  /// - Throws: `JournalError.conflict` when there are more by now; `JournalError.unusableLine`; `StoreError`.
  package func append(_ lines: [String], after size: Int) throws {
    for (index, line) in lines.enumerated() {
      guard Self.isUsable(line) else { throw JournalError.unusableLine(index: index) }
    }
    try writing { database in
      let actual = try Self.size(database)
      guard actual == size else { throw JournalError.conflict(expected: size, actual: actual) }
      let statement = try database.cachedStatement(
        sql: "INSERT INTO journal (sequence, line, leaf) VALUES (?, ?, ?)")
      for (index, line) in lines.enumerated() {
        try statement.execute(arguments: [size + index + 1, line, Data(LogHash.leaf(line).bytes)])
      }
    }
  }

  /// The lines after the first `size` ones.
  package func lines(after size: Int = 0, limit: Int = .max) throws -> [String] {
    try reading {
      try String.fetchAll(
        $0, sql: "SELECT line FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?",
        arguments: [size, limit])
    }
  }

  /// Calls `body` with the number and text of each line, holding only some of them in memory.
  package func forEachLine(after size: Int = 0, _ body: (_ sequence: Int, _ line: String) throws -> Void)
    throws
  {
    var done = size
    while true {
      let batch = try lines(after: done, limit: 512)
      if batch.isEmpty { return }
      for line in batch {
        done += 1
        try body(done, line)
      }
    }
  }

  static func size(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT coalesce(max(sequence), 0) FROM journal") ?? 0
  }

  private static func isUsable(_ line: String) -> Bool {
    guard line.utf8.count < lineLimit else { return false }
    return (try? JSON(canonical: Array(line.utf8)))?.members != nil
  }

  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreFormat.translating(path) { try database.read(body) }
  }

  /// One immediate transaction: the other writers wait, and what was looked at stays true until the commit.
  func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreFormat.translating(path) {
      try database.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try body(database)
          return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        return value
      }
    }
  }
}
