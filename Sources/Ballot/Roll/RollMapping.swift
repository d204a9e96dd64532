/// One `--map COLUMN=FIELD`: the officer's word on what a column means.
package struct RollMapping: Hashable, Sendable {
  /// A header's text or a column's letters, as given.
  package let column: String
  /// Nil for `COLUMN=-`: leave this column out.
  package let field: RollField?

  package init(column: String, field: RollField?) {
    self.column = column
    self.field = field
  }

  /// As it is written for `--map`.
  package var argument: String { "\(column)=\(field?.rawValue ?? "-")" }

  /// Reads `C=name`, `身份证=identityNumber`, `C=姓名` or `C=-`, or nil where it is none of these.
  package init?(argument: String) {
    guard let sign = argument.lastIndex(of: "=") else { return nil }
    let column = CellText.clean(String(argument[..<sign]))
    let word = CellText.clean(String(argument[argument.index(after: sign)...]))
    guard !column.isEmpty, !word.isEmpty else { return nil }
    if word == "-" {
      self.init(column: column, field: nil)
    } else {
      guard let field = RollField(argument: word) else { return nil }
      self.init(column: column, field: field)
    }
  }
}
