import Ballot
package import Foundation
import GRDB

/// What has been sealed and how far each bundle has come; what it answers survives a power cut.
package final class UploadQueue: Sendable {
  private let path: String
  private let database: DatabaseQueue
  /// Where receipts are kept, as the receiver wrote them.
  private let receipts: URL

  /// Opens `uploads.sqlite` and the folder `receipts` in a directory, or makes them.
  ///
  /// - Throws: `StoreError` or `FileFault`.
  package init(directory: URL) throws {
    try FileSystem.makeDirectory(directory.path)
    receipts = directory.appending(path: "receipts")
    try FileSystem.makeDirectory(receipts.path)
    path = directory.appending(path: "uploads.sqlite").path
    database = try StoreFormat.uploads.open(path)
    try FileSystem.syncDirectory(directory.path)
  }

  /// Puts a bundle into the queue; one that is there already stays as far as it is.
  package func add(_ entry: UploadEntry) throws {
    try writing { database in
      let known = try Row.fetchOne(
        database, sql: "SELECT 1 FROM upload WHERE bundle = ?", arguments: [Data(entry.bundle.bytes)])
      if known == nil { try Self.write(entry, into: database) }
    }
  }

  /// All bundles, by name and kind.
  package func entries() throws -> [UploadEntry] {
    try StoreFormat.translating(path) {
      try database.read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM upload ORDER BY folder, kind").map { row in
          guard let entry = UploadEntry(row) else { throw StoreError.damaged(path: path) }
          return entry
        }
      }
    }
  }

  /// Records how far a bundle has come.
  func update(_ entry: UploadEntry) throws {
    try writing { try Self.write(entry, into: $0) }
  }

  /// Keeps a receipt; it is on the disk before the queue says so.
  func keep(_ receipt: Receipt, of entry: UploadEntry) throws {
    try FileSystem.makeDirectory(file(of: entry).deletingLastPathComponent().path)
    try FileSystem.write(Array(receipt.description.utf8), to: file(of: entry).path)
  }

  /// The receipt kept for a bundle; nil when there is none or it is damaged.
  package func receipt(of entry: UploadEntry) throws -> Receipt? {
    let path = file(of: entry).path
    guard FileSystem.exists(path) else { return nil }
    return try? Receipt(parsing: FileSystem.read(path, limit: Receipt.sizeLimit))
  }

  /// Where the receipt of a bundle is kept.
  package func file(of entry: UploadEntry) -> URL {
    receipts.appending(path: entry.name.community).appending(path: "\(entry.bundle.hex).note")
  }

  /// Records how many parts are with the server, without waiting for the disk.
  ///
  /// After a power cut the queue may know of fewer, and the server is asked; what is recorded later brings these along.
  func note(_ entry: UploadEntry) throws {
    try StoreFormat.translating(path) {
      try database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? database.execute(sql: "PRAGMA synchronous = FULL") }
        try database.inTransaction {
          try Self.write(entry, into: database)
          return .commit
        }
      }
    }
  }

  private func writing(_ body: (Database) throws -> Void) throws {
    try StoreFormat.translating(path) { try database.write(body) }
  }

  private static func write(_ entry: UploadEntry, into database: Database) throws {
    var (part, parts) = (0, 0)
    if case .sending(let done, let all) = entry.state { (part, parts) = (done, all) }
    try database.execute(
      sql: "INSERT OR REPLACE INTO upload VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        Data(entry.bundle.bytes), entry.name.folder, entry.kind.rawValue, Data(entry.object.bytes),
        entry.size,
        entry.state.code, part, parts, entry.multipart, entry.answered, entry.attempts, entry.retryAt,
        entry.trouble?.rawValue,
      ])
  }
}

extension UploadEntry {
  fileprivate init?(_ row: Row) {
    guard let bundle = Digest(bytes: row["bundle"] as Data),
      let object = Digest(bytes: row["object"] as Data),
      let name = BundleName(folder: row["folder"] as String),
      let kind = BundleKind(rawValue: row["kind"] as String)
    else { return nil }
    self.init(bundle: bundle, name: name, kind: kind, object: object, size: row["size"])
    switch row["state"] as String {
    case "sealed": state = .sealed
    case "sending": state = .sending(part: row["part"], of: row["parts"])
    case "stored": state = .stored
    case "receipted": state = .receipted
    case "rejected": state = .rejected
    default: return nil
    }
    multipart = row["multipart"]
    answered = row["answered"]
    attempts = row["attempts"]
    retryAt = row["retry_at"]
    trouble = (row["trouble"] as String?).flatMap(UploadTrouble.init(rawValue:))
  }
}
