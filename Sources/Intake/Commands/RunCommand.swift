import Archive
import ArgumentParser
import Ballot

struct RunCommand: IntakeCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "核对新到的包并答复。Check what has come and answer it.")
  @OptionGroup var places: Places
  @Option(help: "重新核对已答复的包（编号） / check an answered bundle anew (id)") var again: [String] = []
  @Flag(help: "每行一个 JSON / one JSON object a line") var json = false

  func perform(_ desk: Desk) throws -> Int32 {
    let district = try places.district()
    var run = IntakeRun(district: district, store: try places.evidence(), now: wallClock)
    run.again = Set(again.compactMap { Digest(hex: $0) })
    let outcome = try run.run()
    _ = try GatheredRows(district).update()
    if json { return say(outcome, desk) }
    desk.say(
      zh:
        "接收 \(outcome.accepted) 个，退回 \(outcome.rejected.count) 个，以前已答复 \(outcome.answered) 个，补发回执 \(outcome.repaired) 个。",
      en:
        "Accepted \(outcome.accepted), rejected \(outcome.rejected.count), answered before \(outcome.answered), "
        + "receipts repaired \(outcome.repaired).")
    for statement in outcome.rejected {
      desk.say(
        zh: "✗ \(statement.community) \(statement.election) \(statement.bundle.hex.prefix(16))…",
        en: "✗ \(statement.community) \(statement.election) \(statement.bundle.hex.prefix(16))…")
      for reason in statement.reasons { desk.say(zh: "  \(reason.zh)", en: "  \(reason.en)") }
    }
    for key in outcome.strange { desk.say(zh: "？不是档案包，未处理：\(key)", en: "? no bundle, left alone: \(key)") }
    return outcome.rejected.isEmpty ? 0 : 1
  }

  private func say(_ outcome: IntakeRun.Outcome, _ desk: Desk) -> Int32 {
    for statement in outcome.rejected { desk.sink.out(statement.line) }
    desk.say(
      .object([
        "accepted": .integer(outcome.accepted), "rejected": .integer(outcome.rejected.count),
        "answered": .integer(outcome.answered), "repaired": .integer(outcome.repaired),
        "strange": .array(outcome.strange.map(JSON.string)),
      ]))
    return outcome.rejected.isEmpty ? 0 : 1
  }
}
