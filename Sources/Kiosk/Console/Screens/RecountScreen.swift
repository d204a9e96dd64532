import Ballot
import Terminal

/// The recount: how far the second reading is, and where it differs from the first.
struct RecountScreen: Screen {
  private(set) var sight: ComparisonSight?
  private(set) var complaint: Complaint?
  private(set) var scroll = 0

  var title: Sentence { .recountTitle }
  var help: [Sentence] { Sentence.recountHelp }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    guard briefing.election?.openRecount != nil else {
      return [KeyHint("F2", .beginRecount), KeyHint("Esc", .back)]
    }
    return [
      KeyHint("F3", .readAgain), KeyHint("F5", .compareAgain), KeyHint("F6", .endRecount),
      KeyHint(.upDown, .scroll), KeyHint("Esc", .back),
    ]
  }

  mutating func open(_ briefing: Briefing) -> Action {
    briefing.election?.openRecount == nil ? .none : .start(.compareRecount)
  }

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    let isOpen = briefing.election?.openRecount != nil
    switch key {
    case .escape: return .back
    case .function(2) where !isOpen: return .go(.form(.recountOpen))
    case .function(3) where isOpen: return .go(.secondReading)
    case .function(5) where isOpen: return .start(.compareRecount)
    case .function(6) where isOpen: return .go(.form(.recountClose))
    case .up: scroll = max(0, scroll - 1)
    case .down: scroll = min(max(0, (sight?.differences.count ?? 0) - 1), scroll + 1)
    default: return .unknownKey
    }
    return .none
  }

  /// Back from reading or signing, what was compared before says nothing any more.
  mutating func resume(_ briefing: Briefing) -> Action {
    (sight, complaint, scroll) = (nil, nil, 0)
    return open(briefing)
  }

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .compared(let found):
      (sight, complaint) = (found, nil)
      scroll = min(scroll, max(0, found.differences.count - 1))
    case .refused(let refused): complaint = refused
    default: break
    }
    return .none
  }

  func draw(on page: inout Page) {
    if let complaint {
      page.paragraph(complaint.text, in: page.area, Palette.badText)
    } else if page.briefing.election?.openRecount == nil {
      drawEnded(on: &page)
    } else if let sight {
      draw(sight, on: &page)
    } else {
      page.write(.working, in: page.area, Palette.warningText)
    }
  }

  /// Nothing is going on: what came of earlier recounts, and how to begin.
  private func drawEnded(on page: inout Page) {
    let recounts = page.briefing.election?.recounts ?? []
    var rest = page.area
    if recounts.isEmpty {
      rest = rest.inset(top: page.verdict(.recountNotBegun, in: rest, rows: 6, Palette.frame) + 1)
    }
    for recount in recounts {
      rest = rest.inset(top: page.paragraph(recount.sentence, in: rest, Palette.title))
    }
    page.paragraph(.recountHowTo, in: rest.inset(top: 1))
  }

  private func draw(_ sight: ComparisonSight, on page: inout Page) {
    let rows = max(4, page.area.rows / 3)
    page.verdict(sight.verdict, in: page.area, rows: rows, sight.style)
    var rest = page.area.inset(top: rows + 1)
    rest = rest.inset(top: page.paragraph(sight.advice, in: rest) + 1)
    guard sight.isComplete else { return }
    let heading = Sentence(
      zh: "批次 \(sight.batch)　第一遍 \(sight.first) 张　第二遍 \(sight.second) 张",
      en: "Batch \(sight.batch): \(sight.first) and \(sight.second) sheets")
    page.write(heading, in: rest, Palette.title)
    for (row, difference) in sight.differences.dropFirst(scroll).prefix(max(0, rest.rows - 1)).enumerated() {
      page.write(difference.sentence, in: rest, row: row + 1, Palette.badText)
    }
  }
}

extension ComparisonSight {
  /// The one thing that everybody in the room should see.
  fileprivate var verdict: Sentence {
    if !isComplete { return .secondOf(second, first) }
    return agrees ? .agreeWord : .differWord(max(1, differences.count))
  }

  fileprivate var style: Style { !isComplete ? Palette.frame : agrees ? Palette.good : Palette.bad }

  fileprivate var advice: Sentence {
    if second < first { return .recountGoesOn }
    if !isComplete { return .recountWaits }
    return agrees ? .recountAgrees : .recountDiffers
  }
}
