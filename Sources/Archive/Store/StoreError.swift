import GRDB

/// Why one of the box's databases cannot be opened, read or written.
package enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The disk is full; nothing of this step was recorded, and it can be repeated once there is room.
  case diskFull(path: String)
  /// Another process kept the database locked for too long; nothing was recorded.
  case busy(path: String)
  /// The file is another program's database, or another of ours.
  case foreign(path: String)
  /// The file was written by another version of this program.
  case otherVersion(path: String, found: Int, supported: Int)
  /// The file is damaged, or is no database.
  case damaged(path: String)
  /// Any other refusal by SQLite, with its extended result code.
  case refused(path: String, code: Int, message: String)

  package var description: String {
    switch self {
    case .diskFull(let path): "The disk is full; nothing was recorded in \(path)."
    case .busy(let path): "Another program is using \(path); nothing was recorded."
    case .foreign(let path): "\(path) belongs to another program."
    case .otherVersion(let path, let found, let supported):
      "\(path) has format \(found); this program reads format \(supported)."
    case .damaged(let path): "\(path) is damaged."
    case .refused(let path, let code, let message): "\(path) was refused: \(message) (SQLite \(code))."
    }
  }

  init(_ error: DatabaseError, path: String) {
    switch (error.resultCode, error.extendedResultCode) {
    case (.SQLITE_FULL, _), (_, .SQLITE_IOERR_SHMSIZE): self = .diskFull(path: path)
    case (.SQLITE_BUSY, _), (.SQLITE_LOCKED, _): self = .busy(path: path)
    case (.SQLITE_CORRUPT, _), (.SQLITE_NOTADB, _): self = .damaged(path: path)
    default:
      self = .refused(
        path: path, code: Int(error.extendedResultCode.rawValue), message: error.message ?? "no reason given")
    }
  }
}
