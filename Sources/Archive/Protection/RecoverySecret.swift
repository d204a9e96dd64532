import Ballot

/// What a supervisor keeps to open the keys of a box when nothing else does: a printed code, or a passphrase of their own.
///
/// A code is six groups of five digits of Crockford's base 32: four random ones, 120 bits in all, and one that checks
/// the group and its place.
package struct RecoverySecret: Hashable, Sendable {
  /// As it was typed.
  let typed: String
  /// What counts: a code in one spelling, anything else as typed.
  let text: String
  private let isCode: Bool

  static let groups = 6
  private static let groupSize = 5
  /// The fewest characters of a passphrase in place of a code.
  package static let shortest = 16

  /// What somebody typed; small letters, spaces and hyphens mean nothing in a code, O is 0, I and L are 1.
  ///
  /// - Throws: `KeyProtectionError.mistyped` for a code with a wrong group.
  package init(typed: String) throws(KeyProtectionError) {
    self.typed = typed
    guard let digits = Self.digits(typed) else {
      (text, isCode) = (typed, false)
      return
    }
    let found = Self.split(digits)
    for (index, group) in found.enumerated() where group != Self.group(String(group.prefix(4)), at: index) {
      throw .mistyped(group: index + 1)
    }
    (text, isCode) = (found.joined(separator: "-"), true)
  }

  /// A new random code, as it is printed.
  package static func newCode() throws(CryptoError) -> String {
    let random = Base32.encode(try RandomBytes()(groups * 3), count: groups * 4)
    let digits = Array(random)
    return (0..<groups).map { group(String(digits[$0 * 4..<$0 * 4 + 4]), at: $0) }.joined(separator: "-")
  }

  var isLongEnough: Bool { isCode || text.count >= Self.shortest }

  /// Four digits and the one that checks them at their place.
  private static func group(_ digits: String, at index: Int) -> String {
    let digest = Digest.of(Array("kiosk recovery group \(index)\n\(digits)".utf8))
    return digits + Base32.encode(Array(digest.bytes), count: 1)
  }

  /// The digits of what may be a code; nil when it cannot be one.
  private static func digits(_ text: String) -> String? {
    let bytes = text.uppercased().utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"): nil
      case UInt8(ascii: "O"): UInt8(ascii: "0")
      case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
      default: byte
      }
    }
    guard bytes.count == groups * groupSize, bytes.allSatisfy(Base32.isDigit) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func split(_ digits: String) -> [String] {
    let digits = Array(digits)
    return (0..<groups).map { String(digits[$0 * groupSize..<($0 + 1) * groupSize]) }
  }
}
