import CUnix
package import Foundation
import Glibc

/// A directory whose files are whole or not there, whatever happens to the power.
///
/// Paths are relative to it; the directories in between are made.
package struct DurableFolder: Sendable {
  package let url: URL

  package init(_ url: URL) throws(FileFault) {
    self.url = url
    try FileSystem.makeDirectory(url.path)
  }

  package func file(_ path: String) -> URL { url.appending(path: path) }

  package func exists(_ path: String) -> Bool { FileSystem.exists(file(path).path) }

  /// The names in a directory, sorted; none when there is no such directory.
  package func names(in path: String = "") throws(FileFault) -> [String] {
    try FileSystem.names(in: path.isEmpty ? url.path : file(path).path)
  }

  /// The bytes of a file no longer than `limit`; nil when there is none.
  package func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8]? {
    exists(path) ? try FileSystem.read(file(path).path, limit: limit) : nil
  }

  /// Writes a whole file in place of what has its name.
  package func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    try FileSystem.makeDirectory(FileSystem.parent(of: file(path).path))
    try FileSystem.write(bytes, to: file(path).path, permissions: 0o644)
  }

  /// Writes many files, each whole or not there after a power cut, with one flush of the disk for all of them.
  ///
  /// A name may be lost where the power fails right after; what it names is never half there.
  package func write(_ files: [(path: String, bytes: [UInt8])]) throws {
    for (path, bytes) in files {
      let target = file(path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileSystem.remove(target.path + Self.suffix)
      let new = try File(target.path + Self.suffix, .create(permissions: 0o644))
      try new.write(bytes, at: 0)
    }
    try flush()
    for (path, _) in files { try FileSystem.rename(file(path).path + Self.suffix, to: file(path).path) }
  }

  private static let suffix = ".tmp"

  /// Brings everything written to the disk of this directory.
  package func flush() throws(FileFault) {
    let directory = try File(url.path, .directory)
    let outcome = syncfs(directory.descriptor)
    let code = errno
    _ = consume directory
    guard outcome == 0 else { throw FileFault(operation: "sync", path: url.path, code: code) }
  }

  /// Gives files another name, from the same file system, without a flush; their bytes are on the disk already.
  package func adopt(_ files: [(source: URL, path: String)]) throws {
    for (source, path) in files {
      try FileManager.default.createDirectory(
        at: file(path).deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileSystem.rename(source.path, to: file(path).path)
    }
  }

  /// Takes a file in under a name, from the same file system.
  package func take(_ source: URL, as path: String) throws(FileFault) {
    let target = file(path).path
    try FileSystem.makeDirectory(FileSystem.parent(of: target))
    try FileSystem.rename(source.path, to: target)
    try FileSystem.syncDirectory(FileSystem.parent(of: target))
  }

  package func remove(_ path: String) throws(FileFault) { try FileSystem.remove(file(path).path) }

  /// Copies a file of at most `limit` bytes and hashes it on the way, reading each byte once.
  ///
  /// - Returns: SHA-256 and the size of what was copied.
  /// - Throws: `FileFault`; EFBIG when it is larger.
  package static func copy(_ source: URL, to target: URL, limit: Int) throws -> (digest: Digest, size: Int) {
    let from = try File(source.path, .read)
    let size = try from.size()
    guard size <= limit else { throw FileFault(operation: "read", path: source.path, code: EFBIG) }
    try FileSystem.remove(target.path)
    let into = try File(target.path, .create(permissions: 0o644))
    var stream = DigestStream(.sha256)
    var offset = 0
    let count = try from.forEachPiece(from: 0, count: size) { piece in
      stream.update(piece)
      try into.write(piece, at: offset)
      offset += piece.count
    }
    return (stream.finish(), count)
  }
}
