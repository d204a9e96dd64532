import Archive
import ArgumentParser
import Ballot
import Foundation

extension CountCommand {
  struct Decide: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "decide", abstract: "认定疑难票。Decide a doubtful mark; without arguments, list them.")
    @Option(help: "选票编号 / sheet id") var sheet: String?
    @Option(help: "行 / line, such as director/1") var line: String?
    @Option(help: "for|against|blank") var mark: String?
    @Option(help: "另选他人的名册序号 / roll number of the person written in") var person: Int?
    @Option(help: "作废依据 M09|M11|M12|M20，或整张 M21–M25 / ground for void") var void: String?
    @Option(name: .customLong("scrutineer"), help: "监票员（两名）/ scrutineers, two of them") var scrutineers:
      [String] = []

    func perform(_ session: Session) async throws -> Answer? { try decide(session, .first) }

    /// Decides in one of the two readings.
    func decide(_ session: Session, _ pass: CountPass) throws -> Answer? {
      let desk = try CountDesk(session.box(), pass)
      guard let sheet else { return try list(desk) }
      guard let id = ReadingID(hex: sheet), let found = try desk.sheets().first(where: { $0.id == id }) else {
        throw Failure.unusable("noSuchSheet", zh: "没有编号为 \(sheet) 的选票。", en: "There is no sheet \(sheet).")
      }
      try desk.election.checkScrutineers(scrutineers)
      let (decision, line) = try decision(desk, found.sheet)
      try desk.decide(id, decision, line: line)
      return Answer(
        ["sheet": sheet, "line": line],
        [
          Sentence(
            zh: "已记录认定：\(line)。机读结果保留。", en: "Decided: \(line). The machine's reading is kept beside it.")
        ])
    }

    private func list(_ desk: CountDesk) throws -> Answer {
      let pending = try desk.sheets().flatMap { counted in
        counted.sheet.undecided.map { Pending(counted.id, $0, counted.sheet, desk) }
      }
      let total = Sentence(zh: "待认定 \(pending.count) 处。", en: "\(pending.count) marks wait for a decision.")
      return Answer(lines: pending, [total] + pending.map(\.sentence))
    }

    private func decision(
      _ desk: CountDesk, _ sheet: Ballot.RecordedSheet
    ) throws -> (KeptDecision, String) {
      if let void, let whole = SheetVoid(rawValue: void),
        ![.overvote, .samePersonTwoPosts, .blank, .twoAnswers].contains(whole)
      {
        return (KeptDecision(sheet: whole, deciders: scrutineers), KeptDecision.wholeSheet)
      }
      guard let line, let reading = sheet.lines.first(where: { $0.id.rawValue == line }) else {
        throw Failure.unusable(
          "noSuchLine", zh: "请用 --line 指定选票上的一行。", en: "Give a line of the ballot with --line.")
      }
      let finding = try finding(reading, desk)
      return (
        KeptDecision(LineDecision(line: reading.id, finding: finding, deciders: scrutineers)), line
      )
    }

    private func finding(_ reading: LineReading, _ desk: CountDesk) throws -> LineDecision.Finding {
      if let void, let rule = LineDecision.Rule(rawValue: void) { return .void(rule) }
      if let person {
        guard reading.name != nil else { throw Failure.usage("--person: 只用于另选他人 / write-in rows only") }
        guard try desk.box.roll().voter(person) != nil else { throw Failure(Refusal.notOnRoll(person)) }
        return .person(PersonID(roll: person))
      }
      guard let mark = mark.flatMap(Mark.init(rawValue:)), mark != .other else {
        throw Failure.usage("--mark for|against|blank | --person N | --void M09")
      }
      if reading.name != nil, mark == .for {
        throw Failure.usage("--person N: 另选他人须指明是谁 / say who is written in")
      }
      return .mark(mark)
    }
  }
}

/// One mark that waits for a decision.
private struct Pending: Encodable {
  let sheet: String
  let line: String
  let reading: String
  let certainty: String
  let name: String?
  let scan: String
  let sentence: Sentence

  private enum CodingKeys: String, CodingKey { case sheet, line, reading, certainty, name, scan }

  init(_ id: ReadingID, _ line: LineID, _ counted: Ballot.RecordedSheet, _ desk: CountDesk) {
    let reading = counted.lines.first { $0.id == line }
    sheet = id.hex
    self.line = line.rawValue
    self.reading = reading?.mark.rawValue ?? ""
    certainty = reading?.certainty.rawValue ?? ""
    name = reading?.name?.rawValue
    scan = desk.store.scan(of: id).path
    let mark = reading?.mark.sentence ?? Mark.other.sentence
    let written = reading?.name == .written
    let doubt = reading?.certainty == .doubtful
    sentence = Sentence(
      zh: "\(id.hex) \(line.rawValue)：机读\(mark.zh)\(doubt ? "，存疑" : "")\(written ? "，写有姓名" : "")　照片 \(scan)",
      en:
        "\(id.hex) \(line.rawValue): read as \(mark.en)\(doubt ? ", doubtful" : "")\(written ? ", a name is written" : "")  picture \(scan)"
    )
  }
}
