import Ballot
import Terminal

/// The two lines at the top: which election and what is due, when and where, what works, who is there.
///
/// Each text has a shorter form for a narrow screen; none is ever written over another.
extension Console {
  func drawHeader(on page: inout Page) {
    let size = page.canvas.size
    let rows = Region(column: 0, row: 0, columns: size.columns, rows: 2)
    page.canvas.fill(rows, " ", Palette.frame)
    let line = rows.inset(left: 1, right: 1)
    page.write(headlines, in: line, Palette.frameBold, and: deadlines, Palette.frame)
    page.write(places, in: line, row: 1, Palette.frame, and: states(page.look.language), Palette.frame)
    let title = Region(column: 0, row: 2, columns: size.columns, rows: 1)
    page.canvas.fill(title, "─", Palette.faint)
    page.write(titleText, in: title.inset(left: 2), Palette.title)
  }

  private var titleText: Sentence {
    let name = login != nil ? Sentence.logInWord : isLocked ? Sentence.locked : current.title
    return Sentence(zh: " \(name.zh) ", en: " \(name.en) ")
  }

  private var headlines: [Sentence] {
    guard let election = briefing.election else { return [.noElectionYet] }
    let plan = election.plan
    let (name, stage) = (plan.community.name, election.stage.sentence)
    return [
      Sentence(
        zh: "\(name) 第\(plan.term.chinese)届\(plan.kind.body)选举 · \(stage.zh)",
        en: "\(name) · term \(plan.term) · \(stage.en)"),
      Sentence(zh: "\(name) · \(stage.zh)", en: "\(name) · \(stage.en)"),
    ]
  }

  private var deadlines: [Sentence] {
    guard let due = briefing.due else { return [Sentence(zh: "", en: "")] }
    let late = due.day < briefing.now.day
    let day = Sentence(
      zh: "\(late ? "！逾期" : "限期") \(due.day.month)月\(due.day.day)日",
      en: "\(late ? "! LATE" : "due") \(due.day.description.dropFirst(5))")
    return [day + Sentence(zh: " \(due.stage.sentence.zh)", en: due.stage.sentence.en), day]
  }

  private var places: [Sentence] {
    let now = briefing.now
    let day = now.day.description
    let station = briefing.station
    let place = Sentence(
      zh: "\(now.clock)  \(station.map { "\($0) 站 " } ?? "")\(briefing.desk) 台",
      en: "\(now.clock)  \(station.map { "station \($0) " } ?? "")desk \(briefing.desk)")
    return [
      Sentence(zh: "\(now.day.month)月\(now.day.day)日 \(place.zh)", en: "\(day) \(place.en)"),
      Sentence(zh: "\(now.day.month)月\(now.day.day)日 \(place.zh)", en: "\(day.dropFirst(5)) \(place.en)"),
      place,
    ]
  }

  /// What works, what waits and who is there; shorter, without a nought, the names, and what works as it should.
  private func states(_ language: Language) -> [Sentence] {
    let lock = briefing.keyLock.map { _ in Sentence.keysWord.text(in: language) + " " } ?? ""
    let parts = briefing.devices.parts.map {
      (words: "\($0.name.text(in: language)) \($0.health.sign)", $0.health)
    }
    let all = lock + parts.map(\.words).joined(separator: " ")
    let troubled = parts.filter { $0.1 != .works }.map(\.words)
    let few =
      lock + (troubled.isEmpty ? Sentence.devicesWork.text(in: language) : troubled.joined(separator: " "))
    let unsent = Sentence(zh: "  未送 \(briefing.unsent)", en: "  unsent \(briefing.unsent)")
    let waiting = briefing.unsent > 0 ? unsent : Sentence(zh: "", en: "")
    let names = briefing.officer.map { Sentence(zh: $0, en: $0) } ?? .notLoggedIn
    let people = briefing.present.count > 1 ? Sentence.loggedIn(briefing.present.count) : names
    return [(all, unsent, names), (all, waiting, names), (all, waiting, people), (few, waiting, people)].map {
      Sentence(zh: "\($0)\($1.zh)  \($2.zh)", en: "\($0)\($1.en)  \($2.en)")
    }
  }
}

extension Briefing.Devices {
  fileprivate var parts: [(name: Sentence, health: Health)] {
    [
      (Sentence(zh: "打印", en: "print"), printer), (Sentence(zh: "镜头", en: "camera"), camera),
      (Sentence(zh: "磁盘", en: "disk"), disk), (Sentence(zh: "网络", en: "net"), network),
    ]
  }
}

extension Briefing.Devices.Health {
  fileprivate var sign: String {
    switch self {
    case .works: "✓"
    case .fails: "✗"
    case .unknown: "–"
    }
  }
}

extension Page {
  /// Writes a text at the left and one at the right of a line, each in the longest of its forms with which both fit.
  ///
  /// Both give way in turn. Where nothing fits, the left one is cut.
  mutating func write(
    _ left: [Sentence], in area: Region, row: Int = 0, _ style: Style, and right: [Sentence], _ other: Style
  ) {
    let (lefts, rights) = (left.map { $0.text(in: look.language) }, right.map { $0.text(in: look.language) })
    let pairs = Page.forms(lefts.count, rights.count)
    let fitting = pairs.first { CharacterWidth.columns(lefts[$0.left] + rights[$0.right]) < area.columns }
    let shown = (
      left: fitting.map { lefts[$0.left] } ?? lefts.last ?? "",
      right: fitting.map { rights[$0.right] } ?? rights.last ?? ""
    )
    let end = max(0, area.columns - CharacterWidth.columns(shown.right))
    let cut = CharacterWidth.beginning(of: shown.left, columns: max(0, shown.right.isEmpty ? end : end - 1))
    write(cut, in: area, row: row, style)
    write(shown.right, in: area, row: row, indent: end, other)
  }

  /// Which forms of two texts are tried together: both whole first, then one or both a form shorter, and so on.
  private static func forms(_ lefts: Int, _ rights: Int) -> [(left: Int, right: Int)] {
    (0..<max(lefts, rights)).flatMap { depth -> [(left: Int, right: Int)] in
      let shorterRight = (0..<min(depth, lefts)).map { (left: $0, right: depth) }
      let shorterLeft = (0...depth).map { (left: depth, right: $0) }
      return (shorterRight + shorterLeft).filter { $0.left < lefts && $0.right < rights }
    }
  }
}

extension CharacterWidth {
  /// As much of the beginning of a long text as fits, with a sign that there is more.
  static func beginning(of text: String, columns: Int) -> String {
    guard self.columns(text) > columns else { return text }
    var part = text
    while !part.isEmpty, self.columns(part) >= columns { part.removeLast() }
    return part + "…"
  }
}
