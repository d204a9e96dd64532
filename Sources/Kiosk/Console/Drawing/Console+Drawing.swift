import Ballot
import Terminal
import Typing

extension Console {
  /// Everything that is seen: the frame, the screen in it, and what lies over it.
  func draw(_ size: Size, _ look: Look) -> Canvas {
    let canvas = Canvas(size)
    guard size.columns >= 80, size.rows >= 24 else { return tooSmall(canvas, look) }
    let body = canvas.area.inset(left: 1, right: 1, top: 3, bottom: 2)
    var page = Page(canvas: canvas, area: body, look: look, briefing: briefing)
    if let login {
      login.draw(on: &page)
    } else if isLocked {
      drawLock(on: &page)
    } else if showsHelp {
      drawHelp(on: &page)
    } else {
      current.draw(on: &page)
    }
    drawHeader(on: &page)
    drawFooter(on: &page)
    if let question, !isLocked { page.draw(question) }
    return page.canvas
  }

  private func tooSmall(_ canvas: Canvas, _ look: Look) -> Canvas {
    var page = Page(canvas: canvas, area: canvas.area, look: look, briefing: briefing)
    page.paragraph(.windowTooSmall, in: canvas.area)
    return page.canvas
  }

  private func drawLock(on page: inout Page) {
    let middle = page.area.inset(top: max(0, page.area.rows / 2 - 6))
    page.verdict(.locked, in: middle, rows: 10, Palette.frame)
    page.paragraph(.unlockHint, in: middle.inset(left: 2, top: 11))
  }

  private func drawHelp(on page: inout Page) {
    var rest = page.heading(current.title, in: page.area)
    for line in current.help + Sentence.generalHelp {
      let used = page.paragraph(line, in: rest)
      rest = rest.inset(top: used)
    }
  }

  // MARK: The frame

  private func drawFooter(on page: inout Page) {
    let size = page.canvas.size
    let message = Region(column: 1, row: size.rows - 2, columns: size.columns - 2, rows: 1)
    if let fault = briefing.fault {
      page.write(fault, in: message, Palette.bad)
    } else if let typing, typing.isComposing {
      page.write(typing.line, in: message, Palette.title)
    } else if let work {
      page.write(work.sentence, in: message, Palette.warningText)
    } else if let notice {
      page.write(notice.text, in: message, notice.style)
    }
    let line = Region(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    page.canvas.fill(line, " ", Palette.frame)
    var at = 1
    for hint in hints {
      let key = " \(hint.key.text(in: page.look.language)) "
      let does = "\(hint.does.text(in: page.look.language))  "
      // One that does not fit leaves room for shorter ones behind it.
      guard at + CharacterWidth.columns(key + does) <= size.columns else { continue }
      at = page.canvas.write(key, column: at, row: line.row, Palette.key)
      at = page.canvas.write(does, column: at, row: line.row, Palette.frame)
    }
  }

  private var hints: [KeyHint] {
    if let login {
      return [KeyHint(.upDown, .choose), KeyHint(.enterKey, .logInWord)]
        + (login.isJoining ? [KeyHint("Esc", .back)] : [])
    }
    if isLocked { return [KeyHint(.enterKey, .unlock)] }
    if question != nil { return [KeyHint("Y", .yes), KeyHint("N", .no)] }
    if showsHelp { return [KeyHint(.anyKey, .back)] }
    let chinese = current.typing == nil ? [] : [KeyHint("F9", typing == nil ? .chineseOn : .chineseOff)]
    let join = briefing.staff.isEmpty ? [] : [KeyHint("F11", .joinWord)]
    return current.keys(briefing) + chinese + [KeyHint("F1", .helpWord), KeyHint("F12", .lockWord)] + join
  }
}

extension Notice {
  /// The sign before the words says the same as the colour.
  fileprivate var style: Style {
    switch weight {
    case .good: Palette.goodText
    case .plain: Palette.title
    case .bad: Palette.badText
    }
  }
}

extension Work {
  /// The work with a bar, where it is known how much there is.
  var sentence: Sentence {
    guard total > 0 else { return title }
    let filled = percent / 5
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    return Sentence(zh: "\(title.zh) \(bar) \(percent)%", en: "\(title.en) \(bar) \(percent)%")
  }
}

extension Page {
  /// Writes a line that ends at the area's right edge.
  mutating func writeRight(_ text: Sentence, in area: Region, row: Int = 0, _ style: Style = .plain) {
    let words = text.text(in: look.language)
    let width = CharacterWidth.columns(words)
    canvas.write(
      words, column: max(area.column, area.end - width), row: area.row + row, width: area.columns, style)
  }

  /// A question in a box in the middle.
  mutating func draw(_ question: Confirmation) {
    let width = min(60, area.columns - 4)
    let lines = TextWrap.lines(question.text.text(in: look.language), columns: width - 4)
    let height = lines.count + 4
    let box = Region(
      column: area.column + (area.columns - width) / 2, row: area.row + max(0, (area.rows - height) / 2),
      columns: width, rows: height)
    canvas.fill(box, " ", Palette.warning)
    for (index, line) in lines.enumerated() {
      canvas.write(line, column: box.column + 2, row: box.row + 1 + index, Palette.warning)
    }
    canvas.write(
      Sentence.yesOrNo.text(in: look.language), column: box.column + 2, row: box.bottom - 2, Palette.warning)
  }
}
