import Ballot
import Terminal

extension PlanScreen {
  func draw(on page: inout Page) {
    switch stand {
    case .filling: drawPage(on: &page)
    case .working: page.write(.working, in: page.area, Palette.warningText)
    case .done(let lines):
      page.write(.done, in: page.area, Palette.goodText)
      draw(lines, in: page.area.inset(top: 2), on: &page)
    case .failed(let complaint):
      page.write(.notDone, in: page.area, Palette.badText)
      draw([complaint.text] + complaint.details, in: page.area.inset(top: 2), on: &page)
    }
  }

  private func draw(_ lines: [Sentence], in area: Region, on page: inout Page) {
    var row = 0
    for line in lines { row = page.paragraph(line, in: area, row: row) }
  }

  private func drawPage(on page: inout Page) {
    drawTabs(on: &page)
    let rest = page.area.inset(top: 2)
    guard let shown = self.page else { return drawSummary(in: rest, on: &page) }
    let below = rest.inset(top: page.paragraph(shown.intro, in: rest, Palette.faint) + 1)
    drawFields(shown, in: below, on: &page)
  }

  /// The names of all pages, the one in front set off.
  private func drawTabs(on page: inout Page) {
    let all = PlanDraft.Page.allCases
    let at = self.page.flatMap { all.firstIndex(of: $0) } ?? all.count
    page.tabs(all.map(\.title) + [.planSummary], at: at, in: page.area)
  }

  private func drawFields(_ shown: PlanDraft.Page, in area: Region, on page: inout Page) {
    let spots = draft.spots(shown)
    let first = max(0, min(focus - area.rows / 2, spots.count - area.rows))
    for (row, spot) in spots.enumerated().dropFirst(first).prefix(area.rows) {
      draw(spot, isChosen: row == focus, in: area.inset(top: row - first), on: &page)
    }
  }

  private func draw(_ spot: PlanDraft.Spot, isChosen: Bool, in area: Region, on page: inout Page) {
    guard let field = draft[spot] else { return }
    let isHead = spot.page.isList && spot.field == 0
    let number = isHead ? "\(spot.entry + 1) " : ""
    let indent = spot.page.isList && !isHead ? 6 : 2
    let label = Sentence(zh: "\(number)\(field.label.zh)：", en: "\(number)\(field.label.en): ")
    page.write(isChosen ? "▶" : " ", in: area, Palette.title)
    let at = page.write(label, in: area, indent: indent, isChosen ? Palette.title : .plain) - area.column
    guard case .choice(let choices) = field.kind else {
      let end = page.write(field.input.text, in: area, indent: at, Palette.title)
      if isChosen { page.canvas.cursor = (end, area.row) }
      return
    }
    let words = choices.first { $0.value == field.input.text }?.words.text(in: page.look.language) ?? ""
    page.write(isChosen ? "◀ \(words) ▶" : words, in: area, indent: at, Palette.title)
  }

  // MARK: Summary

  private func drawSummary(in area: Region, on page: inout Page) {
    let faults = draft.faults
    guard !faults.isEmpty else {
      page.write(.planComplete, in: area, Palette.goodText)
      return draw(overview, in: area.inset(top: 2), on: &page)
    }
    page.write(.planFaults(faults.count), in: area, Palette.badText)
    let list = area.inset(top: 2)
    let first = max(0, min(focus - list.rows / 2, faults.count - list.rows))
    for (row, fault) in faults.enumerated().dropFirst(first).prefix(list.rows) {
      let label = draft[fault.spot]?.label ?? fault.spot.page.title
      let number = fault.spot.page.isList ? "\(fault.spot.entry + 1)" : ""
      let place = Sentence(
        zh: "\(fault.spot.page.title.zh)\(number)·\(label.zh)：",
        en: "\(fault.spot.page.title.en) \(number) · \(label.en): ")
      page.write(row == focus ? "▶" : " ", in: list, row: row - first, Palette.title)
      page.write(
        place + fault.text, in: list, row: row - first, indent: 2, row == focus ? Palette.title : .plain)
    }
  }

  /// The plan in a few lines, to be compared with the paper.
  private var overview: [Sentence] {
    let posts = draft.entries(.posts).indices.map { entry in
      let names = draft.candidates(entry).map { draft.text(.posts, entry, $0) }
      return Sentence.planPostLine(
        draft.text(.posts, entry, 0), seats: draft.text(.posts, entry, 1), names)
    }
    let places = draft.entries(.places).map { $0[0].input.text }
    let staff = draft.entries(.staff).map { fields in
      "\(fields[0].input.text)（\(Officer.Role(rawValue: fields[1].input.text)?.chinese ?? "")）"
    }
    let head = Sentence.planHead(
      draft.text(.community, 0, 1), term: draft.text(.community, 0, 4), day: draft.text(.election, 0, 1),
      hours: "\(draft.text(.election, 0, 2))—\(draft.text(.election, 0, 3))")
    let kind = ElectionKind(rawValue: draft.text(.election, 0, 0))?.inPlan ?? .planKind
    return [head, kind + Sentence(zh: "　\(draft.issuer)", en: draft.issuer)] + posts + [
      .planNames(.planPlace, places), .planNames(.planOfficer, staff),
    ]
  }
}
