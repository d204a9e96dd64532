/// One sheet of a workbook.
package struct Sheet: Equatable, Sendable {
  package let name: String
  package let isVisible: Bool
  /// The place among the sheets that hold cells, from 0.
  let index: Int
}

/// A rectangle of cells, columns and rows from 1, as `A1:C1`.
package struct CellRange: Hashable, Sendable {
  package let columns: ClosedRange<Int>
  package let rows: ClosedRange<Int>
}

/// What a sheet has beside its cells, known when all of it has been read.
package struct SheetFacts: Equatable, Sendable {
  /// Rows that hold something.
  package internal(set) var rows = 0
  package internal(set) var cells = 0
  /// Columns (from 1) that the sheet hides; their cells are read as any other.
  package internal(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// How many rows the sheet hides, by hand or by a filter; they are read as any other.
  package internal(set) var hiddenRows = 0
  /// Merged cells, at most 10,000 of them; only the first cell of each holds something.
  package internal(set) var mergedRanges: [CellRange] = []

  mutating func add(merged range: CellRange) {
    if mergedRanges.count < 10_000 { mergedRanges.append(range) }
  }
}
