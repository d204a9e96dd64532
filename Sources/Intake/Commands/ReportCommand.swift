import Archive
import ArgumentParser
import Ballot
import Foundation

struct ReportCommand: IntakeCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "生成监督报告（网页）。Make the supervision report, a page for any browser.")
  @Option(help: "接收端的目录 / the receiver's directory") var home: String
  @Option(help: "报告目录 / where the report goes") var out: String
  @Option(help: "查询程序 / the engine, such as “python3 -m chdb”") var engine: String?

  func perform(_ desk: Desk) throws -> Int32 {
    let district = try District(URL(filePath: home))
    let answers = try ClickHouse(engine).answers(
      to: SupervisionQuery.allCases, over: district.supervisionTables())
    let folder = try DurableFolder(URL(filePath: out))
    let facts = district.reportFacts(made: wallClock())
    for language in [Language.zh, .en] {
      let report = SupervisionReport(answers: answers, facts: facts, language: language)
      try folder.write(Array(report.html.utf8), to: "report.\(language.rawValue).html")
    }
    let officers = OfficersFile(rows: answers[.officers] ?? [])
    try folder.write(Array(officers.text.utf8), to: SupervisionReport.officersFile)
    let alarms = SupervisionQuery.allCases.filter(\.isAlarm).reduce(0) { $0 + (answers[$1]?.count ?? 0) }
    desk.say(
      zh: "报告在 \(folder.file("report.zh.html").path)，须处理 \(alarms) 项。",
      en: "The report is \(folder.file("report.en.html").path); \(alarms) matters to look into.")
    return 0
  }
}

extension District {
  /// What the receiver itself knows, for the head of the report.
  func reportFacts(made: Instant) -> SupervisionReport.Facts {
    let accepted = ledger.accepted.values
    let rejected = ledger.answers.values.map(\.statement).filter { $0.verdict == .rejected }
    return SupervisionReport.Facts(
      receiver: keys.name, communities: roster.entries.count,
      due: roster.entries.values.reduce(0) { $0 + $1.expected.count },
      accepted: accepted.count { $0.kind == .public }, restricted: accepted.count { $0.kind == .restricted },
      rejected: rejected.sorted { ($0.community, $0.bundle) < ($1.community, $1.bundle) }, made: made)
  }
}
