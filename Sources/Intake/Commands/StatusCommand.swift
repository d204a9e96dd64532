import Archive
import ArgumentParser
import Ballot
import Foundation

struct StatusCommand: IntakeCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "收了多少，缺哪些。What has come and what has not.")
  @Option(help: "接收端的目录 / the receiver's directory") var home: String

  func perform(_ desk: Desk) throws -> Int32 {
    let district = try District(URL(filePath: home))
    let answers = district.ledger.answers.values.map(\.statement)
    let accepted = district.ledger.accepted.values
    desk.say(
      zh: "接收端公钥（请录入各机器）：\(district.keys.signer.noteKey.vkey)",
      en: "The receiver's key, for the boxes: \(district.keys.signer.noteKey.vkey)")
    desk.say(
      zh: "名单 \(district.roster.entries.count) 个村（社区），已接收 \(accepted.count { $0.kind == .public }) 个公开包、"
        + "\(accepted.count { $0.kind == .restricted }) 个内部包，退回 \(answers.count { $0.verdict == .rejected }) 个。",
      en:
        "\(district.roster.entries.count) communities; accepted \(accepted.count { $0.kind == .public }) public and "
        + "\(accepted.count { $0.kind == .restricted }) restricted bundles, rejected "
        + "\(answers.count { $0.verdict == .rejected }).")
    for missing in Self.missing(district) {
      desk.say(
        zh: "缺 \(missing.community) \(missing.name) \(missing.election)（选举日 \(missing.day)）",
        en: "missing \(missing.community) \(missing.name) \(missing.election), election day \(missing.day)")
    }
    for statement in answers.filter({ $0.verdict == .rejected }).sorted(by: { $0.community < $1.community }) {
      let codes = statement.reasons.map(\.code).joined(separator: " ")
      desk.say(
        zh: "退回 \(statement.community) \(statement.election) \(statement.bundle.hex.prefix(16))… \(codes)",
        en:
          "rejected \(statement.community) \(statement.election) \(statement.bundle.hex.prefix(16))… \(codes)"
      )
    }
    return 0
  }

  /// An election that is due and of which no public bundle was accepted.
  struct Missing {
    let community: String
    let name: String
    let election: String
    let day: Day
  }

  static func missing(_ district: District) -> [Missing] {
    let come = Set(
      district.ledger.accepted.values.filter { $0.kind == .public }
        .map { [$0.name.community, $0.name.election] })
    return district.roster.sorted.flatMap { entry in
      entry.expected.filter { !come.contains([entry.community, $0.election]) }
        .map { Missing(community: entry.community, name: entry.name, election: $0.election, day: $0.day) }
    }
  }
}
