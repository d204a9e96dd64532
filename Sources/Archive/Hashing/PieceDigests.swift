/// SHA-256 of each piece of a file and of the whole, both over the same bytes at once.
struct PieceDigests: ~Copyable {
  private static let wholeLane = 0
  private static let pieceLane = 1
  private var lanes = SHA256Lanes(2)
  /// The whole by the library, where the processor has no instructions.
  private var library: DigestStream?
  private var length = 0
  /// What the whole has not taken in for want of a full block.
  private var rest: [UInt8] = []

  /// - Parameter isPaired: Whether the processor's instructions are used, which it must have.
  init(isPaired: Bool = SHA256Lanes.isAvailable) {
    lanes.begin(Self.wholeLane)
    library = isPaired ? nil : DigestStream(.sha256)
  }

  /// Takes in the next piece; all but the last one have whole blocks.
  ///
  /// - Returns: The digest of this piece.
  mutating func take(_ piece: [UInt8]) -> Digest {
    length += piece.count
    if library != nil {
      library?.update(piece)
      return Digest.of(piece)
    }
    precondition(rest.isEmpty)
    let blocks = 0..<piece.count / DigestBlock.size * DigestBlock.size
    lanes.begin(Self.pieceLane)
    lanes.compress(piece, blocks, lane: Self.wholeLane, and: blocks, lane: Self.pieceLane)
    rest = Array(piece[blocks.upperBound...])
    return end(Self.pieceLane, length: piece.count)
  }

  /// The digest of all pieces together, after the last one.
  mutating func whole() -> Digest { library.take()?.finish() ?? end(Self.wholeLane, length: length) }

  private mutating func end(_ lane: Int, length: Int) -> Digest {
    let padding = [UInt8](repeating: 0, count: DigestBlock.padded(rest.count) - rest.count)
    var last = rest + padding
    DigestBlock.pad(&last, after: rest.indices, length: length)
    lanes.compress(last, last.indices, lane: lane)
    return lanes.digest(of: lane)
  }
}
