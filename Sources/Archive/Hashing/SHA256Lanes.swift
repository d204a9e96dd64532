import CDigests

/// SHA-256 (FIPS 180-4) of several messages by a processor's own instructions, up to two of them at once.
///
/// A round's result comes some cycles late; a second message fills the wait, and two take little longer than one.
@safe struct SHA256Lanes: ~Copyable {
  /// Whether this processor has the instructions; nothing else may be called without.
  static let isAvailable = csha256_has() != 0

  private static let words = 8
  private var states: [UInt32]

  init(_ lanes: Int) {
    states = [UInt32](repeating: 0, count: lanes * Self.words)
  }

  /// Begins a message in a lane.
  mutating func begin(_ lane: Int) {
    unsafe withState(of: lane) { unsafe csha256_begin($0) }
  }

  /// Takes in a part of `bytes`, whole blocks, for one lane.
  mutating func compress(_ bytes: [UInt8], _ part: Range<Int>, lane: Int) {
    precondition(Self.isAvailable && part.count.isMultiple(of: DigestBlock.size))
    unsafe bytes[part].withUnsafeBufferPointer { bytes in
      unsafe withState(of: lane) {
        unsafe csha256_compress($0, bytes.baseAddress, bytes.count / DigestBlock.size)
      }
    }
  }

  /// Takes in a part of `bytes` for one lane and another part of the same length, or the same part, for another.
  mutating func compress(
    _ bytes: [UInt8], _ part: Range<Int>, lane: Int, and other: Range<Int>, lane second: Int
  ) {
    precondition(Self.isAvailable && lane != second && part.count == other.count)
    precondition(part.count.isMultiple(of: DigestBlock.size))
    unsafe bytes[part].withUnsafeBufferPointer { part in
      unsafe bytes[other].withUnsafeBufferPointer { other in
        unsafe withStates(of: lane, second) {
          unsafe csha256_compress_two(
            $0, part.baseAddress, $1, other.baseAddress, part.count / DigestBlock.size)
        }
      }
    }
  }

  /// The digest of the message in a lane, whose padding was taken in.
  mutating func digest(of lane: Int) -> Digest {
    var bytes = [UInt8](repeating: 0, count: Digest.size)
    unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe withState(of: lane) { unsafe csha256_end($0, bytes.baseAddress) }
    }
    return Digest(checked: bytes)
  }

  private mutating func withState(of lane: Int, _ body: (UnsafeMutablePointer<UInt32>?) -> Void) {
    precondition(0..<states.count / Self.words ~= lane)
    unsafe states.withUnsafeMutableBufferPointer {
      unsafe body($0.baseAddress?.advanced(by: lane * Self.words))
    }
  }

  private mutating func withStates(
    of lane: Int, _ second: Int,
    _ body: (UnsafeMutablePointer<UInt32>?, UnsafeMutablePointer<UInt32>?) -> Void
  ) {
    precondition(0..<states.count / Self.words ~= lane && 0..<states.count / Self.words ~= second)
    unsafe states.withUnsafeMutableBufferPointer {
      unsafe body(
        $0.baseAddress?.advanced(by: lane * Self.words), $0.baseAddress?.advanced(by: second * Self.words))
    }
  }
}
