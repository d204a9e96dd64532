import Terminal

/// The steps that not every election needs, in a list.
struct MenuScreen: Screen {
  private(set) var chosen = 0

  var title: Sentence { .moreTitle }
  var help: [Sentence] { [.morePurpose] }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    [KeyHint(.upDown, .choose), KeyHint(.enterKey, .open), KeyHint("Esc", .back)]
  }

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    let last = FormID.more.count - 1
    switch key {
    case .up: chosen = max(0, chosen - 1)
    case .down: chosen = min(last, chosen + 1)
    case .home: chosen = 0
    case .end: chosen = last
    case .escape: return .back
    case .enter: return .go(.form(FormID.more[chosen]))
    default: return .unknownKey
    }
    return .none
  }

  func draw(on page: inout Page) {
    let (left, right) = page.area.split(left: max(26, page.area.columns * 35 / 100), gap: 3)
    let shown = page.window(on: chosen, of: FormID.more.count, in: left)
    for (row, id) in FormID.more[shown].enumerated() {
      let isChosen = shown.lowerBound + row == chosen
      let line = Region(column: left.column, row: left.row + row, columns: left.columns, rows: 1)
      if isChosen { page.canvas.fill(line, " ", Palette.chosen) }
      page.write(id.words.title, in: line, indent: 1, isChosen ? Palette.chosen : .plain)
    }
    let words = FormID.more[chosen].words
    page.paragraph(words.intro, in: page.heading(words.title, in: right))
  }
}
