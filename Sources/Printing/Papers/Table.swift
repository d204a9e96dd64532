/// A table of an official paper.
package struct Table: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    package var title: String
    /// Its share of the table's width, relative to the others.
    package var width: Double
    package var alignment: TextStyle.Alignment
    /// Whether its cells are labels of what stands beside them.
    package var isLabel: Bool

    package init(
      _ title: String, width: Double = 1, _ alignment: TextStyle.Alignment = .left, isLabel: Bool = false
    ) {
      self.title = title
      self.width = width
      self.alignment = alignment
      self.isLabel = isLabel
    }
  }

  package var columns: [Column]
  package var rows: [[String]]
  /// Whether the columns' titles stand above them, again on every page.
  package var hasHead: Bool
  /// Whether the next table begins right under this one.
  package var isJoined = false
  /// The least height of a row, millimetres: room to write by hand.
  package var rowHeight: Double
  /// The size of what stands in the cells, where it is not the paper's.
  package var cellSize: Double?

  package init(columns: [Column], rows: [[String]], hasHead: Bool = true, rowHeight: Double = 0) {
    self.columns = columns
    self.rows = rows
    self.hasHead = hasHead
    self.rowHeight = rowHeight
  }
}
