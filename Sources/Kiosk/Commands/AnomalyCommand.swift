import ArgumentParser
import Ballot

struct AnomalyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anomaly", abstract: "异常情况。Anomalies.", subcommands: [List.self])

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(abstract: "列出异常情况。List the anomalies.")

    func perform(_ session: Session) async throws -> Answer? {
      let anomalies = try session.box().election().anomalies
      let none = Sentence(zh: "没有异常情况。", en: "There are no anomalies.")
      return Answer(
        lines: anomalies,
        anomalies.isEmpty ? [none] : anomalies.map { Sentence(zh: "\($0.code) \($0.detail)", en: "\($0.code) \($0.detail)") })
    }
  }
}
