import Archive
import ArgumentParser
import Ballot
import Foundation

extension RollCommand {
  struct Object: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "object", abstract: "受理对名单的异议。Take in an objection to the roll.",
      discussion: """
        姓名和理由只写在 --paper 的扫描件或 --text 里，另行保存，不进日志。不带参数列出全部异议。
        Names and reasons go into the paper or text alone, which is kept apart; without options all are listed.
        """)
    @Option(help: "add 补登、remove 除名、correct 更正 / what is asked") var claim: String?
    @Option(help: "所指选民的序号 / whom it is about") var roll: Int?
    @Option(help: "异议书扫描件 / the objection on paper") var paper: String?
    @Option(help: "异议内容 / the objection as text") var text: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      guard let claim else { return try ObjectionLine.all(box) }
      guard let known = RollObjection.Claim(rawValue: claim) else {
        throw Failure.usage("--claim \(RollObjection.Claim.allCases.map(\.rawValue).joined(separator: "|"))")
      }
      guard paper != nil || text?.isEmpty == false else { throw Failure.usage("--paper FILE | --text TEXT") }
      let bytes =
        try paper.map { try InputFile($0, most: InputFile.largestPicture).bytes } ?? Array((text ?? "").utf8)
      let today = box.now().day
      let digest = Digest.of(bytes).hex
      let command = Command.receiveObjection(known, roll: roll, paper: digest, today: today)
      try box.check(command)
      _ = try box.blobs.put(bytes)
      try box.carryOut(command)
      guard let last = try box.election().ledgers.objections.last else { return nil }
      let line = try ObjectionLine(last, box)
      return Answer(line, [line.sentence])
    }
  }

  struct Decide: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "decide", abstract: "答复异议。Decide an objection.")
    @Argument(help: "异议编号 / the objection's number") var number: Int
    @Option(help: "added、removed、corrected 或 kept / the decision") var outcome: String
    @Option(help: "理由类别，不写姓名 / why, without names") var reason: String

    func perform(_ session: Session) async throws -> Answer? {
      guard let outcome = RollObjection.Outcome(rawValue: outcome) else {
        throw Failure.usage(
          "--outcome \(RollObjection.Outcome.allCases.map(\.rawValue).joined(separator: "|"))")
      }
      guard !reason.isEmpty, reason.count <= 200 else { throw Failure.tooLong }
      let box = try session.box()
      try box.carryOut(.decideObjection(ObjectionDecided(number: number, outcome: outcome, reason: reason)))
      guard let decided = try box.election().ledgers.objections.first(where: { $0.number == number }) else {
        return nil
      }
      let line = try ObjectionLine(decided, box)
      let next =
        outcome == .kept
        ? Sentence(
          zh: "名册不变。请把答复告知提出人，并用 B06 公布。", en: "The roll stays. Tell the objector and publish it (B06).")
        : Sentence(
          zh: "请改正名册文件并重新导入，再用 B06 公布。", en: "Correct the file, import it again, and publish it (B06).")
      return Answer(line, [line.sentence, next])
    }
  }
}

private struct ObjectionLine: Encodable {
  let number: Int
  let claim: String
  let roll: Int?
  let received: String
  let due: String
  let outcome: String?
  let decided: String?
  let sentence: Sentence

  private enum CodingKeys: String, CodingKey { case number, claim, roll, received, due, outcome, decided }

  init(_ objection: RollObjection, _ box: Box) throws {
    number = objection.number
    claim = objection.claim.rawValue
    roll = objection.roll
    received = objection.received.description
    let election = try box.election()
    let calendar = election.calendar(today: box.now().day, holidays: election.plan.holidays ?? .unknown)
    due = (calendar?.decisionUntil(received: objection.received) ?? objection.received).description
    outcome = objection.outcome?.rawValue
    decided = objection.decided?.description
    let about =
      objection.roll.map { Sentence(zh: "\($0) 号选民", en: "number \($0)") }
      ?? Sentence(zh: "名册外的人", en: "somebody missing")
    let answer =
      objection.outcome.map {
        Sentence(
          zh: "已答复：\($0.sentence.zh)（\(objection.decided?.description ?? "")）",
          en: "decided: \($0.sentence.en)")
      }
      ?? Sentence(zh: "须在 \(due) 前答复", en: "to be decided by \(due)")
    sentence = Sentence(
      zh: "第 \(number) 号异议：要求\(objection.claim.sentence.zh)，\(about.zh)，\(received) 收到，\(answer.zh)",
      en:
        "Objection \(number): to \(objection.claim.sentence.en), \(about.en), received \(received), \(answer.en)"
    )
  }

  static func all(_ box: Box) throws -> Answer {
    let lines = try box.election().ledgers.objections.map { try ObjectionLine($0, box) }
    let none = Sentence(zh: "没有异议。", en: "There are no objections.")
    return Answer(lines: lines, lines.isEmpty ? [none] : lines.map(\.sentence))
  }
}
