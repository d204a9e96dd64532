import Ballot
import Scanner
import Terminal

extension CountScreen {
  func draw(on page: inout Page) {
    let (left, right) = page.area.split(left: page.area.columns * 58 / 100, gap: 2)
    if let voiding {
      drawVoiding(voiding, in: left, on: &page)
    } else if let table {
      drawTable(table, in: left, on: &page)
    } else {
      drawSheet(in: left, on: &page)
    }
    drawProgress(in: right, on: &page)
  }

  // MARK: The sheet

  private func drawSheet(in area: Region, on page: inout Page) {
    switch sight?.outcome {
    case nil: drawWaiting(in: area, on: &page)
    case .rejected(let reason):
      page.verdict(.notRead, in: area, rows: 9, Palette.warning)
      page.paragraph(reason, in: area.inset(top: 10), Palette.title)
    case .alike:
      page.verdict(.seemsRead, in: area, rows: 9, Palette.warning)
      page.paragraph(.seemsReadHint, in: area.inset(top: 10), Palette.title)
      if let picture = sight?.picture { page.canvas.place(picture, in: area.inset(top: 15)) }
    case .kept, .known, .recalled:
      let known = sight?.outcome == .known
      let top = Region(column: area.column, row: area.row, columns: area.columns, rows: 1)
      page.write(known ? .readBefore : .readNow, in: top, known ? Palette.warningText : Palette.goodText)
      if let picture = sight?.picture { page.canvas.place(picture, in: area.inset(top: 1)) }
    }
  }

  private func drawWaiting(in area: Region, on page: inout Page) {
    guard page.briefing.isCounting else {
      page.verdict(.countShut, in: area, rows: 9, Palette.warning)
      let lock = page.briefing.election?.countClosed == nil ? Refusal.countNotOpen : Refusal.countClosed
      page.paragraph(lock.sentence, in: area.inset(top: 10))
      return
    }
    let isTaken = page.briefing.camera?.hint == .takeAway
    page.verdict(isTaken ? .takeSheetAway : .showSheet, in: area, rows: 9, Palette.frame)
    var rest = area.inset(top: 10)
    rest = rest.inset(top: page.paragraph(.showSheetHint, in: rest))
    let camera = page.briefing.camera
    if let fault = camera?.fault { page.paragraph(fault.sentence, in: rest, Palette.badText) }
    if let preview = camera?.preview { page.canvas.place(preview, in: page.below(rest, keeping: 0)) }
  }

  // MARK: A mark to decide

  private func drawTable(_ table: Deciding, in area: Region, on page: inout Page) {
    var rest = area
    let mark = table.mark
    let name = mark.name.map { Sentence(zh: $0, en: $0) } ?? Sentence.writeIn
    page.write(
      Sentence(zh: "待认定：\(mark.post)　\(name.zh)", en: "To decide: \(mark.post)  \(name.en)"), in: rest,
      Palette.warningText)
    let read = mark.mark.sentence
    let doubt = mark.isDoubtful ? Sentence(zh: "，看不准", en: ", in doubt") : Sentence(zh: "", en: "")
    page.write(
      Sentence(zh: "机器读作：\(read.zh)\(doubt.zh)", en: "The machine reads: \(read.en)\(doubt.en)"), in: rest,
      row: 1)
    let below = table.isSearching ? 11 : 9
    let pictureRows = max(4, min(area.rows - below, area.rows * 2 / 3))
    drawZoom(
      mark, in: Region(column: rest.column, row: rest.row + 2, columns: rest.columns, rows: pictureRows),
      on: &page)
    rest = rest.inset(top: pictureRows + 2)
    if table.isSearching {
      drawSearch(table, in: rest, on: &page)
    } else {
      drawOptions(table, in: rest, on: &page)
    }
  }

  /// The mark box large; beside it what was written, or the sheet that it stands on.
  private func drawZoom(_ mark: PendingMark, in area: Region, on page: inout Page) {
    guard let zoom = mark.zoom else {
      page.write(.fetchingPicture, in: area, Palette.faint)
      return
    }
    let (box, beside) = area.split(left: min(area.columns / 2, area.rows * 2 + 2), gap: 1)
    page.canvas.place(zoom, in: box)
    if let other = mark.writing ?? sight?.picture { page.canvas.place(other, in: beside) }
  }

  private func drawSearch(_ table: Deciding, in area: Region, on page: inout Page) {
    let at = page.write(.whoIsWritten, in: area, Palette.title)
    let end = page.canvas.write(table.search.text, column: at, row: area.row, Palette.title)
    page.canvas.cursor = (end, area.row)
    for (row, voter) in table.found.enumerated() {
      let line =
        "\(voter.number)　\(voter.name)　\(voter.sex.text(in: page.look.language))　\(voter.birth.year)　\(voter.group)"
      page.write(line, in: area, row: row + 1, indent: 2, row == table.chosen ? Palette.chosen : .plain)
    }
    if table.found.isEmpty { page.write(.typeName, in: area, row: 1, indent: 2, Palette.faint) }
  }

  private func drawOptions(_ table: Deciding, in area: Region, on page: inout Page) {
    if let person = table.person {
      page.write(
        Sentence(
          zh: "选定：\(person.number) 号 \(person.name) \(person.group)",
          en: "Chosen: No. \(person.number) \(person.name) \(person.group)"),
        in: area, Palette.goodText)
    }
    let people = page.briefing.scrutineers
    func name(_ seat: Int) -> String { people.indices.contains(seat) ? people[seat] : "—" }
    let (left, right) = area.inset(top: 1).split(left: area.columns / 2 - 1, gap: 2)
    page.write(
      Sentence(zh: "左：\(name(seats.left))", en: "Left: \(name(seats.left))"), in: left, Palette.title)
    page.write(
      Sentence(zh: "右：\(name(seats.right))", en: "Right: \(name(seats.right))"), in: right, Palette.title)
    for (row, option) in Deciding.Option.allCases.enumerated() {
      let words = option.words(isWriteIn: table.mark.isWriteIn)
      draw(words, Deciding.leftKeys[row], table.left == option, in: left, row: row + 1, on: &page)
      draw(words, Deciding.rightKeys[row], table.right == option, in: right, row: row + 1, on: &page)
    }
  }

  func draw(
    _ words: Sentence, _ key: Character, _ isPressed: Bool, in area: Region, row: Int, on page: inout Page
  ) {
    let style = isPressed ? Palette.chosen : Style.plain
    page.write("[\(key.uppercased())] \(isPressed ? "✓ " : "")", in: area, row: row, style)
    page.write(words, in: area, row: row, indent: isPressed ? 6 : 4, style)
  }

  // MARK: How far the count is

  private func drawProgress(in area: Region, on page: inout Page) {
    let election = page.briefing.election
    let counted = election?.countOpened?.boxes.reduce(0, +) ?? 0
    let total = pass == .first ? counted * max(1, election?.layout?.pages ?? 1) : election?.sheets ?? 0
    let done = pass == .first ? election?.sheets ?? 0 : read
    let inside = page.heading(Sentence(zh: "计票进度", en: "Progress"), in: area)
    page.write(
      pass == .first
        ? Sentence(zh: "已读 \(done) / 清点 \(total) 张", en: "\(done) of \(total) sheets read")
        : Sentence(zh: "第二遍 \(done) / 第一遍 \(total) 张", en: "\(done) of \(total) read again"), in: inside,
      Palette.title)
    page.bar(done, of: max(1, total), threshold: nil, in: inside, row: 1)
    page.write(
      queue.isEmpty
        ? Sentence(zh: "✓ 没有待认定的", en: "✓ nothing to decide")
        : Sentence(zh: "待认定 \(queue.count) 处", en: "To decide: \(queue.count)"), in: inside, row: 2,
      queue.isEmpty ? Palette.goodText : Palette.warningText)
    if isReading { page.write(.reading, in: inside, row: 3, Palette.warningText) }
    if done > total, total > 0 { page.write(.moreThanCounted, in: inside, row: 3, Palette.badText) }
    if let note = page.briefing.camera?.note {
      page.write(note.text, in: inside, row: 4, note.isComplaint ? Palette.warningText : .plain)
    }
    drawReading(in: inside.inset(top: 5), on: &page)
  }
}

extension Deciding.Option {
  /// What the option says.
  func words(isWriteIn: Bool) -> Sentence {
    switch (self, isWriteIn) {
    case (.first, false): Sentence(zh: "○ 赞成", en: "○ for")
    case (.second, false): Sentence(zh: "× 反对", en: "× against")
    case (.third, false): Sentence(zh: "空白（弃权）", en: "blank")
    case (.fourth, false): Sentence(zh: "意思不清，作废", en: "unclear, void")
    case (.first, true): Sentence(zh: "就是选定的人", en: "this person")
    case (.second, true): Sentence(zh: "没有写人", en: "nobody")
    case (.third, true): Sentence(zh: "字迹不清，作废", en: "illegible, void")
    case (.fourth, true): Sentence(zh: "认不出是谁", en: "not identifiable")
    }
  }
}
