/// Why the columns of a table could not be told apart.
package enum RollHeaderError: Error, Hashable, Sendable {
  /// Something that a roll must tell, by one column or another.
  package enum Need: Hashable, Sendable {
    case one(RollField)
    case either(RollField, RollField)

    /// The fields of which one is enough.
    package var fields: [RollField] {
      switch self {
      case .one(let field): [field]
      case .either(let first, let second): [first, second]
      }
    }
  }

  /// No row of the first `rowsSeen` looks like a header; the words found there.
  case noHeader(rowsSeen: Int, words: [String])
  /// The header is there, but these columns are not; what was found.
  case missing([Need], row: Int, found: [RollColumn])
  /// Several columns say they are this field.
  case ambiguous(RollField, row: Int, columns: [RollColumn])
  /// A mapping names a column that is not there.
  case unknownColumn(String, found: [RollColumn])
}

extension RollHeaderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noHeader(let rows, let words):
      "none of the first \(rows) rows is a header; found: \(RollHeaderError.list(words))"
    case .missing(let needs, let row, let found):
      "row \(row) has no column for \(RollHeaderError.list(needs)); found: \(RollHeaderError.list(found))"
    case .ambiguous(let field, let row, let columns):
      "row \(row) has several columns for \(field): \(RollHeaderError.list(columns)); choose one with --map"
    case .unknownColumn(let name, let found):
      "there is no column “\(name)”; found: \(RollHeaderError.list(found))"
    }
  }

  private static func list(_ items: [some CustomStringConvertible]) -> String {
    items.isEmpty ? "nothing" : items.map(\.description).joined(separator: ", ")
  }
}

extension RollHeaderError.Need: CustomStringConvertible {
  package var description: String {
    switch self {
    case .one(let field): field.description
    case .either(let first, let second): "\(first) or \(second)"
    }
  }
}
