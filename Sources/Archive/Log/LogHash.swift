/// The two hashes of an RFC 6962 Merkle tree (§2.1).
enum LogHash {
  /// The root of a tree without leaves.
  static let empty = Digest.of([UInt8]())

  static func leaf(_ line: borrowing Span<UInt8>) -> Digest {
    var stream = DigestStream(.sha256)
    stream.update([0x00])
    stream.update(line)
    return stream.finish()
  }

  static func leaf(_ line: some StringProtocol) -> Digest {
    leaf(Array(line.utf8).span)
  }

  static func node(_ left: Digest, _ right: Digest) -> Digest {
    var stream = DigestStream(.sha256)
    stream.update([0x01] + left.bytes + right.bytes)
    return stream.finish()
  }
}
