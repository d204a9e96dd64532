import Ballot
package import Foundation

/// Larger things that events speak of by hash: rolls, seals, geometries, results, bulletins.
///
/// A blob is on the disk before the event that names it is written, so an event never speaks of something lost.
package struct BlobStore: Sendable {
  private let path: String

  /// Opens a directory of blobs, or makes it.
  package init(directory: URL) throws(FileFault) {
    path = directory.path
    try FileSystem.makeDirectory(path)
  }

  /// Keeps bytes; they are on the disk when this returns.
  ///
  /// - Returns: Their SHA-256, by which they are found again.
  package func put(_ bytes: [UInt8]) throws(FileFault) -> Digest {
    let digest = Digest.of(bytes)
    let file = file(digest)
    if !FileSystem.exists(file) { try FileSystem.write(bytes, to: file) }
    return digest
  }

  /// The bytes of a hash; nil when they are missing or no longer those that were kept.
  package func get(_ digest: Digest) throws(FileFault) -> [UInt8]? {
    let file = file(digest)
    guard FileSystem.exists(file) else { return nil }
    let bytes = try FileSystem.read(file, limit: BlobStore.largest)
    return Digest.of(bytes) == digest ? bytes : nil
  }

  /// Overwrites and removes the bytes of a hash, where nothing may speak of them any more.
  package func wipe(_ digest: Digest) throws(FileFault) { try FileSystem.wipe(file(digest)) }

  /// Where the bytes of a hash lie.
  package func url(_ digest: Digest) -> URL { URL(filePath: file(digest)) }

  private static let largest = 1 << 30

  private func file(_ digest: Digest) -> String { "\(path)/\(digest.hex)" }
}
