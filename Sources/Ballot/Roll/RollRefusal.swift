/// One fault of one row: where it is, what is wrong, and what was written there, masked.
package struct RollRefusal: Error, Hashable, Sendable {
  /// The row's number as the spreadsheet program shows it.
  package let row: Int
  /// The column's letters, where a column is to blame.
  package let column: String?
  package let field: RollField?
  package let reason: RollReason
  /// What the cell says, at most 40 characters, identity and telephone numbers masked.
  package let value: String

  package init(row: Int, column: String?, field: RollField?, reason: RollReason, value: String) {
    self.row = row
    self.column = column
    self.field = field
    self.reason = reason
    self.value = value
  }

  /// What may be shown of a cell.
  static func shown(_ text: String, of field: RollField?) -> String {
    let longNumber = longestDigitRun(text) >= 7 && field != .birthDate
    guard field == .identityNumber || field == .phone || longNumber else {
      return text.count > 40 ? text.prefix(39) + "…" : text
    }
    return String(IdentityNumber.mask(text).prefix(40))
  }

  private static func longestDigitRun(_ text: String) -> Int {
    var (run, longest) = (0, 0)
    for scalar in text.unicodeScalars {
      run = scalar.properties.numericType == .decimal ? run + 1 : 0
      longest = max(run, longest)
    }
    return longest
  }
}

extension RollRefusal: CustomStringConvertible {
  package var description: String {
    let place = column.map { "row \(row), column \($0)" } ?? "row \(row)"
    return "\(place): \(field?.description ?? "the row") \(reason)"
  }
}
