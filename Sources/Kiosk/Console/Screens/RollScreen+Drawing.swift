import Ballot
import Terminal

extension RollScreen {
  func draw(on page: inout Page) {
    page.tabs([.rollStepFile, .rollStepColumns, .rollStepCheck, .rollStepImport], at: step, in: page.area)
    let rest = page.area.inset(top: 2)
    switch stand {
    case .choosing: drawFiles(in: rest, on: &page)
    case .reading: page.write(.readingColumns, in: rest, Palette.warningText)
    case .columns: drawColumns(in: rest, on: &page)
    case .checking(let work), .importing(let work): draw(work, in: rest, on: &page)
    case .refused(let complaint): draw(complaint, in: rest, on: &page)
    case .checked(let lines): draw(.rollFits, lines, in: rest, Palette.goodText, on: &page)
    case .done(let lines): draw(.done, lines, in: rest, Palette.goodText, on: &page)
    case .failed(let complaint, _):
      draw(.notDone, [complaint.text] + complaint.details, in: rest, Palette.badText, on: &page)
    }
  }

  private var step: Int {
    switch stand {
    case .choosing, .reading: 0
    case .columns: 1
    case .checking, .refused, .checked: 2
    case .importing, .done: 3
    case .failed(_, let isOfFile): isOfFile ? 0 : 2
    }
  }

  private func draw(
    _ head: Sentence, _ lines: [Sentence], in area: Region, _ style: Style, on page: inout Page
  ) {
    page.write(head, in: area, style)
    page.lines(lines, scroll: scroll, in: area.inset(top: 2))
  }

  private func drawFiles(in area: Region, on page: inout Page) {
    let row = page.paragraph(.rollFileIntro, in: area, Palette.faint) + 1
    let at = page.write(.rollFileLabel, in: area, row: row, Palette.title)
    let end = page.write(file.input.text, in: area, row: row, indent: at - area.column, Palette.title)
    page.canvas.cursor = (end, area.row + row)
    let list = area.inset(left: 2, top: row + 2)
    page.files(files, chosen: file.input.text, most: max(1, list.rows), in: list)
  }

  private func draw(_ work: Work?, in area: Region, on page: inout Page) {
    page.write(stand.isImporting ? .importingRoll : .checkingRoll, in: area, Palette.warningText)
    guard let work else { return }
    page.write(work.title, in: area, row: 2)
    page.bar(work.done, of: work.total, threshold: nil, in: area, row: 4)
  }

  // MARK: Columns

  /// Columns of the screen: what the arrow, the letters, the header and the field take; samples have the rest.
  private static let (letters, header, field) = (4, 20, 16)

  private func drawColumns(in area: Region, on page: inout Page) {
    guard let table else { return }
    let draft = table.draft
    let focus = table.focus
    let faults = draft.faults
    let legend = TextWrap.lines(Sentence.fieldKeys.text(in: page.look.language), columns: area.columns)
    page.write(.rollTable(draft.head, file: file.input.text), in: area, Palette.faint)
    row(
      "",
      [Sentence.columnWord, .headerWord, .takenFor, .samplesWord].map { $0.text(in: page.look.language) },
      in: area.inset(top: 2), Palette.title, on: &page)
    let below = max(1, min(3, faults.count)) + legend.count + 2
    let list = area.inset(top: 3, bottom: below)
    let first = max(0, min(focus - list.rows / 2, draft.head.columns.count - list.rows))
    for (at, column) in draft.head.columns.enumerated().dropFirst(first).prefix(list.rows) {
      draw(column, draft.fields[at], isChosen: at == focus, in: list.inset(top: at - first), on: &page)
    }
    if draft.head.columns.count > list.rows {
      let last = min(draft.head.columns.count, first + list.rows)
      page.writeRight(
        .columnSpan(first + 1, last, of: draft.head.columns.count), in: area.inset(top: 1), Palette.faint)
    }
    let bottom = area.inset(top: area.rows - below + 1)
    drawFaults(faults, draft.head, in: bottom, on: &page)
    let keys = area.inset(top: area.rows - legend.count)
    for (row, line) in legend.enumerated() { page.write(line, in: keys, row: row, Palette.faint) }
  }

  private func drawFaults(
    _ faults: [RollColumnsDraft.Fault], _ head: RollTableHead, in area: Region, on page: inout Page
  ) {
    if faults.isEmpty { page.write(.columnsComplete, in: area, Palette.goodText) }
    for (row, fault) in faults.prefix(3).enumerated() {
      page.write(Sentence(zh: "✗ ", en: "✗") + fault.sentence(head), in: area, row: row, Palette.badText)
    }
  }

  private func draw(
    _ column: RollTableHead.Column, _ field: RollField?, isChosen: Bool, in area: Region,
    on page: inout Page
  ) {
    let name = (field?.sentence ?? .fieldUnused).text(in: page.look.language)
    let rest = area.columns - 2 - Self.letters - Self.header - Self.field
    row(
      isChosen ? "▶" : "",
      [
        column.letters, column.header, isChosen ? "◀ \(name) ▶" : "  \(name)",
        column.samples(in: rest, between: page.look.language == .zh ? "、" : ", "),
      ], in: area, isChosen ? Palette.title : field == nil ? Palette.faint : .plain, on: &page)
  }

  private func row(_ sign: String, _ texts: [String], in area: Region, _ style: Style, on page: inout Page) {
    let line = Region(column: area.column + 2, row: area.row, columns: area.columns - 2, rows: 1)
    page.write(sign, in: area, Palette.title)
    page.columns(texts, widths: [Self.letters, Self.header, Self.field, line.columns], in: line, style)
  }

  // MARK: Refused rows

  private func draw(_ complaint: Complaint, in area: Region, on page: inout Page) {
    let top = page.paragraph(complaint.text, in: area, Palette.badText) + 1
    let rest = area.inset(top: top)
    let list = rest.inset(top: 1, bottom: 5)
    let faults = complaint.faults
    let cell = page.look.language == .zh ? 14 : 21
    let widths = [6, cell, 20, max(2, rest.columns - 28 - cell)]
    let heads = [Sentence.rowWord, .cellWord, .writtenWord, .reasonWord]
    page.columns(
      heads.map { $0.text(in: page.look.language) }, widths: widths,
      in: Region(column: rest.column + 2, row: rest.row, columns: rest.columns - 2, rows: 1), Palette.title)
    let first = max(0, min(focus - list.rows / 2, faults.count - list.rows))
    for (at, fault) in faults.enumerated().dropFirst(first).prefix(list.rows) {
      let line = Region(
        column: list.column + 2, row: list.row + at - first, columns: list.columns - 2, rows: 1)
      if at == focus { page.write("▶", in: list, row: at - first, Palette.title) }
      page.columns(
        fault.cells(page.look.language, reason: widths[3] - 1), widths: widths, in: line,
        at == focus ? Palette.title : .plain)
    }
    let detail = rest.inset(top: rest.rows - 4)
    page.canvas.fill(
      Region(column: detail.column, row: detail.row, columns: detail.columns, rows: 1), "─", Palette.faint)
    page.writeRight(.refusedSpan(focus + 1, of: faults.count), in: detail, Palette.faint)
    if faults.indices.contains(focus) { page.paragraph(faults[focus].sentence, in: detail.inset(top: 1)) }
  }
}

extension RollTableHead.Column {
  /// As many values as fit whole; one is always there, however long.
  fileprivate func samples(in columns: Int, between comma: String) -> String {
    samples.reduce("") { text, sample in
      let longer = text.isEmpty ? sample : text + comma + sample
      return text.isEmpty || CharacterWidth.columns(longer) < columns ? longer : text
    }
  }
}

extension RollScreen.Stand {
  fileprivate var isImporting: Bool { if case .importing = self { true } else { false } }
}

extension FailureDetail {
  /// Row, cell, what is written there, and as much as fits of why it is refused.
  fileprivate func cells(_ language: Language, reason columns: Int) -> [String] {
    let name = field.map { (RollField(rawValue: $0)?.sentence.text(in: language)) ?? $0 } ?? ""
    let why = (reason ?? sentence).text(in: language)
    let isLong = CharacterWidth.columns(why) > columns
    let first = TextWrap.lines(why, columns: columns - 1).first ?? ""
    return [
      row.map { "\($0)" } ?? "—", [column, name].compactMap(\.self).joined(separator: " "), value ?? "",
      isLong ? first + "…" : why,
    ]
  }
}
