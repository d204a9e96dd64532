import Archive
import ArgumentParser
import Ballot
import Foundation

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "工作人员和登录。Who may work with the box.",
    subcommands: [List.self, Add.self, Remove.self, Pin.self, Unlock.self, Duties.self])

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出可以登录的人。Who can log in.")

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let lines = box.state.staff.members.map { StaffLine($0, at: session.now()) }
      let none = Sentence(
        zh: "名单是空的：任何人都可以操作，不用登录。", en: "The list is empty: anybody may work, without a login.")
      return Answer(lines: lines, lines.isEmpty ? [none] : lines.map(\.sentence))
    }
  }

  struct Add: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "添加一人。第一人须为选举委员会负责人。Add a person; the first one heads the committee.")
    @Argument(help: "姓名 / name") var name: String
    @Option(help: "\(StaffRole.allCases.map(\.rawValue).joined(separator: "|"))") var role: StaffRole
    @OptionGroup var secret: NewSecret

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.requiring(.staffing)
      let id = try box.enrol(
        name, role, secret.credential(for: name, cost: box.credentialCost, session.output.asks))
      return Answer(
        StaffLine(box.state.staff.member(id), at: session.now()),
        [Sentence.enrolled(name, role)])
    }
  }

  struct Remove: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "删除一人。Remove a person.")
    @Argument(help: "姓名 / name") var name: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.removeStaff(name)
      let open = box.state.staff.isEmpty
      return Answer(
        ["removed": name],
        [
          Sentence(
            zh: "已删除：\(name)。\(open ? "名单空了，不用登录也能操作。" : "")",
            en: "Removed: \(name).\(open ? " The list is empty: no login is asked for." : "")")
        ])
    }
  }

  struct Pin: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "pin", abstract: "换 PIN、口令或钥匙盘。Change a PIN, passphrase or key.")
    @Argument(help: "姓名 / name") var name: String
    @OptionGroup var secret: NewSecret

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.replaceCredential(of: name) {
        try secret.credential(for: name, cost: box.credentialCost, session.output.asks)
      }
      return Answer(
        ["changed": name],
        [Sentence(zh: "已更换：\(name)。旧的不能再用。", en: "Changed: \(name). The old one works no longer.")])
    }
  }

  struct Unlock: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "unlock", abstract: "解锁。Unlock a person after wrong tries.")
    @Argument(help: "姓名 / name") var name: String

    func perform(_ session: Session) async throws -> Answer? {
      try session.box().unlockStaff(name)
      return Answer(
        ["unlocked": name], [Sentence(zh: "已解锁：\(name)。请重新登录。", en: "Unlocked: \(name). Log in again.")])
    }
  }

  struct Duties: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "duties", abstract: "谁能做什么。The table of who may do what.")

    func perform(_ session: Session) async throws -> Answer? {
      let lines = Permissions.standard.rows.map(DutyLine.init)
      return Answer(lines: lines, lines.map(\.sentence))
    }
  }
}

extension StaffRole: ExpressibleByArgument {}

/// A new PIN, passphrase or key.
struct NewSecret: ParsableArguments {
  @Option(help: "新 PIN 或口令所在的文件（否则取 KIOSK_NEW_PIN）/ file with the new PIN or passphrase")
  var newPinFile: String?
  @Option(help: "钥匙盘目录：在盘上新做一把钥匙，PIN 或口令用来封它 / make a key on this stick, sealed by the passphrase")
  var key: String?

  func credential(for name: String, cost: Int?, _ language: Language?) throws -> Credential {
    let lines = try StaffSecrets.lines(
      file: newPinFile, variable: "KIOSK_NEW_PIN", ProcessInfo.processInfo.environment)
    let typed = try lines.first ?? SecretPrompt.askTwice(for: name, in: language) ?? ""
    if let key {
      let secret = typed.isEmpty ? nil : try StaffSecret(new: typed)
      return .key(
        try StaffStick(directory: URL(filePath: key)).make(passphrase: secret))
    }
    guard !typed.isEmpty else {
      throw Failure.unusable(
        "newPinMissing", zh: "没有给出新的 PIN。请用 --new-pin-file 文件，或环境变量 KIOSK_NEW_PIN。",
        en: "There is no new PIN. Give --new-pin-file FILE or the variable KIOSK_NEW_PIN.")
    }
    return try Credential(secret: StaffSecret(new: typed), cost: cost)
  }
}

/// A person on the staff list.
private struct StaffLine: Encodable {
  let person: Int
  let name: String
  let role: String
  let locked: Bool
  let wrongTries: Int
  let sentence: Sentence

  private enum CodingKeys: String, CodingKey { case person, name, role, locked, wrongTries }

  init(_ member: StaffMember?, at now: Instant) {
    person = member?.id.rawValue ?? 0
    name = member?.name ?? ""
    role = member?.role.rawValue ?? ""
    locked = member?.tries.isLocked ?? false
    wrongTries = member?.tries.wrong ?? 0
    let role = member?.role.sentence ?? Sentence(zh: "", en: "")
    sentence = Sentence(
      zh: "\(person)\t\(name)\t\(role.zh)\(locked ? "\t已锁定" : "")",
      en: "\(person)\t\(name)\t\(role.en)\(locked ? "\tlocked" : "")")
  }
}

/// A row of the permission table.
private struct DutyLine: Encodable {
  let duty: String
  let roles: [String]
  let people: Int
  let sentence: Sentence

  private enum CodingKeys: String, CodingKey { case duty, roles, people }

  init(_ row: Permissions.Row) {
    duty = row.duty.rawValue
    roles = row.roles.map(\.rawValue)
    people = row.people
    let (words, able) = (row.duty.sentence, row.duty.able)
    sentence = Sentence(
      zh: "\(words.zh)\t\(row.people > 1 ? "\(row.people) 人\t" : "")\(able.zh)",
      en: "\(words.en)\t\(row.people > 1 ? "\(row.people) people\t" : "")\(able.en)")
  }
}
