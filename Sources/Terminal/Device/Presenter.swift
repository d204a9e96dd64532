/// Turns what should be seen into the fewest bytes that change what is seen.
package struct Presenter: Sendable {
  private var shown: Canvas?
  /// The size of a cell in dots where the terminal draws pictures itself; nil elsewhere.
  package var cell: CellSize? {
    didSet { if cell != oldValue { shown = nil } }
  }

  /// The size of one cell in dots.
  package struct CellSize: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  package init() {}

  /// Forgets what is on the terminal, so that everything is written anew.
  package mutating func forget() { shown = nil }

  /// The bytes that make the terminal show the canvas.
  package mutating func update(to canvas: Canvas) -> [UInt8] {
    let wanted = cell.map { canvas.withPlaces($0) } ?? canvas.withHalfBlocks()
    let before = shown?.size == canvas.size ? shown : nil
    guard before != wanted else { return [] }
    var pen = Pen()
    pen.begin(clearing: before == nil)
    let old = before ?? Canvas(canvas.size)
    for row in 0..<canvas.size.rows { pen.write(row, of: wanted, over: old) }
    if let cell {
      for placed in wanted.pictures where before?.pictures.contains(placed) != true {
        pen.draw(placed, cell)
      }
    }
    pen.end(cursor: wanted.cursor)
    shown = wanted
    return pen.bytes
  }
}

/// Writes cells, moving the cursor and changing the style only where it must.
private struct Pen {
  var bytes: [UInt8] = []
  private var column = -1
  private var row = -1
  private var style: Style?

  /// Asks for one picture at a time (mode 2026) and hides the cursor while drawing.
  mutating func begin(clearing: Bool) {
    add("\u{1B}[?2026h\u{1B}[?25l")
    if clearing { add("\u{1B}[0m\u{1B}[2J") }
  }

  mutating func end(cursor: (column: Int, row: Int)?) {
    add("\u{1B}[0m")
    if let cursor { add("\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h") }
    add("\u{1B}[?2026l")
  }

  mutating func write(_ row: Int, of canvas: Canvas, over old: Canvas) {
    var column = 0
    while column < canvas.size.columns {
      let cell = canvas.cell(column, row)
      let width = max(1, cell.width)
      let isOld = (0..<width).allSatisfy { canvas.cell(column + $0, row) == old.cell(column + $0, row) }
      if !isOld, cell != .picture { write(cell, column, row) }
      column += width
    }
  }

  private mutating func write(_ cell: Cell, _ column: Int, _ row: Int) {
    if self.column != column || self.row != row { add("\u{1B}[\(row + 1);\(column + 1)H") }
    if style != cell.style {
      add(cell.style.sequence)
      style = cell.style
    }
    add(String(cell.character))
    self.row = row
    // The terminal may think otherwise about its width, so the next one gets its place again.
    self.column = CharacterWidth.isAmbiguous(cell.character) ? -1 : column + cell.width
  }

  mutating func draw(_ placed: PlacedPicture, _ cell: Presenter.CellSize) {
    let width = placed.area.columns * cell.width
    let fit = placed.dots(cell)
    add("\u{1B}[0m")
    for line in 0..<placed.area.rows {
      add("\u{1B}[\(placed.area.row + line + 1);\(placed.area.column + 1)H\u{1B}[\(placed.area.columns)X")
    }
    let left = placed.area.column + (width - fit.width) / 2 / cell.width
    add("\u{1B}[\(placed.area.row + 1);\(left + 1)H")
    bytes += Sixel.encode(placed.picture.scaled(width: fit.width, height: fit.height))
    (column, row, style) = (-1, -1, nil)
  }

  private mutating func add(_ text: String) { bytes += text.utf8 }
}
