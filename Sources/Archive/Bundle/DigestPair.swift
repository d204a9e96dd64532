/// The two digests that a bundle keeps of every payload file.
struct DigestPair: Equatable, Sendable {
  let sha256: Digest
  let sm3: Digest

  /// Both digests over bytes that arrive piece by piece.
  struct Stream: ~Copyable {
    private var sha256 = DigestStream(.sha256)
    private var sm3 = DigestStream(.sm3)

    mutating func update(_ bytes: borrowing Span<UInt8>) {
      sha256.update(bytes)
      sm3.update(bytes)
    }

    consuming func finish() -> DigestPair {
      DigestPair(sha256: sha256.finish(), sm3: sm3.finish())
    }
  }
}
