import CDigests

/// SM3 (GB/T 32905-2016) of several messages side by side, each in a lane of its own.
///
/// A processor without support for SM3 is kept busy by vectors: sixteen messages take little longer than one.
@safe struct SM3Lanes: ~Copyable {
  /// How wide the vectors are.
  enum Path: Int, CaseIterable, Sendable {
    /// One message, without vectors.
    case plain = 1
    /// 128 bits, everywhere.
    case four = 4
    /// AVX2.
    case eight = 8
    /// AVX-512F.
    case sixteen = 16

    var lanes: Int { rawValue }

    /// Whether this processor has it.
    var isAvailable: Bool { csm3_has(csm3_path(UInt32(rawValue))) != 0 }

    /// The widest that this processor has.
    static let widest = allCases.last(where: \.isAvailable) ?? .plain
  }

  let path: Path
  private var words = [UInt32](repeating: 0, count: 8 * Int(CSM3_LANES))

  init(_ path: Path = .widest) {
    precondition(path.isAvailable)
    self.path = path
  }

  /// Begins a message in a lane.
  mutating func begin(_ lane: Int) {
    precondition(0..<path.lanes ~= lane)
    unsafe words.withUnsafeMutableBufferPointer { unsafe csm3_begin($0.baseAddress, lane) }
  }

  /// Takes in `count` blocks for every lane, each from its own place in `bytes`.
  ///
  /// A lane that has no message may be given any place: what becomes of it is not looked at.
  mutating func compress(_ count: Int, of bytes: [UInt8], at places: [Int]) {
    precondition(places.count == path.lanes)
    let last = bytes.count - count * DigestBlock.size
    precondition(places.allSatisfy { 0...last ~= $0 })
    let width = csm3_path(UInt32(path.rawValue))
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let messages = unsafe places.map { unsafe bytes.baseAddress?.advanced(by: $0) }
      unsafe words.withUnsafeMutableBufferPointer {
        unsafe csm3_compress(width, $0.baseAddress, messages, count)
      }
    }
  }

  /// Takes in a part of `bytes`, whole blocks, for one lane alone.
  mutating func compress(_ bytes: [UInt8], _ part: Range<Int>, lane: Int) {
    precondition(0..<path.lanes ~= lane && part.count.isMultiple(of: DigestBlock.size))
    unsafe bytes[part].withUnsafeBufferPointer { bytes in
      unsafe words.withUnsafeMutableBufferPointer {
        unsafe csm3_compress_lane($0.baseAddress, lane, bytes.baseAddress, bytes.count / DigestBlock.size)
      }
    }
  }

  /// The digest of the message in a lane, whose padding was taken in.
  func digest(of lane: Int) -> Digest {
    precondition(0..<path.lanes ~= lane)
    var bytes = [UInt8](repeating: 0, count: Digest.size)
    unsafe words.withUnsafeBufferPointer { words in
      unsafe bytes.withUnsafeMutableBufferPointer {
        unsafe csm3_end(words.baseAddress, lane, $0.baseAddress)
      }
    }
    return Digest(checked: bytes)
  }
}
