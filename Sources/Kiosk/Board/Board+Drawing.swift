import Ballot
import Printing
import Terminal

extension Board {
  /// The whole public screen; `turn` counts up every few seconds, for what does not fit on one screen.
  ///
  /// Where pictures are shown dot by dot, the code is one of them when its cells do not fit.
  func draw(_ size: Size, _ look: Look, at now: Instant, turn: Int = 0, pictures: Bool = false) -> Canvas {
    var page = Page(canvas: Canvas(size), area: Canvas(size).area, look: look, briefing: Briefing(now: now))
    drawHeader(on: &page, at: now)
    let area = page.area.inset(left: 2, right: 2, top: 3, bottom: 1)
    switch scene {
    case .waiting(let wait): draw(wait, on: &page, in: area)
    case .voting(let turnout): draw(turnout, on: &page, in: area)
    case .counting(let count): draw(count, on: &page, in: area, turn: turn)
    case .result(let result): draw(result, on: &page, in: area, turn: turn, pictures: pictures)
    }
    return page.canvas
  }

  private func drawHeader(on page: inout Page, at now: Instant) {
    let band = Region(column: 0, row: 0, columns: page.area.columns, rows: 2)
    page.canvas.fill(band, " ", Palette.frame)
    let line = band.inset(left: 2, right: 2)
    if !community.isEmpty {
      page.write(
        Sentence(
          zh: "\(community)　第\(term.chinese)届\(body)选举",
          en: "\(community), election of the committee, term \(term)"),
        in: line, Palette.frameBold)
    }
    if let asOf {
      page.write(.boardIsOld(asOf), in: line, row: 1, Palette.warning)
    } else {
      page.write(title, in: line, row: 1, Palette.frame)
    }
    page.writeRight(Sentence(zh: now.day.chinese, en: now.day.description), in: line, Palette.frame)
    page.writeRight(Sentence(zh: now.clock, en: now.clock), in: line, row: 1, Palette.frameBold)
  }

  private var title: Sentence {
    switch scene {
    case .waiting: Sentence(zh: "公开显示屏", en: "Public board")
    case .voting: Sentence(zh: "正在投票", en: "Voting")
    case .counting: Sentence(zh: "公开唱票计票", en: "Public count")
    case .result: Sentence(zh: "选举结果", en: "Result")
    }
  }

  // MARK: Before and between

  private func draw(_ wait: Wait, on page: inout Page, in area: Region) {
    let middle = area.inset(top: max(0, area.rows / 2 - 7))
    let used = page.verdict(wait.word, in: middle, rows: 9, Palette.frame)
    var row = used + 1
    for line in wait.lines { row = page.paragraph(line, in: middle, row: row) }
  }

  private func draw(_ turnout: Turnout, on page: inout Page, in area: Region) {
    let percent = Percent(turnout.issued, of: turnout.voters).text
    let reached = turnout.need.map { turnout.issued >= $0 } ?? false
    let style = reached ? Palette.good : Palette.frame
    let top = page.verdict(Sentence(zh: percent, en: percent), in: area, rows: min(10, area.rows - 9), style)
    page.draw(turnout, in: area.inset(top: top + 1))
  }

  // MARK: The count

  private func draw(_ count: Count, on page: inout Page, in area: Region, turn: Int) {
    page.write(count.boxLine, in: area, Palette.title)
    page.write(count.progressLine, in: area, row: 1)
    let body = area.inset(top: 3)
    let (left, right) = body.split(left: max(30, min(44, body.columns * 2 / 5)), gap: 3)
    draw(count.current, on: &page, in: left)
    draw(count.posts, on: &page, in: right, turn: turn)
  }

  private func draw(_ sheet: Count.Sheet?, on page: inout Page, in area: Region) {
    let inside = page.heading(Sentence(zh: "这一张选票", en: "This ballot"), in: area)
    guard let sheet else {
      page.paragraph(
        Sentence(zh: "请把选票放在镜头下。", en: "The next ballot goes under the camera."), in: inside, Palette.faint)
      return
    }
    var row = 0
    var post = ""
    for line in sheet.lines {
      if line.post != post {
        page.write(line.post, in: inside, row: row, Palette.faint)
        row += 1
        post = line.post
      }
      let end = page.write(line.label, in: inside, row: row, indent: 2)
      let at = inside.inset(left: max(end - inside.column + 2, inside.columns - 16))
      page.write(line.reading, in: at, row: row, line.style)
      row += 1
    }
  }

  private func draw(_ posts: [Count.Post], on page: inout Page, in area: Region, turn: Int) {
    let inside = page.heading(Sentence(zh: "得票（赞成）", en: "Votes for"), in: area)
    let rows: [(post: String?, person: Count.Person?)] = posts.flatMap { post in
      [(post: post.heading(page.look.language), person: nil)] + post.persons.map { (post: nil, person: $0) }
    }
    let shown = Board.turned(rows, rows: inside.rows, turn: turn)
    for (row, entry) in shown.enumerated() {
      if let post = entry.post { page.write(post, in: inside, row: row, Palette.faint) }
      if let person = entry.person { draw(person, on: &page, in: inside, row: row) }
    }
  }

  private func draw(_ person: Count.Person, on page: inout Page, in area: Region, row: Int) {
    let name = person.isWriteIn ? "\(person.name.spreadName)＊" : person.name.spreadName
    page.write(name, in: area.split(left: 12).left, row: row)
    let votes = String(person.votes)
    page.write(votes, in: area, row: row, indent: 12 + max(0, 5 - votes.count), Palette.title)
    page.write(
      TallyStrokes.text(person.votes, columns: area.columns - 19), in: area, row: row, indent: 19)
  }

  /// The part of a list that fits; what does not fit comes in further turns.
  static func turned<Entry>(_ entries: [Entry], rows: Int, turn: Int) -> ArraySlice<Entry> {
    guard rows > 0, entries.count > rows else { return entries[...] }
    let parts = (entries.count + rows - 1) / rows
    let start = (turn % parts) * rows
    return entries[start..<min(start + rows, entries.count)]
  }

  // MARK: The result

  private func draw(
    _ result: Result, on page: inout Page, in area: Region, turn: Int, pictures: Bool
  ) {
    guard let code = result.note.flatMap(QRDots.dots) else {
      draw(result, on: &page, in: area)
      return
    }
    let stencil = Stencil(width: code.width, height: code.width, dots: code.dots)
    if stencil.rows + 1 <= area.rows, stencil.width + 44 <= area.columns {
      let (left, right) = area.split(left: area.columns - stencil.width - 3, gap: 3)
      draw(result, on: &page, in: left)
      draw(stencil, on: &page, in: right)
    } else if pictures {
      let (left, right) = area.split(left: area.columns * 3 / 5, gap: 3)
      draw(result, on: &page, in: left)
      page.write(.scanHint, in: right, Palette.faint)
      page.canvas.place(Board.bitmap(code), in: right.inset(top: 1))
    } else if stencil.rows + 1 <= area.rows, stencil.width <= area.columns, turn % 2 == 1 {
      draw(stencil, on: &page, in: area)
    } else {
      draw(result, on: &page, in: area)
    }
  }

  private static let ink = Style(.rgb(0, 0, 0), on: .rgb(255, 255, 255))

  private func draw(_ stencil: Stencil, on page: inout Page, in area: Region) {
    let place = Region(
      column: area.column + (area.columns - stencil.width) / 2, row: area.row, columns: stencil.width,
      rows: stencil.rows)
    page.canvas.fill(place, " ", Board.ink)
    page.canvas.write(stencil, column: place.column, row: place.row, Board.ink)
    page.write(.scanHint, in: area, row: stencil.rows, Palette.faint)
  }

  /// The code as a picture, four dots a module.
  private static func bitmap(_ code: (width: Int, dots: [Bool])) -> Bitmap {
    let scale = 4
    let rows = (0..<code.width).flatMap { row -> [UInt8] in
      let line = (0..<code.width).flatMap { column in
        [UInt8](repeating: code.dots[row * code.width + column] ? 0 : 255, count: 3 * scale)
      }
      return Array(repeatElement(line, count: scale).joined())
    }
    let side = code.width * scale
    return Bitmap(name: "code \(code.dots.hashValue)", width: side, height: side, bytes: rows)
  }

  private func draw(_ result: Result, on page: inout Page, in area: Region) {
    var row =
      page.verdict(
        result.word, in: area, rows: result.verdictRows(in: area), result.isValid ? Palette.good : Palette.bad
      )
      + 1
    for line in result.lines { row = page.paragraph(line, in: area, row: row) }
    for post in result.posts {
      page.write(post.heading(page.look.language), in: area, row: row + 1, Palette.title)
      row += 2
      for person in post.persons {
        page.write(person.name.spreadName, in: area, row: row, indent: 2)
        let votes = String(person.votes)
        page.write(votes, in: area, row: row, indent: 14 + max(0, 6 - votes.count))
        page.write(person.word, in: area, row: row, indent: 23, person.isElected ? Palette.goodText : .plain)
        row += 1
      }
      if post.vacant > 0 {
        page.write(
          Sentence(zh: "空缺 \(post.vacant) 名", en: "\(post.vacant) vacant"), in: area, row: row, indent: 2,
          Palette.warningText)
        row += 1
      }
    }
  }
}

extension Board.Result {
  /// As many rows for the word in large letters as the posts leave, and never so few that it is overlooked.
  fileprivate func verdictRows(in area: Region) -> Int {
    let lines = posts.reduce(0) { $0 + 2 + $1.persons.count + ($1.vacant > 0 ? 1 : 0) }
    return min(9, max(5, area.rows - lines - 4))
  }
}
