/// A table of an official paper.
package struct Table: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    package var title: String
    /// Its share of the table's width, relative to the others.
    package var width: Double
    package var alignment: TextStyle.Alignment

    package init(_ title: String, width: Double = 1, _ alignment: TextStyle.Alignment = .left) {
      self.title = title
      self.width = width
      self.alignment = alignment
    }
  }

  package var columns: [Column]
  package var rows: [[String]]

  package init(columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}
