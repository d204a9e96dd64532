extension JSON {
  /// Appends the canonical spelling (RFC 8785) in UTF-8.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .string(let value): JSON.write(value, to: &bytes)
    case .array(let values): JSON.write(values, to: &bytes)
    case .object(let members): JSON.write(members, to: &bytes)
    }
  }

  private static func write(_ values: [JSON], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      value.write(to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static func write(_ members: [String: JSON], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.sorted(by: { precedes($0.key, $1.key) }).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(member.key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      member.value.write(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Whether a key stands before another: the order of UTF-16 units (RFC 8785 §3.2.3).
  ///
  /// The order of bytes is the same below U+E000; only above it do pairs of surrogates come earlier.
  static func precedes(_ one: String, _ other: String) -> Bool {
    for (left, right) in zip(one.utf8, other.utf8) where left != right {
      guard max(left, right) < 0xEE else { return one.utf16.lexicographicallyPrecedes(other.utf16) }
      return left < right
    }
    return one.utf8.count < other.utf8.count
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: isEscaped) {
      bytes += escaped(text.utf8)
    } else {
      bytes += text.utf8
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// A text's bytes with the escapes that RFC 8785 §3.2.2.2 asks for.
  static func escaped(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.reduce(into: []) { bytes, byte in escape(byte, to: &bytes) }
  }

  private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
    guard isEscaped(byte) else { return bytes.append(byte) }
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0..<0x20: bytes += "u00\([byte].hex)".utf8
    default: bytes.append(byte)
    }
  }
}
