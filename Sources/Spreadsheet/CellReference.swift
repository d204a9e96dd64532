extension CellRange {
  /// Reads `A1:C3` or `A1`.
  init?(reference: String) {
    let ends = reference.split(separator: ":", omittingEmptySubsequences: false).map(CellRange.place)
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else { return nil }
    guard first.column <= last.column, first.row <= last.row else { return nil }
    self.init(columns: first.column...last.column, rows: first.row...last.row)
  }

  private static func place(_ text: Substring) -> (column: Int, row: Int)? {
    let letters = text.utf8.prefix { (65...90).contains($0) }
    guard (1...3).contains(letters.count), let row = Int(text.dropFirst(letters.count))
    else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1) - 64 }
    return (1...16_384).contains(column) && (1...1_048_576).contains(row) ? (column, row) : nil
  }
}
