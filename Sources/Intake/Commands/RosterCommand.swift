import Archive
import ArgumentParser
import Ballot
import Foundation

struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "村（社区）和机器名单。The communities and their boxes.",
    subcommands: [Add.self, Import.self, List.self])

  struct Add: IntakeCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "登记一个村（社区）。Enrol a community, a key or an election that is due.")
    @Option(help: "接收端的目录 / the receiver's directory") var home: String
    @Argument(help: "12 位代码 / twelve-digit code") var community: String
    @Option(help: "名称 / name") var name: String?
    @Option(help: "镇街 / township or street") var street: String?
    @Option(help: "机器公钥（vkey 或文件）/ a box's key, or a file with it") var kiosk: [String] = []
    @Option(help: "镇街见证公钥（vkey 或文件）/ the street's witness key") var witness: [String] = []
    @Option(help: "镇街签发授权用的另一把公钥（.pub 文件或 64 位十六进制）/ another key by which the street decides")
    var decisions: [String] = []
    @Option(help: "应有的选举 / an election that is due: 2026-1=2026-12-05") var expect: [String] = []

    func perform(_ desk: Desk) throws -> Int32 {
      guard BundleName(community: community, election: "1", revision: 1) != nil else {
        throw IntakeFailure.communityCode(community)
      }
      let district = try District(URL(filePath: home))
      var roster = district.roster
      let before = roster[community]
      try roster.add(
        RosterEntry(
          community: community, name: name ?? before?.name ?? community,
          street: street ?? before?.street ?? "",
          kiosks: try kiosk.map { try key($0, .note) },
          witnesses: try witness.map { try key($0, .cosignature) },
          decisions: try decisions.map(publicKey),
          expected: try expect.map(expected)))
      try district.replace(roster)
      desk.say(zh: "已登记 \(community)。", en: "\(community) is enrolled.")
      return 0
    }

    private func key(_ text: String, _ kind: NoteKey.Kind) throws -> NoteKey {
      let line = text.contains("+") ? text : (try? String(contentsOfFile: text, encoding: .utf8)) ?? text
      guard let key = NoteKey(vkey: line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
        throw IntakeFailure.key(text)
      }
      return kind == key.kind ? key : try NoteKey(name: key.name, kind: kind, key: key.key)
    }

    private func publicKey(_ text: String) throws -> PublicKey {
      if let key = [UInt8](hex: text.lowercased()).flatMap({ PublicKey(bytes: $0) }) { return key }
      guard let pem = try? String(contentsOfFile: text, encoding: .utf8), let key = PublicKey(pem: pem) else {
        throw IntakeFailure.key(text)
      }
      return key
    }

    private func expected(_ text: String) throws -> RosterEntry.Expected {
      let parts = text.split(separator: "=").map(String.init)
      guard parts.count == 2, let day = Day(iso: parts[1]),
        BundleName(community: community, election: parts[0], revision: 1) != nil
      else { throw IntakeFailure.expected(text) }
      return RosterEntry.Expected(election: parts[0], day: day)
    }
  }

  struct Import: IntakeCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "读入名单文件（每行一个 JSON）。Take a roster file in, one JSON object a line.")
    @Option(help: "接收端的目录 / the receiver's directory") var home: String
    @Argument(help: "名单 / the roster (.ndjson)") var file: String

    func perform(_ desk: Desk) throws -> Int32 {
      guard let data = try? Data(contentsOf: URL(filePath: file)) else {
        throw IntakeFailure.unreadable(file)
      }
      let district = try District(URL(filePath: home))
      var roster = district.roster
      let new = try Roster(Array(data))
      for entry in new.sorted { try roster.add(entry) }
      try district.replace(roster)
      desk.say(
        zh: "读入 \(new.entries.count) 个，名单共 \(roster.entries.count) 个。",
        en: "\(new.entries.count) taken in; the roster has \(roster.entries.count).")
      return 0
    }
  }

  struct List: IntakeCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出名单。List the roster.")
    @Option(help: "接收端的目录 / the receiver's directory") var home: String

    func perform(_ desk: Desk) throws -> Int32 {
      for entry in try District(URL(filePath: home)).roster.sorted { desk.say(entry.json) }
      return 0
    }
  }
}
