/// A JSON value with one canonical spelling (RFC 8785), restricted to integers as numbers.
///
/// Votes, seats and sequence numbers are integers; a floating-point number in a record would be a mistake.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// The canonical spelling: no white space, keys in UTF-16 order, shortest escapes.
  package var canonical: String {
    var text = ""
    write(to: &text)
    return text
  }

  package subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The members of an object.
  package var members: [String: JSON]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The values of an array.
  package var elements: [JSON]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var integer: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .string(let value): JSON.write(value, to: &text)
    case .array(let values): JSON.write(values, to: &text)
    case .object(let members): JSON.write(members, to: &text)
    }
  }

  private static func write(_ values: [JSON], to text: inout String) {
    text += "["
    for (index, value) in values.enumerated() {
      if index > 0 { text += "," }
      value.write(to: &text)
    }
    text += "]"
  }

  private static func write(_ members: [String: JSON], to text: inout String) {
    text += "{"
    let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
    for (index, member) in sorted.enumerated() {
      if index > 0 { text += "," }
      write(member.key, to: &text)
      text += ":"
      member.value.write(to: &text)
    }
    text += "}"
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{8}": text += "\\b"
      case "\u{9}": text += "\\t"
      case "\u{A}": text += "\\n"
      case "\u{C}": text += "\\f"
      case "\u{D}": text += "\\r"
      case "\u{0}"..<"\u{20}": text += "\\u00" + hex(UInt8(scalar.value))
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = Array("0123456789abcdef")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
