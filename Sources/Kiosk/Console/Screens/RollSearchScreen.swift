import Ballot
import Terminal
import Typing

/// Finds people on the roll.
struct RollSearchScreen: Screen {
  private(set) var text = TextField(.text, most: 30)
  private(set) var found: [VoterFace] = []
  private(set) var chosen = 0

  private static let most = 200

  var title: Sentence { HomeTask.search.title }

  var help: [Sentence] {
    [
      Sentence(
        zh: "输入姓名中的字、拼音首字母（如 wxm）、序号、组别（如 3组）或身份证后四位，下面立即列出。身份证只显示头尾。",
        en:
          "Type part of a name, pinyin initials (wxm), a number, a group or the last four ID digits. ID numbers are masked."
      )
    ]
  }

  var typing: ChineseInput.Field? { .name }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    [
      KeyHint(.nameKey, .findPerson), KeyHint(.upDown, .choose),
      KeyHint("Esc", text.isEmpty ? .back : .clearText),
    ]
  }

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch key {
    case .escape:
      if text.isEmpty { return .back }
      text.clear()
      found = []
    case .up: chosen = max(0, chosen - 1)
    case .down: chosen = min(max(0, found.count - 1), chosen + 1)
    case .pageUp: chosen = max(0, chosen - 10)
    case .pageDown: chosen = min(max(0, found.count - 1), chosen + 10)
    default:
      guard text.take(key) else { return .unknownKey }
      guard !text.isEmpty else {
        found = []
        return .none
      }
      return .carryOut(.search(text.text, most: RollSearchScreen.most))
    }
    return .none
  }

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .found(let people): (found, chosen) = (people, 0)
    case .refused(let complaint): return .say(Notice(complaint.text, .bad))
    default: break
    }
    return .none
  }

  func draw(on page: inout Page) {
    let at = page.write(.findWhom, in: page.area, Palette.title)
    let end = page.canvas.write(text.text, column: at, row: page.area.row, Palette.title)
    page.canvas.cursor = (end, page.area.row)
    let list = page.area.inset(top: 2)
    if found.isEmpty {
      page.write(text.isEmpty ? .typeToFind : .nobodyFits, in: list, Palette.faint)
      return
    }
    let first = max(0, min(chosen - list.rows / 2, found.count - list.rows))
    for (row, voter) in found.dropFirst(first).prefix(list.rows).enumerated() {
      let isChosen = first + row == chosen
      let style = isChosen ? Palette.chosen : Style.plain
      let line = Region(column: list.column, row: list.row + row, columns: list.columns, rows: 1)
      if isChosen { page.canvas.fill(line, " ", style) }
      page.columns(
        [
          String(voter.number), voter.name, voter.sex.text(in: page.look.language), voter.birth.description,
          voter.group, voter.identity ?? "—",
        ], widths: [6, 14, 4, 12, 10, 20], in: line, style)
    }
    page.writeRight(
      Sentence(zh: "\(found.count) 人", en: "\(found.count)"), in: page.area, Palette.faint)
  }
}

extension Sentence {
  fileprivate static let findWhom = Sentence(zh: "找谁：", en: "Find: ")
  fileprivate static let clearText = Sentence(zh: "清除", en: "clear")
  fileprivate static let typeToFind = Sentence(
    zh: "姓名、拼音首字母、序号、组别或身份证后四位", en: "name, pinyin initials, number, group or last four ID digits")
  fileprivate static let nobodyFits = Sentence(zh: "名册里没有。", en: "Nobody on the roll fits.")
}

extension Page {
  /// Writes one row of a table.
  mutating func columns(_ texts: [String], widths: [Int], in area: Region, _ style: Style = .plain) {
    var at = 0
    for (text, width) in zip(texts, widths) where at < area.columns {
      canvas.write(
        text, column: area.column + at, row: area.row, width: min(width - 1, area.columns - at), style)
      at += width
    }
  }
}
