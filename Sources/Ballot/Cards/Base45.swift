/// Base 45 (RFC 9285): bytes in the alphanumeric set of a QR code.
package enum Base45 {
  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

  package static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 2) {
      let pair = start + 1 < bytes.count
      var value = pair ? Int(bytes[start]) << 8 | Int(bytes[start + 1]) : Int(bytes[start])
      for _ in 0..<(pair ? 3 : 2) {
        text.append(digits[value % 45])
        value /= 45
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Decodes; nil for a foreign character, a wrong length or a value that no bytes have.
  package static func decode(_ text: String) -> [UInt8]? {
    var values: [Int] = []
    for byte in text.utf8 {
      guard let value = digits.firstIndex(of: byte) else { return nil }
      values.append(value)
    }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: values.count, by: 3) {
      let group = values[start..<min(start + 3, values.count)]
      guard let decoded = decode(group) else { return nil }
      bytes += decoded
    }
    return bytes
  }

  private static func decode(_ group: ArraySlice<Int>) -> [UInt8]? {
    let value = group.reversed().reduce(0) { $0 * 45 + $1 }
    switch group.count {
    case 3: return value <= 0xFFFF ? [UInt8(value >> 8), UInt8(value & 255)] : nil
    case 2: return value <= 0xFF ? [UInt8(value)] : nil
    default: return nil
    }
  }
}
