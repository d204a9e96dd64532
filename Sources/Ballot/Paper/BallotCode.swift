/// What the code symbol of a ballot says: `KB1`, ten characters type, four characters batch, two digits page.
///
/// Nineteen characters of the QR alphanumeric set, so version 1 at error correction M holds them
/// (ISO/IEC 18004, table 7). Nothing in it differs between two sheets of one print run.
package struct BallotCode: Hashable, Sendable {
  package let type: BallotType
  package let batch: BatchCode
  package let page: Int

  package init(type: BallotType, batch: BatchCode, page: Int) {
    self.type = type
    self.batch = batch
    self.page = page
  }

  /// Reads a code; nil when the text is not a ballot's.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 19, text.hasPrefix("KB1") else { return nil }
    guard bytes[3..<17].allSatisfy(Base32.isDigit) else { return nil }
    guard let page = Int(text.suffix(2)), (1...99).contains(page) else { return nil }
    self.init(
      type: BallotType(rawValue: String(text.dropFirst(3).prefix(10))),
      batch: BatchCode(rawValue: String(text.dropFirst(13).prefix(4))), page: page)
  }

  package var text: String {
    "KB1\(type.rawValue)\(batch.rawValue)\(page < 10 ? "0" : "")\(page)"
  }
}

/// Crockford's base 32: no I, L, O or U, so that nobody misreads it.
package enum Base32 {
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// Whether a byte is one of the 32 digits (capitals only).
  package static func isDigit(_ byte: UInt8) -> Bool { digits.contains(byte) }

  /// The first `count` digits of a byte string, five bits each, most significant first.
  package static func encode(_ bytes: [UInt8], count: Int) -> String {
    var text: [UInt8] = []
    for index in 0..<count {
      var value = 0
      for bit in (index * 5)..<(index * 5 + 5) {
        let byte = bit / 8 < bytes.count ? bytes[bit / 8] : 0
        value = value << 1 | Int(byte >> UInt8(7 - bit % 8) & 1)
      }
      text.append(digits[value])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// All bits of a byte string, the last digit filled up with zeros.
  package static func encode(_ bytes: [UInt8]) -> String { encode(bytes, count: (bytes.count * 8 + 4) / 5) }

  /// The bytes whose digits these are; nil for a foreign character or bits left over.
  package static func decode(_ text: String) -> [UInt8]? {
    var (bits, held) = (0, 0)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      guard let digit = digits.firstIndex(of: byte) else { return nil }
      bits = (bits << 5 | digit) & 0xFFFF
      held += 5
      guard held >= 8 else { continue }
      held -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> held))
    }
    return encode(bytes) == text ? bytes : nil
  }
}
