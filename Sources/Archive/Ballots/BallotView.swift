package import Foundation
import GRDB

/// The readings as another process may look at them: nothing is written, recovered or locked for longer than a query.
package final class BallotView {
  private let path: String
  private let database: DatabaseQueue

  /// Opens `ballots.sqlite` in a directory for reading.
  ///
  /// - Throws: `StoreError`, also while there is no such file yet.
  package init(directory: URL) throws {
    path = directory.appending(path: "ballots.sqlite").path
    database = try StoreFormat.ballots.open(path, readOnly: true)
  }

  /// A number that changes whenever another process has written.
  package func version() throws -> Int {
    try reading { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  /// The sheets that are not known yet, in the order of their ids.
  package func sheets(except known: Set<ReadingID>) throws -> [RecordedSheet] {
    try reading { database in
      let ids = try Data.fetchAll(database, sql: "SELECT id FROM reading ORDER BY id")
      let fresh = ids.filter { bytes in ReadingID(bytes: bytes).map { !known.contains($0) } ?? false }
      return try fresh.compactMap { id in
        try Row.fetchOne(database, sql: "SELECT * FROM reading WHERE id = ?", arguments: [id])
          .flatMap(RecordedSheet.init)
      }
    }
  }

  /// All decisions, in the order of sheet, line and round.
  package func decisions() throws -> [Decision] {
    try reading {
      try Row.fetchAll($0, sql: "SELECT * FROM decision ORDER BY sheet, line, round").compactMap(
        Decision.init)
    }
  }

  private func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreFormat.translating(path) { try database.read(body) }
  }
}
