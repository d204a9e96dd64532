import Ballot
package import Foundation

/// A 32-byte hash value: SHA-256 (FIPS 180-4) or SM3 (GB/T 32905-2016).
package struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The hash function that made a digest.
  package enum Algorithm: String, CaseIterable, Sendable {
    case sha256
    case sm3
  }

  /// The length of every digest, in bytes.
  package static let size = 32

  package let bytes: [UInt8]

  /// The digest with these 32 bytes; nil for any other length.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = Array(bytes)
  }

  /// The digest written as 64 lower-case hex digits; nil for anything else.
  package init?(hex: some StringProtocol) {
    guard let bytes = [UInt8](hex: hex) else { return nil }
    self.init(bytes: bytes)
  }

  init(checked bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The digest of a few bytes in memory.
  package static func of(_ bytes: some Collection<UInt8>, by algorithm: Algorithm = .sha256) -> Digest {
    var stream = DigestStream(algorithm)
    stream.update(Array(bytes))
    return stream.finish()
  }

  /// The digest of a text's UTF-8 bytes.
  package static func of(_ text: some StringProtocol, by algorithm: Algorithm = .sha256) -> Digest {
    of(Array(text.utf8), by: algorithm)
  }

  /// The digest as 64 lower-case hex digits.
  package var hex: String { bytes.hex }

  package var description: String { hex }

  package static func < (left: Digest, right: Digest) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension Digest {
  /// The digest of a file, read piece by piece.
  package static func ofFile(_ url: URL, by algorithm: Algorithm = .sha256) throws -> Digest {
    let file = try File(url.path, .read)
    let size = try file.size()
    var stream = DigestStream(algorithm)
    var offset = 0
    while offset < size {
      let piece = try file.bytes(at: offset, count: min(1 << 20, size - offset))
      stream.update(piece)
      offset += piece.count
    }
    return stream.finish()
  }
}
