import Ballot
import Terminal

/// How things are shown: the language, and large letters from a real font where there is one.
struct Look: Sendable {
  let language: Language
  /// Letters of a text, at most so many dots wide and high; nil where there is no font.
  let letters: @Sendable (String, _ columns: Int, _ dots: Int) -> Stencil?

  init(_ language: Language, letters: @escaping @Sendable (String, Int, Int) -> Stencil? = { _, _, _ in nil })
  {
    self.language = language
    self.letters = letters
  }
}

/// The part of the screen that a screen draws on, with what it may know.
struct Page {
  var canvas: Canvas
  /// The screen's own area.
  let area: Region
  let look: Look
  let briefing: Briefing

  /// Writes one line, cut at the area's edge; the column after it.
  @discardableResult mutating func write(
    _ text: Sentence, in area: Region, row: Int = 0, indent: Int = 0, _ style: Style = .plain
  ) -> Int {
    write(text.text(in: look.language), in: area, row: row, indent: indent, style)
  }

  @discardableResult mutating func write(
    _ text: String, in area: Region, row: Int = 0, indent: Int = 0, _ style: Style = .plain
  ) -> Int {
    guard row < area.rows else { return area.column }
    return canvas.write(
      text, column: area.column + indent, row: area.row + row, width: area.columns - indent, style)
  }

  /// Writes a text in as many lines as it needs; the row after it.
  @discardableResult mutating func paragraph(
    _ text: Sentence, in area: Region, row: Int = 0, _ style: Style = .plain
  ) -> Int {
    var at = row
    for line in TextWrap.lines(text.text(in: look.language), columns: area.columns) {
      write(line, in: area, row: at, style)
      at += 1
    }
    return at
  }

  /// What is left of an area below a line's distance, with so many rows kept free at its end.
  func below(_ area: Region, keeping rows: Int) -> Region {
    Region(
      column: area.column, row: area.row + 1, columns: area.columns, rows: max(0, area.rows - 1 - rows))
  }

  /// A heading with a rule below; the area under it.
  mutating func heading(_ text: Sentence, in area: Region) -> Region {
    write(text, in: area, Palette.title)
    canvas.fill(
      Region(column: area.column, row: area.row + 1, columns: area.columns, rows: 1), "─", Palette.faint)
    return area.inset(top: 2)
  }

  /// A word in letters as large as fit, on a ground of its own colour; the row after it.
  @discardableResult mutating func verdict(_ text: Sentence, in area: Region, rows: Int, _ style: Style)
    -> Int
  {
    let height = min(rows, area.rows)
    let field = Region(column: area.column, row: area.row, columns: area.columns, rows: height)
    canvas.fill(field, " ", style)
    let word = text.text(in: look.language)
    if let stencil = look.letters(word, field.columns - 2, (height - 1) * 2), stencil.width <= field.columns {
      // As much free above as below, to the dot.
      let top = max(0, height * 2 - stencil.height) / 2
      canvas.write(
        stencil.lowered(by: top % 2), column: field.column + (field.columns - stencil.width) / 2,
        row: field.row + top / 2, style)
    } else {
      let spaced = word.map(String.init).joined(separator: " ")
      let width = CharacterWidth.columns(spaced)
      canvas.write(
        spaced, column: field.column + max(0, (field.columns - width) / 2), row: field.row + height / 2,
        width: field.columns, style)
    }
    return height
  }

  /// A bar that shows a part of a whole, with a mark at the threshold.
  mutating func bar(_ part: Int, of whole: Int, threshold: Int?, in area: Region, row: Int) {
    guard whole > 0, row < area.rows, area.columns > 0 else { return }
    let filled = min(area.columns, part * area.columns / whole)
    let at = Region(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
    canvas.fill(at, "░", Palette.faint)
    canvas.fill(Region(column: at.column, row: at.row, columns: filled, rows: 1), "█", Palette.goodText)
    guard let threshold else { return }
    let place = min(area.columns - 1, threshold * area.columns / whole)
    canvas.write("│", column: at.column + place, row: at.row, Palette.warningText)
  }
}
