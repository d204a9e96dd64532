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
  package var canonical: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// The canonical spelling in UTF-8.
  package var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
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
}
