/// The two digests that a bundle keeps of every payload file.
struct DigestPair: Equatable, Sendable {
  let sha256: Digest
  let sm3: Digest
}
