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
    var parser = Parser(bytes, isCanonical: false)
    self = try parser.document()
  }

  /// Reads exactly what `canonicalBytes` writes; any other spelling of the same value is refused.
  package init(canonical bytes: [UInt8]) throws(ParseError) {
    var parser = Parser(bytes, isCanonical: true)
    self = try parser.document()
  }

  private struct Parser {
    private let bytes: [UInt8]
    /// Whether only the canonical spelling is taken: no space, keys in order, shortest escapes.
    private let isCanonical: Bool
    private var at = 0

    init(_ bytes: [UInt8], isCanonical: Bool) {
      self.bytes = bytes
      self.isCanonical = isCanonical
    }

    private var failure: ParseError { ParseError(offset: at) }

    mutating func document() throws(ParseError) -> JSON {
      let value = try value(depth: 0)
      skipSpace()
      guard at == bytes.count else { throw failure }
      return value
    }

    private mutating func skipSpace() {
      if isCanonical { return }
      while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard next == byte else { return false }
      at += 1
      return true
    }

    private mutating func word(_ text: String, _ value: JSON) throws(ParseError) -> JSON {
      for byte in text.utf8 {
        guard take(byte) else { throw failure }
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
      var last: String?
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      repeat {
        let key = try key(after: last)
        guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else { throw failure }
        last = key
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw failure }
      return .object(members)
    }

    private mutating func key(after last: String?) throws(ParseError) -> String {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw failure }
      let key = try string()
      if isCanonical, let last, !JSON.precedes(last, key) { throw failure }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure }
      return key
    }

    private mutating func array(depth: Int) throws(ParseError) -> JSON {
      at += 1
      var values: [JSON] = []
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(values) }
      repeat {
        values.append(try value(depth: depth + 1))
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw failure }
      return .array(values)
    }

    private mutating func integer() throws(ParseError) -> Int {
      let start = at
      _ = take(UInt8(ascii: "-"))
      while at < bytes.count, (48...57).contains(bytes[at]) { at += 1 }
      let text = String(decoding: bytes[start..<at], as: UTF8.self)
      guard let number = Int(text), String(number) == text else { throw failure }
      return number
    }

    private mutating func string() throws(ParseError) -> String {
      at += 1
      let start = at
      skipPlain()
      if next == UInt8(ascii: "\\") { return try escapedString(from: start) }
      return try text(bytes[start..<at])
    }

    /// Goes on to the next byte that ends a text, is escaped, or must not stand in one.
    private mutating func skipPlain() {
      while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { at += 1 }
    }

    /// Ends a text behind its last byte.
    private mutating func text(_ units: some Collection<UInt8>) throws(ParseError) -> String {
      guard take(UInt8(ascii: "\"")), let text = String(validating: units, as: UTF8.self) else {
        throw failure
      }
      return text
    }

    private mutating func escapedString(from start: Int) throws(ParseError) -> String {
      var units = Array(bytes[start..<at])
      while next == UInt8(ascii: "\\") {
        try escape(into: &units)
        let plain = at
        skipPlain()
        units += bytes[plain..<at]
      }
      return try text(units)
    }

    private mutating func escape(into units: inout [UInt8]) throws(ParseError) {
      let start = at
      let plain = try escaped()
      if isCanonical, JSON.escaped(plain)[...] != bytes[start..<at] { throw failure }
      units += plain
    }

    /// What an escape stands for, in UTF-8.
    private mutating func escaped() throws(ParseError) -> [UInt8] {
      at += 1
      guard let byte = next else { throw failure }
      at += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
      case UInt8(ascii: "b"): return [0x08]
      case UInt8(ascii: "f"): return [0x0C]
      case UInt8(ascii: "n"): return [0x0A]
      case UInt8(ascii: "r"): return [0x0D]
      case UInt8(ascii: "t"): return [0x09]
      case UInt8(ascii: "u"): return Array(String(try unicodeEscape()).utf8)
      default: throw failure
      }
    }

    private mutating func unicodeEscape() throws(ParseError) -> Character {
      let first = try fourDigits()
      var code = first
      if (0xD800..<0xDC00).contains(first) {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw failure }
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
