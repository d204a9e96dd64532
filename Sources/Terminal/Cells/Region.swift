/// The size of a screen in columns and rows.
package struct Size: Hashable, Sendable {
  package let columns: Int
  package let rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A rectangle of the screen, in columns and rows from the top left.
package struct Region: Hashable, Sendable {
  package let column: Int
  package let row: Int
  package let columns: Int
  package let rows: Int

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  package var end: Int { column + columns }
  package var bottom: Int { row + rows }

  /// The part that is left when so much is cut off at each side.
  package func inset(left: Int = 0, right: Int = 0, top: Int = 0, bottom: Int = 0) -> Region {
    Region(
      column: column + left, row: row + top, columns: columns - left - right, rows: rows - top - bottom)
  }

  /// The left part, so many columns wide, and what is beside it after a gap.
  package func split(left: Int, gap: Int = 1) -> (left: Region, right: Region) {
    let width = min(max(0, left), columns)
    return (inset(right: columns - width), inset(left: width + gap))
  }

  /// The upper part, so many rows high, and what is below it.
  package func split(top: Int) -> (top: Region, rest: Region) {
    let height = min(max(0, top), rows)
    return (inset(bottom: rows - height), inset(top: height))
  }

  /// The part that lies in another area too.
  func clipped(to other: Region) -> Region {
    let (left, top) = (max(column, other.column), max(row, other.row))
    return Region(
      column: left, row: top, columns: min(end, other.end) - left, rows: min(bottom, other.bottom) - top)
  }
}
