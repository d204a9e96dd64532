import Terminal

extension FormScreen {
  func draw(on page: inout Page) {
    var rest = page.area
    rest = rest.inset(top: page.paragraph(form.intro, in: rest, Palette.faint) + 1)
    switch stand {
    case .filling: drawFields(in: rest, on: &page)
    case .working: page.write(.working, in: rest, Palette.warningText)
    // A list was asked for and is there: what it says may be good or bad.
    case .done(let lines) where form.doing == nil:
      page.lines(lines, scroll: scroll, in: rest.inset(top: 1))
    case .done(let lines):
      page.write(.done, in: rest, Palette.goodText)
      page.lines(lines, scroll: scroll, in: rest.inset(top: 2))
    case .failed(let complaint):
      page.write(.notDone, in: rest, Palette.badText)
      page.lines([complaint.text] + complaint.details, scroll: scroll, in: rest.inset(top: 2))
    }
  }

  // MARK: Fields

  private func drawFields(in area: Region, on page: inout Page) {
    let heights = form.fields.indices.map { height(of: $0) }
    // Fields above the one in focus scroll away where there are too many.
    var first = 0
    while first < focus, heights[first...focus].reduce(0, +) > area.rows { first += 1 }
    var row = 0
    for index in form.fields.indices.dropFirst(first) where row + heights[index] <= area.rows {
      draw(form.fields[index], isChosen: index == focus, in: area.inset(top: row), on: &page)
      row += heights[index]
    }
    guard let doing = form.doing, row + 2 <= area.rows else { return }
    let text = Sentence(zh: "〔 回车：\(doing.zh) 〕", en: "[ Enter: \(doing.en) ]")
    page.write(text, in: area, row: row + 1, focus >= form.fields.count - 1 ? Palette.title : Palette.faint)
  }

  /// Rows that a field takes.
  private func height(of index: Int) -> Int {
    switch form.fields[index].kind {
    case .people(let names, _): 1 + names.count
    case .file where index == focus: 2 + max(1, min(8, files.count))
    case .card where index == focus: 2
    case .number, .card, .text, .secret, .choice, .file: 1
    }
  }

  /// Where the values stand, one below the other: after the longest label.
  private func valueColumn(_ language: Language) -> Int {
    let labels = form.fields.filter { !$0.isOfPeople }.map { $0.label.text(in: language) }
    return 4 + (labels.map { CharacterWidth.columns($0) }.max() ?? 0)
  }

  private func draw(_ field: FormField, isChosen: Bool, in area: Region, on page: inout Page) {
    let label = Sentence(zh: "\(field.label.zh)：", en: "\(field.label.en): ")
    page.write(isChosen ? "▶" : " ", in: area, Palette.title)
    let end = page.write(label, in: area, indent: 2, isChosen ? Palette.title : .plain) - area.column
    let at = max(end, min(area.columns / 2, valueColumn(page.look.language)))
    switch field.kind {
    case .number, .card, .text, .file:
      let text = CharacterWidth.ending(of: field.input.text, columns: area.columns - at - 1)
      let end = page.write(text, in: area, indent: at, Palette.title)
      if isChosen { page.canvas.cursor = (end, area.row) }
      if field.kind == .card, isChosen {
        page.write(.cardOrNumber, in: area, row: 1, indent: 4, Palette.faint)
      }
      if case .file = field.kind, isChosen {
        page.files(files, chosen: field.input.text, in: area.inset(left: 4, top: 1))
      }
    case .secret:
      let stars = String(repeating: "*", count: field.input.text.count)
      let end = page.write(stars, in: area, indent: at, Palette.title)
      if isChosen { page.canvas.cursor = (end, area.row) }
    case .choice(let choices):
      let words = choices.first { $0.value == field.input.text }?.words ?? Sentence(zh: "", en: "")
      page.write(
        Sentence(zh: isChosen ? "◀ \(words.zh) ▶" : words.zh, en: isChosen ? "◀ \(words.en) ▶" : words.en),
        in: area, indent: at, Palette.title)
    case .people(let names, _):
      for (index, name) in names.enumerated() {
        let sign = field.people.contains(name) ? "✓" : " "
        page.write("\(index + 1) [\(sign)] \(name)", in: area, row: index + 1, indent: 4)
      }
    }
  }
}

extension FormField {
  fileprivate var isOfPeople: Bool { if case .people = kind { true } else { false } }
}
