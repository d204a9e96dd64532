import Ballot
import Foundation

/// The pictures of ballot sheets: one file each, named by its random id, with one constant time.
struct ScanFolder: Sendable {
  let path: String

  /// Where the pictures are being rewritten, and where the old ones wait to be wiped.
  private var fresh: String { path + ".new" }
  private var stale: String { path + ".old" }

  init(path: String) {
    self.path = path
  }

  func file(of id: ReadingID) -> String { "\(path)/\(id.hex).jpg" }

  /// Finishes or undoes a rewriting that a power cut interrupted.
  func recover() throws(FileFault) {
    if !FileSystem.exists(path), FileSystem.exists(stale) { try FileSystem.rename(fresh, to: path) }
    try FileSystem.makeDirectory(path)
    try wipe(fresh)
    try wipe(stale)
  }

  /// Removes pictures that no row knows of: their batch was never recorded.
  func removeAll(except ids: Set<ReadingID>) throws(FileFault) {
    for name in try FileSystem.names(in: path) {
      let id = name.hasSuffix(".jpg") ? ReadingID(hex: name.dropLast(4)) : nil
      if id.map(ids.contains) != true { try FileSystem.wipe("\(path)/\(name)") }
    }
  }

  /// Writes pictures in the order of their ids, each durable; on a fault none stays.
  func add(_ pictures: [(id: ReadingID, bytes: [UInt8])]) throws(FileFault) {
    do {
      for picture in pictures.sorted(by: { $0.id < $1.id }) {
        try Self.write(picture.bytes, to: file(of: picture.id))
      }
      try FileSystem.syncDirectory(path)
    } catch {
      remove(pictures.map(\.id))
      throw error
    }
  }

  /// Takes back pictures whose batch was refused.
  func remove(_ ids: [ReadingID]) {
    for id in ids { try? FileSystem.wipe(file(of: id)) }
  }

  /// Writes all pictures anew in the order of their ids and wipes the old files.
  ///
  /// Afterwards inode numbers, change times and directory order follow the ids, which are random.
  func rewrite() throws(FileFault) {
    try wipe(fresh)
    try FileSystem.makeDirectory(fresh)
    for name in try FileSystem.names(in: path) {
      let bytes = try FileSystem.read("\(path)/\(name)", limit: ScanImage.sizeLimit)
      try Self.write(bytes, to: "\(fresh)/\(name)")
    }
    try FileSystem.syncDirectory(fresh)
    try FileSystem.rename(path, to: stale)
    try FileSystem.rename(fresh, to: path)
    try FileSystem.syncDirectory(FileSystem.parent(of: path))
    try wipe(stale)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    try FileSystem.writeNew(bytes, to: path, permissions: 0o600)
    try FileSystem.setConstantTime(path)
  }

  private func wipe(_ directory: String) throws(FileFault) {
    for name in try FileSystem.names(in: directory) { try FileSystem.wipe("\(directory)/\(name)") }
    try FileSystem.removeDirectory(directory)
  }
}
