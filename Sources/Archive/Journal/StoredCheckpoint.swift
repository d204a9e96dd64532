import Foundation
import GRDB

/// A row of the journal's table of checkpoints.
struct StoredCheckpoint {
  let number: Int
  let size: Int
  let note: SignedNote
  let frontier: LogFrontier

  /// The row; it throws when the row is not what the program writes.
  init(_ row: Row) throws {
    number = row["number"]
    size = row["size"]
    guard let frontier = LogFrontier(size: row["size"], encoded: Array(row["frontier"] as Data)) else {
      throw JournalError.inconsistent(atSize: row["size"])
    }
    self.frontier = frontier
    note = try SignedNote(parsing: row["note"] as String)
  }

  static func all(_ database: Database) throws -> [StoredCheckpoint] {
    try Row.fetchAll(database, sql: "SELECT * FROM checkpoint ORDER BY number").map(StoredCheckpoint.init)
  }

  /// The checkpoint over most lines, and the last of those.
  static func latest(_ database: Database) throws -> StoredCheckpoint? {
    try Row.fetchOne(database, sql: "SELECT * FROM checkpoint ORDER BY size DESC, number DESC LIMIT 1")
      .map(StoredCheckpoint.init)
  }

  static func insert(_ note: SignedNote, frontier: LogFrontier, into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO checkpoint (number, size, frontier, note)
        VALUES ((SELECT coalesce(max(number), 0) + 1 FROM checkpoint), ?, ?, ?)
        """,
      arguments: [frontier.size, Data(frontier.encoded), note.description])
  }
}
