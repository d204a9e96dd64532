package import Foundation
import Glibc

/// A file copied to a stick and read again from the stick itself.
package enum VerifiedCopy {
  /// Copies a file under its own name into a directory, in place of what had that name.
  ///
  /// Written under a temporary name, synced, dropped from the machine's memory, read again, hashed, renamed. Some sticks
  /// answer from a memory of their own; pulling the stick and exporting again is the only test of that.
  ///
  /// - Returns: The copy, and its SHA-256 as it was read back.
  /// - Throws: `FileFault`; EIO when what is read back differs.
  package static func copy(_ source: URL, into directory: URL) throws -> (file: URL, digest: Digest) {
    let target = directory.appending(path: source.lastPathComponent)
    let partial = directory.appending(path: ".\(source.lastPathComponent).part").path
    try FileSystem.remove(partial)
    defer { try? FileSystem.remove(partial) }
    let original = try write(source.path, to: partial)
    let copy = try File(partial, .read)
    // Without this the pages that were just written would be compared with themselves.
    posix_fadvise(copy.descriptor, 0, 0, POSIX_FADV_DONTNEED)
    guard try copy.digest(0..<copy.size()) == original.digest, try copy.size() == original.size else {
      throw FileFault(operation: "read back", path: partial, code: EIO)
    }
    try FileSystem.rename(partial, to: target.path)
    try FileSystem.syncDirectory(directory.path)
    return (target, original.digest)
  }

  private static func write(_ source: String, to target: String) throws -> (digest: Digest, size: Int) {
    let input = try File(source, .read)
    let output = try File(target, .create(permissions: 0o644))
    let size = try input.size()
    var digest = DigestStream(.sha256)
    var offset = 0
    let count = try input.forEachPiece(from: 0, count: size) { piece in
      digest.update(piece)
      try output.write(piece, at: offset)
      offset += piece.count
    }
    guard count == size else { throw FileFault(operation: "read all of", path: source, code: EIO) }
    try output.sync()
    return (digest.finish(), size)
  }
}
