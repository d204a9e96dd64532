import Ballot

/// The random name of one sheet that was read; it tells nothing about when, or after which other.
package struct ReadingID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The length of an id, in bytes.
  package static let size = 16

  package let bytes: [UInt8]

  /// The id with these 16 bytes; nil for any other length.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = Array(bytes)
  }

  /// The id written as 32 lower-case hex digits; nil for anything else.
  package init?(hex: some StringProtocol) {
    guard let bytes = [UInt8](hex: hex) else { return nil }
    self.init(bytes: bytes)
  }

  package var hex: String { bytes.hex }

  package var description: String { hex }

  package static func < (left: ReadingID, right: ReadingID) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
