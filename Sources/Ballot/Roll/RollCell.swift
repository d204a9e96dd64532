/// One cell of a roll's table, free of any file format.
package enum RollCell: Equatable, Sendable {
  case empty
  case text(String)
  /// A number with the digits that the file holds, such as `5.00112199001011E+17`.
  case number(raw: String)
  case date(Day)
  /// A formula that failed, such as `#REF!`.
  case fault(String)

  /// Whether nothing but spaces is in it.
  package var isBlank: Bool {
    switch self {
    case .empty: true
    case .text(let text): CellText.clean(text).isEmpty
    case .number, .date, .fault: false
    }
  }

  /// The cleaned text that a person sees.
  package var plainText: String {
    switch self {
    case .empty: ""
    case .text(let text): CellText.clean(text)
    case .number(let raw): RollCell.plain(number: raw)
    case .date(let day): day.description
    case .fault(let code): code
    }
  }

  /// A whole number without point or exponent where it is one: `3.0` as `3`, `1.38E10` as `13800000000`.
  private static func plain(number raw: String) -> String {
    if raw.utf8.allSatisfy({ (48...57).contains($0) }) { return raw }
    guard let value = Double(raw), let whole = Int(exactly: value), abs(value) < 1e15 else { return raw }
    return String(whole)
  }
}
