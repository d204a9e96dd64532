import Archive
import ArgumentParser
import Ballot
import Foundation

extension ElectionCommand {
  struct RecordFact: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "record", abstract: "登记程序中的一项事实。Record a fact of the procedure.",
      discussion: """
        FACT 是 election show 列出的名称或中文说法，例如 planApproved。登记错了用 --withdraw 撤回，原记录保留。
        FACT is a name or a Chinese sentence that election show lists; --withdraw takes a word back.
        """)
    @Argument(help: "事实 / the fact; without it, all of them") var fact: String?
    @Option(help: "成立的日期，默认今天 / since when, such as 2027-04-20") var day: String?
    @Option(help: "说明，例如会议名称和票数 / a note") var note: String = ""
    @Option(name: .customLong("evidence"), help: "材料照片或扫描件 / papers that show it") var evidence: [String] = []
    @Flag(help: "撤回 / the fact does not hold after all") var withdraw = false

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      guard let fact else { return FactListing(try box.election(), today: box.now().day).answer }
      guard let known = Fact(written: fact) else { throw Failure.unknownFact(fact) }
      let today = box.now().day
      let since = try day.map { text in
        guard let day = Day(iso: text) else { throw Failure.usage("--day YYYY-MM-DD") }
        return day
      }
      guard note.count <= 500 else { throw Failure.tooLong }
      try box.checkOpenText(note)
      let command = { (digests: [String]) in
        Command.recordFact(
          FactRecorded(
            fact: known, day: since ?? today, note: note, evidence: digests, withdrawn: withdraw ? true : nil),
          today: today)
      }
      try box.check(command([]))
      try box.carryOut(command(try box.keep(evidence: evidence)))
      let report = CalendarReport(try box.election(), today: today)
      return Answer(
        report,
        [
          withdraw
            ? Sentence(zh: "已撤回：\(known.sentence.zh)。", en: "Taken back: \(known.sentence.en).")
            : Sentence(
              zh: "已登记：\(known.sentence.zh)（\(since ?? today)）。",
              en: "Recorded: \(known.sentence.en) (\(since ?? today)).")
        ] + (report?.nextText ?? []))
    }
  }

  struct MoveDay: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "move-day", abstract: "依授权改期。Move election day by an authorisation.")
    @Argument(help: "新的选举日 / the new day, such as 2027-05-25") var day: String
    @Option(help: "授权改期的异常编号 / the anomaly that authorises it") var anomaly: Int

    func perform(_ session: Session) async throws -> Answer? {
      guard let moved = Day(iso: day) else { throw Failure.usage("election move-day YYYY-MM-DD --anomaly N") }
      let box = try session.box()
      try box.carryOut(.moveElectionDay(to: moved, anomaly: anomaly))
      let report = CalendarReport(try box.election(), today: box.now().day)
      return Answer(
        report,
        [
          Sentence(
            zh: "选举日改为 \(moved)（依据第 \(anomaly) 号异常的授权）。期限已重新计算；请重新公告选举日。",
            en: "Election day is now \(moved), by the authorisation of anomaly \(anomaly). Announce it again."
          )
        ] + (report?.text ?? []))
    }
  }
}

/// Every fact that this kind's procedure asks for, and whether it holds.
private struct FactListing {
  private struct Line: Encodable {
    let fact: String
    let stage: String
    let witness: String
    let held: String?
    let sentence: Sentence

    private enum CodingKeys: String, CodingKey { case fact, stage, witness, held }
  }

  private let lines: [Line]

  init(_ election: ElectionState, today: Day) {
    let calendar = election.calendar(today: today, holidays: election.plan.holidays ?? .unknown)
    lines = (calendar?.procedure.steps ?? []).flatMap { step in
      step.needs.value.map { fact in
        let held = calendar?.held(fact)
        let who: Sentence =
          switch fact.witness {
          case .box: Sentence(zh: "设备记录", en: "by the box")
          case .calendar: Sentence(zh: "按日历", en: "by the calendar")
          case .staff: Sentence(zh: "人工登记", en: "by staff")
          }
        return Line(
          fact: fact.rawValue, stage: step.stage.rawValue, witness: "\(fact.witness)",
          held: held?.description,
          sentence: Sentence(
            zh:
              "\(held == nil ? " " : "✓") \(step.stage.code) \(fact.sentence.zh)（\(fact.rawValue)，\(who.zh)\(held.map { "，\($0)" } ?? "")）",
            en:
              "\(held == nil ? " " : "✓") \(step.stage.code) \(fact.rawValue): \(fact.sentence.en) (\(who.en)\(held.map { ", \($0)" } ?? ""))"
          ))
      }
    }
  }

  var answer: Answer { Answer(lines: lines, lines.map(\.sentence)) }
}

extension Box {
  /// Keeps papers that show something; their hashes.
  func keep(evidence files: [String]) throws -> [String] {
    try files.map { try blobs.put(InputFile($0, most: InputFile.largestPicture).bytes).hex }
  }
}

extension Failure {
  fileprivate static func unknownFact(_ text: String) -> Failure {
    .unusable(
      "unknownFact", zh: "没有“\(text)”这项事实。不带参数运行 election record 可列出全部。",
      en: "There is no fact “\(text)”; election record without arguments lists them all.")
  }
}
