import Ballot
import Terminal

/// The procedure's steps with their days, what is late and what is missing.
struct StagesScreen: Screen {
  private(set) var scroll = 0

  var title: Sentence { HomeTask.stages.title }

  var help: [Sentence] {
    [
      Sentence(
        zh: "每一步的最早、最晚日期按规则包和选举日算出。✓ 已完成，▶ 现在，！逾期；后面写着还差什么。",
        en:
          "Days are worked out from the rule pack and election day. ✓ over, ▶ now, ! late; then what is missing."
      )
    ]
  }

  func keys(_ briefing: Briefing) -> [KeyHint] { [KeyHint(.upDown, .scroll), KeyHint("Esc", .back)] }

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch key {
    case .escape: return .back
    case .up: scroll = max(0, scroll - 1)
    case .down: scroll += 1
    default: return .unknownKey
    }
    return .none
  }

  func draw(on page: inout Page) {
    guard let lines = page.briefing.election?.calendar(today: page.briefing.now.day)?.lines, !lines.isEmpty
    else {
      page.paragraph(.noProcedure, in: page.area)
      return
    }
    let first = min(scroll, max(0, lines.count - page.area.rows))
    for (row, line) in lines.dropFirst(first).prefix(page.area.rows).enumerated() {
      let sign = line.done != nil ? "✓" : line.lateness != nil ? "！" : line.isCurrent ? "▶" : "·"
      let style = line.isCurrent ? Palette.title : line.lateness != nil ? Palette.badText : Style.plain
      let area = Region(
        column: page.area.column, row: page.area.row + row, columns: page.area.columns, rows: 1)
      page.columns(
        [
          sign, line.stage.sentence.text(in: page.look.language),
          line.done.map(\.description) ?? line.latest.map { "≤ \($0)" } ?? line.earliest.map { "≥ \($0)" }
            ?? "",
          line.missing.first?.sentence.text(in: page.look.language) ?? "",
        ], widths: [3, 20, 14, 200], in: area, style)
    }
  }
}

extension Sentence {
  fileprivate static let noProcedure = Sentence(
    zh: "还没有选举，或规则包没有这种选举的程序。", en: "There is no election, or its pack has no procedure.")
}
