/// A JSON value (RFC 8259); numbers keep their spelling.
indirect enum JSON: Equatable, Sendable {
  case null
  case boolean(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A name and its value.
  struct Member: Equatable, Sendable {
    let name: String
    let value: JSON
  }

  static func integer(_ value: Int) -> JSON { .number(String(value)) }

  /// An object, its members in the canonical order.
  static func object(_ members: [String: JSON]) -> JSON {
    .object(
      members.map { Member(name: $0.key, value: $0.value) }
        .sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) })
  }

  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a number without fraction and exponent.
  var whole: Int? {
    guard case .number(let digits) = self, let value = Int(digits), String(value) == digits else {
      return nil
    }
    return value
  }

  var elements: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}
