/// The right edge of a Merkle tree: all that is needed to go on appending, one hash for each bit set in the size.
package struct LogFrontier: Equatable, Sendable {
  package private(set) var size: Int
  /// The roots of the complete subtrees, largest first.
  private(set) var peaks: [Digest]

  package init() {
    size = 0
    peaks = []
  }

  /// The frontier kept as bytes by `encoded`; nil when they do not fit the size.
  package init?(size: Int, encoded: [UInt8]) {
    guard size >= 0, encoded.count == size.nonzeroBitCount * Digest.size else { return nil }
    self.size = size
    peaks = stride(from: 0, to: encoded.count, by: Digest.size).compactMap {
      Digest(bytes: encoded[$0..<($0 + Digest.size)])
    }
  }

  /// The peaks, largest first, 32 bytes each.
  package var encoded: [UInt8] { peaks.flatMap(\.bytes) }

  /// Appends a line of the log.
  package mutating func append(line: some StringProtocol) {
    append(leaf: LogHash.leaf(line))
  }

  /// Appends a leaf by its hash.
  mutating func append(leaf: Digest) {
    var node = leaf
    for _ in 0..<size.trailingOneBits {
      node = LogHash.node(peaks.removeLast(), node)
    }
    peaks.append(node)
    size += 1
  }

  /// The root hash of the tree.
  package var root: Digest {
    guard let last = peaks.last else { return LogHash.empty }
    return peaks.dropLast().reversed().reduce(last) { LogHash.node($1, $0) }
  }
}

extension Int {
  var trailingOneBits: Int { (~self).trailingZeroBitCount }
}
