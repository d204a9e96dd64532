package import Foundation
import GRDB

/// The readings of secret ballots: an unordered set under random ids, without times, cards or desks.
package final class BallotStore: Sendable {
  let path: String
  let database: DatabaseQueue
  let scans: ScanFolder
  private let makeID: @Sendable () throws -> ReadingID

  /// Opens `ballots.sqlite` and `scans/` in a directory, or makes them.
  ///
  /// - Parameters:
  ///   - directory: Of the ballots alone.
  ///   - makeID: Where ids come from; the random generator unless a test says otherwise.
  /// - Throws: `StoreError` or `FileFault`.
  package init(
    directory: URL, makeID: @escaping @Sendable () throws -> ReadingID = BallotStore.randomID
  ) throws {
    try FileSystem.makeDirectory(directory.path)
    path = directory.appending(path: "ballots.sqlite").path
    scans = ScanFolder(path: directory.appending(path: "scans").path)
    self.makeID = makeID
    database = try StoreFormat.ballots.open(path)
    try recover()
  }

  /// A new random id.
  package static let randomID: @Sendable () throws -> ReadingID = {
    guard let id = ReadingID(bytes: try RandomBytes()(ReadingID.size)) else {
      throw CryptoError.libraryRefused(call: "RAND_bytes")
    }
    return id
  }

  /// The number of sheets.
  package var count: Int {
    get throws {
      try reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM reading") ?? 0 }
    }
  }

  /// All sheets, in the order of their ids.
  package func sheets() throws -> [RecordedSheet] {
    try reading {
      try Row.fetchAll($0, sql: "SELECT * FROM reading ORDER BY id").compactMap(RecordedSheet.init)
    }
  }

  /// The sheet of a picture that was recorded before.
  package func sheet(withDigest digest: Digest) throws -> RecordedSheet? {
    try reading {
      try Row.fetchOne($0, sql: "SELECT * FROM reading WHERE digest = ?", arguments: [Data(digest.bytes)])
        .flatMap(RecordedSheet.init)
    }
  }

  /// All decisions, in the order of sheet, line and round.
  package func decisions() throws -> [Decision] {
    try reading {
      try Row.fetchAll($0, sql: "SELECT * FROM decision ORDER BY sheet, line, round").compactMap(
        Decision.init)
    }
  }

  /// The file with a sheet's picture.
  package func scan(of id: ReadingID) -> URL { URL(filePath: scans.file(of: id)) }

  /// Records sheets, all or none; they are on the disk when this returns.
  ///
  /// - Returns: The ids, in the order of `sheets`.
  /// - Throws: `BallotError`, `StoreError` or `FileFault`.
  package func record(_ sheets: [Sheet]) throws -> [ReadingID] {
    let batch = try SheetBatch(sheets, makeID: makeID)
    try writing { database in
      try batch.checkIsNew(in: database)
      try scans.add(batch.pictures)
      do {
        try batch.insert(into: database)
      } catch {
        scans.remove(batch.ids)
        throw error
      }
    }
    return batch.ids
  }

  /// Adds decisions, all or none.
  ///
  /// - Throws: `BallotError` or `StoreError`.
  package func decide(_ decisions: [Decision]) throws {
    try writing { database in
      for (index, decision) in decisions.enumerated() {
        try decision.insert(into: database, index: index)
      }
    }
  }

  private func recover() throws {
    try writing { database in
      try scans.recover()
      let ids = try Data.fetchAll(database, sql: "SELECT id FROM reading")
      try scans.removeAll(except: Set(ids.compactMap { ReadingID(bytes: $0) }))
    }
  }

  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreFormat.translating(path) { try database.read(body) }
  }

  func writing(_ body: (Database) throws -> Void) throws {
    try StoreFormat.translating(path) {
      try database.writeWithoutTransaction { database in
        try database.inTransaction(.exclusive) {
          try body(database)
          return .commit
        }
      }
    }
  }
}
