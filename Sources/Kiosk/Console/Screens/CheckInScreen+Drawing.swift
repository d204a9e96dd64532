import Ballot
import Terminal

extension CheckInScreen {
  func draw(on page: inout Page) {
    let (left, right) = page.area.split(left: page.area.columns * 62 / 100, gap: 2)
    drawVerdict(in: left, on: &page)
    page.draw(Turnout(page.briefing), in: right)
  }

  private func drawVerdict(in area: Region, on page: inout Page) {
    // What the camera sees wants room too, while nobody is judged.
    let isSeen = stand == .waiting && page.briefing.camera?.preview != nil
    let rows = isSeen ? max(9, area.rows / 3) : max(9, area.rows - 10)
    page.verdict(word, in: area, rows: rows, style)
    var rest = area.inset(top: rows + 1)
    for line in lines(page.briefing.camera) {
      rest = rest.inset(top: page.paragraph(line.text, in: rest, line.style))
    }
    if stand == .waiting, let preview = page.briefing.camera?.preview {
      page.canvas.place(preview, in: page.below(rest, keeping: 2))
    }
    let bottom = Region(column: area.column, row: area.bottom - 1, columns: area.columns, rows: 1)
    let at = page.write(.numberPrompt, in: bottom, Palette.title)
    let end = page.canvas.write(number.text, column: at, row: bottom.row, Palette.title)
    page.canvas.cursor = (end, bottom.row)
  }

  /// The verdict in one word.
  private var word: Sentence {
    switch stand {
    case .waiting: .showCard
    case .judged(let judged): judged.verdict.word
    case .issued: .issuedWord
    case .refused: .refusedWord
    }
  }

  private var style: Style {
    switch stand {
    case .waiting: Palette.frame
    case .judged(let judged): judged.verdict.style
    case .issued: Palette.good
    case .refused: Palette.bad
    }
  }

  private func fault(_ camera: CameraSight?) -> [(text: Sentence, style: Style)] {
    camera?.fault.map { [($0.sentence, Palette.badText)] } ?? []
  }

  private func lines(_ camera: CameraSight?) -> [(text: Sentence, style: Style)] {
    switch stand {
    case .waiting:
      [camera?.isCardUnread == true ? (.codeUnreadHint, Palette.warningText) : (.showCardHint, .plain)]
        + fault(camera)
    case .judged(let judged):
      [(judged.verdict.sentence, Palette.title)] + face(judged.voter)
        + (judged.isValid ? [(.compareFace, Palette.title)] : [])
    case .issued(let roll, let at):
      [
        (
          Sentence(
            zh: "✓ \(roll) 号选民已领票（\(at.clock)），已经登记。",
            en: "✓ Ballots issued to number \(roll) at \(at.clock)."),
          Palette.goodText
        )
      ]
    case .refused(let complaint): [(complaint.text, Palette.badText)]
    }
  }

  private func face(_ voter: VoterFace?) -> [(Sentence, Style)] {
    guard let voter else { return [] }
    let words = Sentence(
      zh:
        "\(voter.number) 号　\(voter.name)　\(voter.sex.zh)　\(voter.birth.year) 年生　\(voter.group)\n身份证 \(voter.identity ?? "（名册未填）")",
      en:
        "No. \(voter.number)  \(voter.name)  \(voter.sex.en)  born \(voter.birth.year)  \(voter.group)\nID \(voter.identity ?? "(not on the roll)")"
    )
    return [(words, .plain)]
  }
}

extension CardVerdict {
  fileprivate var style: Style {
    switch self {
    case .valid: Palette.good
    case .otherStation, .notACard: Palette.warning
    case .used, .replaced, .otherElection, .forged: Palette.bad
    }
  }
}
