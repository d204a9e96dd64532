/// One row that holds something.
package struct Row: Equatable, Sendable {
  /// The number that spreadsheet programs show, from 1.
  package let number: Int
  /// From column A to the last cell with something in it.
  package let cells: [Cell]

  package init(number: Int, cells: [Cell]) {
    self.number = number
    self.cells = cells
  }
}

/// Whether the reader of rows wants the next one.
package enum RowDemand: Sendable {
  case next
  case stop
}

/// How far reading has come.
package struct ReadingProgress: Equatable, Sendable {
  package let rows: Int
  /// The part of the sheet's bytes read so far, from 0 to 1.
  package let fraction: Double
}
