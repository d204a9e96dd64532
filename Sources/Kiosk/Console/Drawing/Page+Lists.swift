import Terminal

extension Page {
  /// The names of the parts of something long, the one at hand set off.
  mutating func tabs(_ names: [Sentence], at current: Int, in area: Region) {
    var indent = 0
    for (number, name) in names.enumerated() {
      let text = " \(number + 1) \(name.text(in: look.language)) "
      write(text, in: area, indent: indent, number == current ? Palette.chosen : Palette.faint)
      indent += CharacterWidth.columns(text) + 1
    }
  }

  /// Lines that scroll where they are too many; how many there are then stands above their right end.
  mutating func lines(_ lines: [Sentence], scroll: Int, in area: Region) {
    let wrapped = lines.flatMap { TextWrap.lines($0.text(in: look.language), columns: area.columns) }
    let first = min(scroll, max(0, wrapped.count - area.rows))
    for (row, line) in wrapped.dropFirst(first).prefix(area.rows).enumerated() {
      write(line, in: area, row: row, line.hasPrefix("✗") ? Palette.badText : .plain)
    }
    guard wrapped.count > area.rows else { return }
    writeRight(
      .span(first + 1, min(wrapped.count, first + area.rows), of: wrapped.count),
      in: Region(column: area.column, row: area.row - 2, columns: area.columns, rows: 1), Palette.faint)
  }

  /// Which part of a list is in sight when one of its entries is chosen; how many lie beyond stands at its ends.
  mutating func window(on chosen: Int, of count: Int, in area: Region) -> Range<Int> {
    let first = max(0, min(chosen - area.rows / 2, count - area.rows))
    let last = min(count, first + area.rows)
    if first > 0 { writeRight(Sentence(zh: "▲ \(first)", en: "▲ \(first)"), in: area, Palette.faint) }
    let below = Sentence(zh: "▼ \(count - last)", en: "▼ \(count - last)")
    if last < count { writeRight(below, in: area, row: area.rows - 1, Palette.faint) }
    return first..<last
  }

  /// Files to pick from, with the chosen one in sight.
  mutating func files(_ files: [String], chosen: String, most: Int = 8, in area: Region) {
    if files.isEmpty {
      write(.noFiles, in: area, Palette.faint)
      return
    }
    let at = files.firstIndex(of: chosen) ?? 0
    let first = max(0, min(at - most / 2 + 1, files.count - most))
    for (row, file) in files.dropFirst(first).prefix(most).enumerated() {
      let text = CharacterWidth.ending(of: file, columns: area.columns)
      write(text, in: area, row: row, file == chosen ? Palette.chosen : .plain)
    }
  }
}

extension CharacterWidth {
  /// As much of the end of a long text as fits: a file's name tells it apart, and what is typed last is looked at.
  static func ending(of text: String, columns: Int) -> String {
    guard self.columns(text) > columns else { return text }
    var rest = text
    while !rest.isEmpty, self.columns(rest) >= columns { rest.removeFirst() }
    return "…" + rest
  }
}

extension Sentence {
  /// Which lines of a list are in sight.
  static func span(_ first: Int, _ last: Int, of all: Int) -> Sentence {
    Sentence(zh: "\(first)—\(last) / \(all) 行", en: "\(first)–\(last) of \(all)")
  }
}
