import Ballot
import Foundation
import Testing

@testable import Archive

@Suite("SM3 in lanes, with SHA-256 beside it")
struct SM3LanesTests {
  /// Every path that this processor has; all four on one with AVX-512.
  static let paths = SM3Lanes.Path.allCases.filter(\.isAvailable)

  @Test("The plain path and that of 128 bits are everywhere, and the widest one is taken")
  func choice() {
    #expect(Self.paths.starts(with: [.plain, .four]))
    #expect(SM3Lanes.Path.widest == Self.paths.last)
  }

  @Test("GB/T 32905-2016, examples 1 and 2, in every lane", arguments: paths)
  func standard(path: SM3Lanes.Path) {
    let examples = [
      "abc": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
      String(repeating: "abcd", count: 16):
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
    ]
    for (message, digest) in examples {
      for lane in 0..<path.lanes {
        var sm3 = SM3Lanes(path)
        sm3.begin(lane)
        let bytes = padded(Array(message.utf8))
        let places = Array(repeating: 0, count: path.lanes)
        sm3.compress(bytes.count / DigestBlock.size, of: bytes, at: places)
        #expect(sm3.digest(of: lane).hex == digest)
      }
    }
  }

  @Test("Lanes keep apart, at any address and with idle lanes among them", arguments: paths)
  func apart(path: SM3Lanes.Path) {
    var dice = Generator(seed: 11)
    for blocks in 1...9 {
      let bytes = dice.bytes(path.lanes * 700 + blocks * DigestBlock.size)
      let places = (0..<path.lanes).map { $0 * 700 + Int.random(in: 0..<64, using: &dice) }
      let idle = Int.random(in: 0..<path.lanes, using: &dice)
      var together = SM3Lanes(path)
      var alone = SM3Lanes(path)
      for lane in 0..<path.lanes where lane != idle || path == .plain {
        together.begin(lane)
        alone.begin(lane)
        alone.compress(bytes, places[lane]..<places[lane] + blocks * 64, lane: lane)
      }
      together.compress(blocks, of: bytes, at: places)
      for lane in 0..<path.lanes where lane != idle || path == .plain {
        #expect(together.digest(of: lane) == alone.digest(of: lane))
      }
    }
  }

  @Test("Every length up to 300 bytes, as OpenSSL hashes it", arguments: paths, [64, 128, 1 << 15])
  func lengths(path: SM3Lanes.Path, piece: Int) throws {
    var dice = Generator(seed: 12)
    try expectAsOpenSSL((0...300).map { dice.bytes($0) }, path, lanes: path.lanes, piece: piece)
  }

  @Test("Any mix of lengths, however many lanes are used", arguments: paths)
  func mixes(path: SM3Lanes.Path) throws {
    var dice = Generator(seed: 13)
    for _ in 0..<12 {
      let messages = (0..<Int.random(in: 1...60, using: &dice)).map { _ in
        let most = [70, 2000, 40_000].randomElement(using: &dice) ?? 0
        return dice.bytes(Int.random(in: 0...most, using: &dice))
      }
      let piece = 64 * Int.random(in: 1...600, using: &dice)
      let lanes = Int.random(in: 1...path.lanes, using: &dice)
      try expectAsOpenSSL(messages, path, lanes: lanes, piece: piece)
    }
  }

  @Test("Several threads give the same as one, with one huge file among small ones", arguments: paths)
  func threads(path: SM3Lanes.Path) throws {
    var dice = Generator(seed: 14)
    let messages = [dice.bytes(3_000_001)] + (0..<40).map { _ in dice.bytes(Int.random(in: 0...90_000)) }
    let digests = try BulkDigests.of(jobs(messages), path: path)
    #expect(digests == expected(messages))
    #expect(try BulkDigests.of([], path: path) == [:])
  }

  @Test("A file that ends early stops all of them, and the fault is told")
  func fault() throws {
    let messages = (0..<50).map { [UInt8](repeating: 7, count: 50_000 + $0) }
    var jobs = jobs(messages)
    jobs[20] = DigestJob(path: "short", size: 50_020) { Message([1, 2, 3]) }
    #expect(throws: Message.TooShort()) { try BulkDigests.of(jobs) }
  }

  private func padded(_ message: [UInt8]) -> [UInt8] {
    var bytes = message + [UInt8](repeating: 0xff, count: DigestBlock.padded(message.count) - message.count)
    DigestBlock.pad(&bytes, after: message.indices, length: message.count)
    return bytes
  }

  private func jobs(_ messages: [[UInt8]]) -> [DigestJob] {
    messages.enumerated().map { index, message in
      DigestJob(path: "\(index)", size: message.count) { Message(message) }
    }
  }

  /// By OpenSSL.
  private func expected(_ messages: [[UInt8]]) -> [String: DigestPair] {
    let pairs = messages.enumerated().map { index, message in
      ("\(index)", DigestPair(sha256: Digest.of(message), sm3: Digest.of(message, by: .sm3)))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private func expectAsOpenSSL(
    _ messages: [[UInt8]], _ path: SM3Lanes.Path, lanes: Int, piece: Int
  ) throws {
    for isPaired in SHA256LanesTests.ways {
      var worker = DigestWorker(path, lanes: lanes, piece: piece, isPaired: isPaired)
      var waiting = Array(jobs(messages).reversed())
      try worker.work { waiting.popLast() }
      let digests = worker.digests
      #expect(digests.count == messages.count)
      let found = Dictionary(digests.map { ($0.path, $0.pair) }, uniquingKeysWith: { first, _ in first })
      #expect(found == expected(messages))
    }
  }
}

/// A file in memory.
private final class Message: DigestSource {
  struct TooShort: Error, Equatable {}
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) throws {
    guard offset + range.count <= bytes.count else { throw TooShort() }
    buffer.replaceSubrange(range, with: bytes[offset..<offset + range.count])
  }
}
