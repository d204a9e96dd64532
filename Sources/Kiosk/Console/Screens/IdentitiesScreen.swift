import Ballot
import Terminal

/// Everything that must add up, as it stands now.
struct IdentitiesScreen: Screen {
  private(set) var identities: [Identity]?
  private(set) var complaint: Complaint?
  private(set) var scroll = 0

  var title: Sentence { Sentence(zh: "数字核对 N01–N17", en: "What must add up, N01–N17") }

  var help: [Sentence] {
    [
      Sentence(
        zh: "每一行是一条必须成立的等式：✓ 平，✗ 不平。N07、N08 不平，选举无效；其他不平要重新清点。",
        en:
          "Each line must hold: ✓ or ✗. A failure of N07 or N08 makes the vote void; any other asks for a recount."
      ),
      Sentence(
        zh: "还有疑难没有认定时，只列出票的库存和发票的几条。",
        en: "While marks wait for a decision only stock and ledgers can be checked."),
    ]
  }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    [KeyHint("F5", .again), KeyHint(.upDown, .scroll), KeyHint("Esc", .back)]
  }

  mutating func open(_ briefing: Briefing) -> Action { .start(.checkIdentities) }

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch key {
    case .escape: return .back
    case .function(5): return .start(.checkIdentities)
    case .up: scroll = max(0, scroll - 1)
    case .down: scroll = min(max(0, (identities?.count ?? 0) - 1), scroll + 1)
    default: return .unknownKey
    }
    return .none
  }

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .identities(let found): (identities, complaint) = (found, nil)
    case .refused(let refused): complaint = refused
    default: break
    }
    return .none
  }

  func draw(on page: inout Page) {
    if let complaint {
      page.paragraph(complaint.text, in: page.area, Palette.badText)
      return
    }
    guard let identities else {
      page.write(.working, in: page.area, Palette.warningText)
      return
    }
    let recount = page.briefing.election?.recounts.last
    let rows = page.area.rows - (recount == nil ? 0 : 1)
    if let recount { page.write(recount.sentence, in: page.area, row: rows, Palette.title) }
    for (row, identity) in identities.dropFirst(scroll).prefix(rows).enumerated() {
      let sign = identity.id == .n15 && !identity.holds ? "·" : identity.holds ? "✓" : "✗"
      page.write("\(sign) \(identity.id.rawValue)", in: page.area, row: row, identity.style)
      let words = identity.id == .n15 && !identity.holds ? Sentence.paperNotYet : identity.id.words
      page.write(words, in: page.area, row: row, indent: 6)
      page.writeRight(
        Sentence(zh: identity.numbers, en: identity.numbers),
        in: Region(
          column: page.area.column + 44, row: page.area.row + row, columns: page.area.columns - 44, rows: 1))
    }
  }
}

extension Identity {
  fileprivate var style: Style {
    if id == .n15, !holds { return Palette.faint }
    return holds ? Palette.goodText : Palette.badText
  }
}

extension Sentence {
  fileprivate static let paperNotYet = Sentence(zh: "纸质计票单（正字）还没有填", en: "the paper tally is not entered yet")
}
