import Ballot
import Terminal

/// How many have come so far, against the threshold, and when.
struct Turnout: Equatable, Sendable {
  let voters: Int
  let issued: Int
  let printed: Int
  let need: Int?
  /// Ballots handed out up to the end of each part of the day; parts that lie ahead are left out.
  let curve: [Int]
  /// Parts of the day.
  let parts: Int
  let hours: Hours?

  /// Parts that the day is cut into.
  private static let parts = 24

  init(_ briefing: Briefing) {
    voters = briefing.quantities.roll
    issued = briefing.quantities.issued
    printed = briefing.quantities.printed
    need = briefing.turnoutNeed
    hours = briefing.election?.plan.hours
    parts = Turnout.parts
    curve = Turnout.curve(briefing)
  }

  private static func curve(_ briefing: Briefing) -> [Int] {
    guard let election = briefing.election, let first = briefing.issues.first else { return [] }
    let day = first.day
    guard let open = Instant("\(day)T\(election.plan.hours.open):00+08:00"),
      let close = Instant("\(day)T\(election.plan.hours.close):00+08:00")
    else { return [] }
    // Where ballots go out before or after the hours of the plan, the curve covers that too.
    let last = briefing.issues.last ?? first
    let (from, to) = (min(open, first).seconds, max(close.seconds, last.seconds + 1))
    let now = min(max(last.seconds, briefing.now.seconds), to)
    return (1...parts).compactMap { part in
      let end = from + (to - from) * part / parts
      guard from + (to - from) * (part - 1) / parts <= now else { return nil }
      return briefing.issues.count { $0.seconds < end }
    }
  }
}

extension Page {
  /// Draws the turnout: figures, a bar with the threshold, a curve.
  mutating func draw(_ turnout: Turnout, in area: Region) {
    let inside = heading(Sentence(zh: "今天的投票率", en: "Turnout"), in: area)
    let percent = turnout.voters > 0 ? turnout.issued * 100 / turnout.voters : 0
    write(
      Sentence(
        zh: "已发票 \(turnout.issued) / \(turnout.voters)　\(percent)%",
        en: "\(turnout.issued) of \(turnout.voters)  \(percent)%"), in: inside, Palette.title)
    bar(turnout.issued, of: turnout.voters, threshold: turnout.need, in: inside, row: 1)
    if let need = turnout.need { draw(need: need, turnout, in: inside) }
    write(
      Sentence(
        zh: "选票还剩 \(turnout.printed - turnout.issued) 份",
        en: "\(turnout.printed - turnout.issued) ballots left"),
      in: inside, row: 4)
    draw(turnout.curve, turnout, in: inside.inset(top: 6))
  }

  private mutating func draw(need: Int, _ turnout: Turnout, in area: Region) {
    let left = need - turnout.issued
    if left > 0 {
      write(Sentence(zh: "│ 要收回 \(need) 份才有效", en: "│ \(need) must come back"), in: area, row: 2)
      write(Sentence(zh: "还差 \(left) 份", en: "\(left) to go"), in: area, row: 3, Palette.warningText)
    } else {
      write(Sentence(zh: "│ 要收回 \(need) 份才有效", en: "│ \(need) must come back"), in: area, row: 2)
      write(Sentence(zh: "✓ 发票数已够", en: "✓ enough are issued"), in: area, row: 3, Palette.goodText)
    }
  }

  private static let eighths = Array(" ▁▂▃▄▅▆▇█")

  private mutating func draw(_ curve: [Int], _ turnout: Turnout, in area: Region) {
    let height = min(16, area.rows - 1)
    guard height > 1, !curve.isEmpty, turnout.voters > 0 else { return }
    // The day is as wide as there is room for; what lies ahead stays empty.
    let columns = area.columns
    let past = columns * curve.count / turnout.parts
    for index in 0..<past {
      let value = curve[index * turnout.parts / columns]
      let filled = value * height * 8 / turnout.voters
      for line in 0..<height {
        let part = min(8, max(0, filled - line * 8))
        canvas.write(
          String(Page.eighths[part]), column: area.column + index, row: area.row + height - 1 - line,
          Palette.goodText)
      }
    }
    if let need = turnout.need {
      let row = height - 1 - min(height - 1, need * height / turnout.voters)
      for column in past..<columns {
        canvas.write("┄", column: area.column + column, row: area.row + row, Palette.warningText)
      }
    }
    guard let hours = turnout.hours else { return }
    let ends = "\(hours.open)"
    write(ends, in: area, row: height, Palette.faint)
    canvas.write(
      hours.close, column: area.column + max(ends.count + 1, columns - hours.close.count),
      row: area.row + height, Palette.faint)
  }
}
