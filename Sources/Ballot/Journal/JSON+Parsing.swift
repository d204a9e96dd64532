extension JSON {
  /// Where and why a text is not JSON of this restricted kind.
  package struct ParseError: Error, Equatable, Sendable {
    package let offset: Int
  }

  /// Reads one JSON text; depth is limited to 64 and numbers to integers.
  package init(parsing text: String) throws(ParseError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads one JSON text in UTF-8.
  package init(parsing bytes: [UInt8]) throws(ParseError) {
    var parser = Parser(bytes)
    self = try parser.document()
  }

  private struct Parser {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var failure: ParseError { ParseError(offset: at) }

    mutating func document() throws(ParseError) -> JSON {
      let value = try value(depth: 0)
      skipSpace()
      guard at == bytes.count else { throw failure }
      return value
    }

    private mutating func skipSpace() {
      while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }

    private mutating func take(_ byte: Character) -> Bool {
      guard at < bytes.count, bytes[at] == byte.asciiValue else { return false }
      at += 1
      return true
    }

    private mutating func word(_ text: String, _ value: JSON) throws(ParseError) -> JSON {
      for byte in text.utf8 {
        guard at < bytes.count, bytes[at] == byte else { throw failure }
        at += 1
      }
      return value
    }

    private mutating func value(depth: Int) throws(ParseError) -> JSON {
      guard depth < 64 else { throw failure }
      skipSpace()
      guard at < bytes.count else { throw failure }
      switch bytes[at] {
      case UInt8(ascii: "{"): return try object(depth: depth)
      case UInt8(ascii: "["): return try array(depth: depth)
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "t"): return try word("true", .bool(true))
      case UInt8(ascii: "f"): return try word("false", .bool(false))
      case UInt8(ascii: "n"): return try word("null", .null)
      default: return .integer(try integer())
      }
    }

    private mutating func object(depth: Int) throws(ParseError) -> JSON {
      at += 1
      var members: [String: JSON] = [:]
      skipSpace()
      if take("}") { return .object(members) }
      repeat {
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw failure }
        let key = try string()
        skipSpace()
        guard take(":"), members[key] == nil else { throw failure }
        members[key] = try value(depth: depth + 1)
        skipSpace()
      } while take(",")
      guard take("}") else { throw failure }
      return .object(members)
    }

    private mutating func array(depth: Int) throws(ParseError) -> JSON {
      at += 1
      var values: [JSON] = []
      skipSpace()
      if take("]") { return .array(values) }
      repeat {
        values.append(try value(depth: depth + 1))
        skipSpace()
      } while take(",")
      guard take("]") else { throw failure }
      return .array(values)
    }

    private mutating func integer() throws(ParseError) -> Int {
      let start = at
      _ = take("-")
      while at < bytes.count, (48...57).contains(bytes[at]) { at += 1 }
      let text = String(decoding: bytes[start..<at], as: UTF8.self)
      guard let number = Int(text), String(number) == text else { throw failure }
      return number
    }

    private mutating func string() throws(ParseError) -> String {
      at += 1
      var units: [UInt8] = []
      while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
        guard bytes[at] >= 0x20 else { throw failure }
        if bytes[at] == UInt8(ascii: "\\") {
          try escape(into: &units)
        } else {
          units.append(bytes[at])
          at += 1
        }
      }
      guard take("\""), let text = String(validating: units, as: UTF8.self) else { throw failure }
      return text
    }

    private mutating func escape(into units: inout [UInt8]) throws(ParseError) {
      at += 1
      guard at < bytes.count else { throw failure }
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(byte)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "u"): units.append(contentsOf: String(try unicodeEscape()).utf8)
      default: throw failure
      }
    }

    private mutating func unicodeEscape() throws(ParseError) -> Character {
      let first = try fourDigits()
      var code = first
      if (0xD800..<0xDC00).contains(first) {
        guard take("\\"), take("u") else { throw failure }
        let second = try fourDigits()
        guard (0xDC00..<0xE000).contains(second) else { throw failure }
        code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw failure }
      return Character(scalar)
    }

    private mutating func fourDigits() throws(ParseError) -> UInt32 {
      guard at + 4 <= bytes.count else { throw failure }
      let text = String(decoding: bytes[at..<at + 4], as: UTF8.self)
      guard let number = UInt32(text, radix: 16), text.utf8.allSatisfy({ $0 != 43 && $0 != 45 }) else {
        throw failure
      }
      at += 4
      return number
    }
  }
}
