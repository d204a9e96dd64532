import Ballot
import Foundation
import Testing

@testable import Archive

@Suite("SHA-256 two at a time")
struct SHA256LanesTests {
  /// By the processor's instructions where it has them, and by the library.
  static let ways = SHA256Lanes.isAvailable ? [true, false] : [false]

  @Test("FIPS 180-4's examples, in either lane", .enabled(if: SHA256Lanes.isAvailable), arguments: [0, 1])
  func standard(lane: Int) {
    let examples = [
      "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ]
    for (message, digest) in examples {
      var bytes = Array(message.utf8)
      let count = bytes.count
      bytes += [UInt8](repeating: 0xff, count: DigestBlock.padded(count) - count)
      DigestBlock.pad(&bytes, after: 0..<count, length: count)
      var lanes = SHA256Lanes(2)
      lanes.begin(lane)
      lanes.compress(bytes, bytes.indices, lane: lane)
      #expect(lanes.digest(of: lane).hex == digest)
    }
  }

  @Test("Two at once give what one after the other gives", .enabled(if: SHA256Lanes.isAvailable))
  func pairs() {
    var dice = Generator(seed: 21)
    for blocks in 1...40 {
      let bytes = dice.bytes(blocks * 128 + 64)
      let first = 0..<blocks * 64
      let start = Int.random(in: 1...64 * blocks, using: &dice)
      let second = start..<start + blocks * 64
      var together = SHA256Lanes(3)
      var alone = SHA256Lanes(3)
      for lane in 0..<3 {
        together.begin(lane)
        alone.begin(lane)
      }
      together.compress(bytes, first, lane: 2, and: second, lane: 0)
      alone.compress(bytes, first, lane: 2)
      alone.compress(bytes, second, lane: 0)
      for lane in 0..<3 { #expect(together.digest(of: lane) == alone.digest(of: lane)) }
    }
  }

  @Test("A file's pieces and the whole, as OpenSSL hashes them", arguments: ways)
  func pieces(isPaired: Bool) {
    var dice = Generator(seed: 22)
    for size in [0, 1, 55, 56, 63, 64, 65, 127, 128, 5000, 64 * 100] {
      let piece = 64 * Int.random(in: 1...30, using: &dice)
      let bytes = dice.bytes(size)
      var digests = PieceDigests(isPaired: isPaired)
      for start in stride(from: 0, to: max(size, 1), by: piece) {
        let part = Array(bytes[start..<min(start + piece, size)])
        #expect(digests.take(part) == Digest.of(part))
      }
      #expect(digests.whole() == Digest.of(bytes))
    }
  }
}
