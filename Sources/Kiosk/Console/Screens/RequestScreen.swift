import Ballot
import Terminal

/// The request of an anomaly, large enough to be photographed, and what to do with it.
struct RequestScreen: Screen {
  let number: Int
  private(set) var sight: RequestSight?
  private(set) var complaint: Complaint?

  init(_ number: Int) { self.number = number }

  var title: Sentence { .requestTitle }
  var help: [Sentence] { Sentence.requestHelp }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    [KeyHint(.enterKey, .typeDecision), KeyHint("F3", .decisionFromStick), KeyHint("Esc", .back)]
  }

  mutating func open(_ briefing: Briefing) -> Action { .start(.showRequest(number)) }

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch key {
    case .escape: .back
    case .enter: .go(.form(.anomalyAccept))
    case .function(3): .go(.form(.decisionFile))
    default: .unknownKey
    }
  }

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .request(let sight): (self.sight, complaint) = (sight, nil)
    case .refused(let refused): complaint = refused
    default: break
    }
    return .none
  }

  func draw(on page: inout Page) {
    if let complaint {
      page.paragraph(complaint.text, in: page.area, Palette.badText)
    } else if let sight {
      draw(sight, on: &page)
    } else {
      page.write(.working, in: page.area, Palette.warningText)
    }
  }

  private func draw(_ sight: RequestSight, on page: inout Page) {
    let wide = min(page.area.rows * 2, page.area.columns - 34)
    let (left, right) = page.area.split(left: wide, gap: 2)
    // The code covers this where it fits.
    page.paragraph(.requestTooLarge(sight.pdf, sight.png), in: left, Palette.warningText)
    page.canvas.place(sight.picture, in: left)
    var row = 0
    for (text, style) in Sentence.requestFacts(sight) {
      row = page.paragraph(text, in: right, row: row, style)
    }
    for step in Sentence.requestSteps { row = page.paragraph(step, in: right, row: row + (row < 9 ? 1 : 0)) }
  }
}
