/// What a screen shows: a grid of cells, and pictures that lie on it.
package struct Canvas: Hashable, Sendable {
  package let size: Size
  private(set) var cells: [Cell]
  private(set) var pictures: [PlacedPicture] = []
  /// Where the cursor blinks; nil hides it.
  package var cursor: (column: Int, row: Int)? {
    get { cursorPlace.map { ($0.column, $0.row) } }
    set { cursorPlace = newValue.map { Region(column: $0.column, row: $0.row, columns: 1, rows: 1) } }
  }
  private var cursorPlace: Region?

  package init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.columns) * max(0, size.rows))
  }

  package var area: Region { Region(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// A cell; a place outside of the grid is blank.
  package func cell(_ column: Int, _ row: Int) -> Cell {
    isInside(column, row) ? cells[row * size.columns + column] : .blank
  }

  private func isInside(_ column: Int, _ row: Int) -> Bool {
    (0..<size.columns).contains(column) && (0..<size.rows).contains(row)
  }

  /// Writes a text from a place on, at most to the end of `width` columns; the column after it.
  ///
  /// What would be cut in the middle of a character is left out. Control characters become spaces, so that no file's
  /// content moves the cursor.
  @discardableResult package mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, width: Int = .max, _ style: Style = .plain
  ) -> Int {
    let limit = width < size.columns - column ? column + width : size.columns
    var at = column
    for character in text {
      let wanted = CharacterWidth.columns(character)
      let shown: Character = wanted == 0 ? " " : character
      // A lone combining mark or a format character has no place of its own.
      if wanted == 0, !isControl(character) { continue }
      let columns = max(1, wanted)
      guard at + columns <= limit else { break }
      put(shown, columns, column: at, row: row, style)
      at += columns
    }
    return at
  }

  private func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  private mutating func put(_ character: Character, _ width: Int, column: Int, row: Int, _ style: Style) {
    guard isInside(column, row), isInside(column + width - 1, row) else { return }
    clearHalves(column, row)
    if width == 2 { clearHalves(column + 1, row) }
    cells[row * size.columns + column] = Cell(character: character, style: style, width: width)
    if width == 2 {
      cells[row * size.columns + column + 1] = Cell(character: " ", style: style, width: 0)
    }
  }

  /// A wide character that loses one half loses the other too.
  private mutating func clearHalves(_ column: Int, _ row: Int) {
    let index = row * size.columns + column
    if cells[index].width == 0, column > 0 { cells[index - 1] = blank(like: cells[index - 1]) }
    if cells[index].width == 2, column + 1 < size.columns { cells[index + 1] = blank(like: cells[index + 1]) }
  }

  private func blank(like cell: Cell) -> Cell { Cell(character: " ", style: cell.style, width: 1) }

  /// Fills an area with one narrow character.
  package mutating func fill(_ area: Region, _ character: Character = " ", _ style: Style = .plain) {
    let part = area.clipped(to: self.area)
    guard part.columns > 0, part.rows > 0 else { return }
    for row in part.row..<part.bottom {
      for column in part.column..<part.end { put(character, 1, column: column, row: row, style) }
    }
  }

  /// Lays a picture over an area; the cells below it are not seen.
  package mutating func place(_ picture: Bitmap, in area: Region) {
    let part = area.clipped(to: self.area)
    guard part.columns > 0, part.rows > 0 else { return }
    pictures.append(PlacedPicture(picture: picture, area: part))
  }

  /// The canvas with its pictures drawn as half blocks, two square dots a cell.
  func withHalfBlocks() -> Canvas {
    var canvas = self
    canvas.pictures = []
    for placed in pictures { canvas.drawHalfBlocks(placed) }
    return canvas
  }

  /// The canvas with the places of its pictures marked, for terminals that show pictures themselves.
  func withPlaces(_ cell: Presenter.CellSize) -> Canvas {
    var canvas = self
    canvas.pictures = pictures.filter { $0.dots(cell).width > 0 }
    for placed in canvas.pictures {
      for row in placed.area.row..<placed.area.bottom {
        for column in placed.area.column..<placed.area.end {
          canvas.clearHalves(column, row)
          canvas.cells[row * size.columns + column] = .picture
        }
      }
    }
    return canvas
  }

  /// The grid as text, one line a row without trailing spaces: what snapshots hold.
  package var text: String {
    let shown = withHalfBlocks()
    return (0..<size.rows).map { row in
      var line = String(
        (0..<size.columns).compactMap { column in
          let cell = shown.cell(column, row)
          return cell.width == 0 ? nil : cell.character
        })
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}

/// A picture with its place.
struct PlacedPicture: Hashable, Sendable {
  let picture: Bitmap
  let area: Region
  /// Dots a module of a code needs to be read from a photograph of the screen.
  private static let leastModule = 3

  /// The size in dots on a terminal that shows pictures; nothing where a code does not fit.
  func dots(_ cell: Presenter.CellSize) -> (width: Int, height: Int) {
    picture.fitted(
      width: area.columns * cell.width, height: area.rows * cell.height / 6 * 6,
      module: PlacedPicture.leastModule)
  }
}
