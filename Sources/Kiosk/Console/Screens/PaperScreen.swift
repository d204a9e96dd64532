import Terminal

/// A paper as it will come out of the printer.
struct PaperScreen: Screen {
  let kind: PaperKind
  private(set) var page = 1
  private(set) var picture: Bitmap?
  private(set) var complaint: Complaint?

  init(_ kind: PaperKind) { self.kind = kind }

  var title: Sentence { .previewTitle }
  var help: [Sentence] { Sentence.previewHelp }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    [KeyHint("PgUp PgDn", .pagesKey), KeyHint("Esc", .back)]
  }

  mutating func open(_ briefing: Briefing) -> Action { .start(.preview(kind, page: page)) }

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch key {
    case .escape: return .back
    case .pageUp where page > 1: page -= 1
    case .pageDown where complaint == nil: page += 1
    default: return .unknownKey
    }
    return .start(.preview(kind, page: page))
  }

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .paper(let picture): (self.picture, complaint) = (picture, nil)
    case .refused(let refused):
      // Beyond the last page there is no picture: stay on the last one.
      if picture != nil, page > 1 {
        page -= 1
        return .none
      }
      complaint = refused
    default: break
    }
    return .none
  }

  func draw(on canvas: inout Page) {
    if let complaint {
      canvas.paragraph(complaint.text, in: canvas.area, Palette.badText)
    } else if let picture {
      canvas.canvas.place(picture, in: canvas.area.inset(top: 1))
      canvas.write(.pageNumber(page), in: canvas.area, Palette.title)
    } else {
      canvas.write(.working, in: canvas.area, Palette.warningText)
    }
  }
}
