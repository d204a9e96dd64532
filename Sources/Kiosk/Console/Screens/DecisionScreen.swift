import Ballot
import Terminal

/// The guidance body's decision, typed line by line; each line is checked when it is full.
struct DecisionScreen: Screen {
  enum Stand: Equatable, Sendable {
    case typing
    case working
    case done([Sentence])
  }

  /// More than any decision has.
  static let most = 700
  private(set) var typed = ""
  private(set) var stand = Stand.typing
  private(set) var complaint: Complaint?

  var title: Sentence { FormID.anomalyAccept.words.title }
  var help: [Sentence] { Sentence.decisionHelp }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    switch stand {
    case .typing: [KeyHint(.enterKey, .goAhead), KeyHint("F3", .decisionFromStick), KeyHint("Esc", .back)]
    case .working: [KeyHint("Esc", .stop)]
    case .done: [KeyHint(.enterKey, .goOn)]
    }
  }

  /// A scanner types the symbol's text, which has no lines.
  var isSymbol: Bool { typed.hasPrefix("KAD") }

  var lines: [String] {
    let digits = Array(typed)
    return stride(from: 0, to: digits.count, by: DecisionText.lineLength).map {
      String(digits[$0..<min($0 + DecisionText.lineLength, digits.count)])
    }
  }

  /// The first full line, counted from 0, whose check digits are wrong.
  var wrongLine: Int? {
    guard !isSymbol else { return nil }
    return lines.enumerated().first {
      $0.element.count == DecisionText.lineLength && !DecisionText.holds($0.element, at: $0.offset)
    }?.offset
  }

  // MARK: Keys

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch stand {
    case .typing: return type(key)
    case .working: return key == .escape ? .cancel : .unknownKey
    case .done: return key == .enter || key == .escape ? .back : .unknownKey
    }
  }

  private mutating func type(_ key: Key) -> Action {
    switch key {
    case .escape: return .back
    case .function(3): return .go(.form(.decisionFile))
    case .enter: return submit()
    case .backspace:
      guard !typed.isEmpty else { return .unknownKey }
      typed.removeLast()
    case .control("u"): typed.removeLast(lines.last?.count ?? 0)
    case .character(" "), .character("-"): break
    case .character(let character): return add(String(character))
    case .paste(let text): return add(text)
    default: return .unknownKey
    }
    return .none
  }

  private mutating func add(_ text: String) -> Action {
    if let wrongLine { return .say(Notice(.wrongDecisionLine(wrongLine + 1), .bad)) }
    let digits = DecisionText.digits(in: text)
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":") }),
      typed.count + digits.count <= DecisionScreen.most
    else { return .unknownKey }
    typed += digits
    complaint = nil
    return wrongLine.map { .say(Notice(.wrongDecisionLine($0 + 1), .bad)) } ?? .none
  }

  private mutating func submit() -> Action {
    guard !typed.isEmpty else { return .say(Notice(.decisionMissing, .bad)) }
    // The last line is shorter, so it is checked only here.
    let bad = isSymbol ? nil : lines.enumerated().first { !DecisionText.holds($0.element, at: $0.offset) }
    if let bad { return .say(Notice(.wrongDecisionLine(bad.offset + 1), .bad)) }
    stand = .working
    return .start(.command(["anomaly", "accept", "--code", typed]))
  }

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .answered(let lines): stand = .done(lines)
    case .refused(let refused): (stand, complaint) = (.typing, refused)
    default: break
    }
    return .none
  }

  // MARK: Drawing

  func draw(on page: inout Page) {
    if case .done(let lines) = stand {
      page.write(.done, in: page.area, Palette.goodText)
      var row = 2
      for line in lines { row = page.paragraph(line, in: page.area, row: row) }
      return
    }
    var row = page.paragraph(complaint?.text ?? .decisionIntro, in: page.area, row: 0, introStyle) + 1
    if stand == .working { page.write(.working, in: page.area, row: row - 1, Palette.warningText) }
    let shown = max(1, page.area.rows - row)
    let lines = lines.isEmpty ? [""] : lines
    for (index, line) in lines.enumerated().suffix(shown) {
      draw(line, index, in: page.area.inset(top: row), isLast: index == lines.count - 1, on: &page)
      row += 1
    }
  }

  private var introStyle: Style { complaint == nil ? Palette.faint : Palette.badText }

  private func draw(_ line: String, _ index: Int, in area: Region, isLast: Bool, on page: inout Page) {
    let digits = Array(line)
    let groups = stride(from: 0, to: digits.count, by: 5).map {
      String(digits[$0..<min($0 + 5, digits.count)])
    }
    let isFull = !isSymbol && line.count == DecisionText.lineLength
    let isRight = isFull && DecisionText.holds(line, at: index)
    let style = isFull && !isRight ? Palette.badText : .plain
    page.write(.decisionLine(index + 1), in: area, Palette.faint)
    let end = page.write(groups.joined(separator: " "), in: area, indent: 9, style)
    if isLast, stand == .typing { page.canvas.cursor = (end, area.row) }
    guard isFull else { return }
    page.write(
      isRight ? "✓" : "✗", in: area, indent: end - area.column + 2,
      isRight ? Palette.goodText : Palette.badText)
  }
}
