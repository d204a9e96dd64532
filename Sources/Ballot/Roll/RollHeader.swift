/// The header of a table: where it is and what every column means.
struct RollHeader: Equatable {
  /// The row of the header's words, and the last row that belongs to it; 0 where there is none.
  let row: Int
  let lastRow: Int
  let columns: [RollColumn]
  /// Column index by `RollField.index`, or nil.
  private let places: [Int?]

  init(row: Int, lastRow: Int, columns: [RollColumn]) {
    self.row = row
    self.lastRow = lastRow
    self.columns = columns
    var places = [Int?](repeating: nil, count: RollField.allCases.count)
    for column in columns {
      if let field = column.field { places[field.index] = column.index }
    }
    self.places = places
  }

  /// The index of the column that holds a field.
  func place(of field: RollField) -> Int? { places[field.index] }

  /// Whether a row of the table says the header's words again, as on every printed page.
  func isRepeated(in cells: [RollCell]) -> Bool {
    var same = 0
    for column in columns where column.field != nil && column.index < cells.count {
      guard case .text(let text) = cells[column.index] else { continue }
      guard CellText.clean(text) == column.header else { return false }
      same += 1
    }
    return same >= 2
  }
}
