import Ballot
import Foundation
import GRDB

/// Sheets on their way into the store, each with its id and digest.
struct SheetBatch {
  private struct Entry {
    let index: Int
    let id: ReadingID
    let digest: Digest
    let sheet: Sheet
    let picture: [UInt8]
  }

  private let entries: [Entry]

  /// - Throws: `BallotError.twiceInBatch`, `.unusableJSON`, `.notAPicture` or `FileFault`.
  init(_ sheets: [Sheet], makeID: () throws -> ReadingID) throws {
    var seen: Set<Digest> = []
    entries = try sheets.enumerated().map { index, sheet in
      let bytes = try sheet.image.load()
      let digest = Digest.of(bytes)
      guard seen.insert(digest).inserted else { throw BallotError.twiceInBatch(index: index) }
      guard SheetJSON.isUsable(sheet.json) else { throw BallotError.unusableJSON(index: index) }
      guard let picture = PictureBytes.withoutMetadata(bytes) else {
        throw BallotError.notAPicture(index: index)
      }
      return Entry(index: index, id: try makeID(), digest: digest, sheet: sheet, picture: picture)
    }
  }

  /// The ids, in the order of the sheets.
  var ids: [ReadingID] { entries.map(\.id) }

  var pictures: [(id: ReadingID, bytes: [UInt8])] { entries.map { ($0.id, $0.picture) } }

  /// - Throws: `BallotError.alreadyRecorded`.
  func checkIsNew(in database: Database) throws {
    for entry in entries {
      let known = try Data.fetchOne(
        database, sql: "SELECT id FROM reading WHERE digest = ?", arguments: [Data(entry.digest.bytes)])
      guard let known, let id = ReadingID(bytes: known) else { continue }
      throw BallotError.alreadyRecorded(id, index: entry.index)
    }
  }

  /// Inserts the rows in the order of their ids, so that a batch at least tells no order within itself.
  func insert(into database: Database) throws {
    for entry in entries.sorted(by: { $0.id < $1.id }) {
      try database.execute(
        sql: "INSERT INTO reading (id, type, page, digest, json) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          Data(entry.id.bytes), entry.sheet.type, entry.sheet.page, Data(entry.digest.bytes),
          entry.sheet.json,
        ])
    }
  }
}

/// What the store takes as a reading or a decision.
enum SheetJSON {
  /// One object of JSON on one line.
  static func isUsable(_ text: String) -> Bool {
    guard let json = try? JSON(parsing: text), case .object = json else { return false }
    return text.first == "{" && text.last == "}" && text.utf8.allSatisfy { $0 >= 0x20 }
  }
}
