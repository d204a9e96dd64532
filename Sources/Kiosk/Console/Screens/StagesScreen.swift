import Ballot
import Terminal

/// The procedure's steps with their days, what is late, and what the chosen one still needs.
struct StagesScreen: Screen {
  /// The step that is chosen; nil follows where the election stands.
  private(set) var chosen: Int?

  var title: Sentence { HomeTask.stages.title }
  var help: [Sentence] { [.stagesHelp] }

  func keys(_ briefing: Briefing) -> [KeyHint] { [KeyHint(.upDown, .choose), KeyHint("Esc", .back)] }

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    let lines = lines(briefing)
    let (at, last) = (current(lines), max(0, lines.count - 1))
    switch key {
    case .escape: return .back
    case .up: chosen = max(0, at - 1)
    case .down: chosen = min(last, at + 1)
    case .home: chosen = 0
    case .end: chosen = last
    default: return .unknownKey
    }
    return .none
  }

  private func lines(_ briefing: Briefing) -> [CalendarLine] {
    briefing.election?.calendar(today: briefing.now.day)?.lines ?? []
  }

  private func current(_ lines: [CalendarLine]) -> Int {
    min(chosen ?? lines.firstIndex(where: \.isCurrent) ?? 0, max(0, lines.count - 1))
  }

  // MARK: Drawing

  /// Rows for what the chosen step still needs.
  private static let detail = 5

  func draw(on page: inout Page) {
    let lines = lines(page.briefing)
    guard !lines.isEmpty else {
      page.paragraph(.noProcedure, in: page.area)
      return
    }
    let (list, below) = page.area.split(top: page.area.rows - Self.detail)
    let at = current(lines)
    let shown = page.window(on: at, of: lines.count, in: list)
    for (row, line) in lines[shown].enumerated() {
      draw(line, isChosen: shown.lowerBound + row == at, in: list.inset(top: row), on: &page)
    }
    drawNeeds(of: lines[at], in: below, on: &page)
  }

  private func draw(_ line: CalendarLine, isChosen: Bool, in area: Region, on page: inout Page) {
    let language = page.look.language
    let sign = line.done != nil ? "✓" : line.lateness != nil ? "！" : line.isCurrent ? "▶" : "·"
    let plain = line.isCurrent ? Palette.title : line.lateness != nil ? Palette.badText : Style.plain
    let style = isChosen ? Palette.chosen : plain
    // The numbers at the right end of the first and last row stay in sight.
    let row = Region(column: area.column, row: area.row, columns: area.columns - 6, rows: 1)
    if isChosen { page.canvas.fill(row, " ", style) }
    let day =
      line.done.map(\.description) ?? line.latest.map { "≤ \($0)" } ?? line.earliest.map { "≥ \($0)" } ?? ""
    let needs = line.missing.isEmpty ? "" : Sentence.stageNeeds(line.missing.count).text(in: language)
    page.columns(
      [sign, line.stage.sentence.text(in: language), day, needs], widths: [3, 28, 14, 20], in: row, style)
  }

  private func drawNeeds(of line: CalendarLine, in area: Region, on page: inout Page) {
    page.canvas.fill(
      Region(column: area.column, row: area.row, columns: area.columns, rows: 1), "─", Palette.faint)
    let needs = line.missing.map(\.sentence)
    let said = needs.isEmpty ? [line.done == nil ? .nothingMissing : .stageDone] : needs
    let words = said.flatMap { TextWrap.lines($0.text(in: page.look.language), columns: area.columns) }
    let room = area.rows - 1
    let shown =
      words.count > room
      ? words.prefix(room - 1) + [
        Sentence.moreLines(words.count - room + 1).text(in: page.look.language)
      ] : words[...]
    for (row, words) in shown.enumerated() { page.write(words, in: area, row: row + 1) }
  }
}

extension Sentence {
  fileprivate static let noProcedure = Sentence(
    zh: "还没有选举，或规则包没有这种选举的程序。", en: "There is no election, or its pack has no procedure.")
  fileprivate static let stagesHelp = Sentence(
    zh: "每一步的最早、最晚日期按规则包和选举日算出。✓ 已完成，▶ 现在，！逾期。上下键选一步，下面写着这一步还差什么、怎么办。",
    en:
      "Days are worked out from the rule pack and election day. ✓ over, ▶ now, ! late. What the chosen step still needs stands below."
  )
  fileprivate static func stageNeeds(_ count: Int) -> Sentence {
    Sentence(zh: "还差 \(count) 项", en: "\(count) missing")
  }
  fileprivate static let nothingMissing = Sentence(zh: "不差什么。", en: "Nothing is missing.")
  fileprivate static let stageDone = Sentence(zh: "✓ 这一步已经完成。", en: "✓ This step is over.")
}
