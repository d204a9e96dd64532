import Archive
import ArgumentParser
import Ballot
import Foundation
import Spreadsheet

struct RollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roll", abstract: "选民名册。The voter roll.",
    subcommands: [Import.self, Columns.self, Refused.self, List.self, Object.self, Decide.self, Freeze.self])

  struct Import: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "导入 .xlsx、.xls 或 .csv 名册。Import a roll: all of it, or nothing and every reason.")
    @Argument(help: "名册文件 / the roll") var file: String
    @Option(name: .customLong("map"), help: "列与字段 / COLUMN=FIELD, such as C=identityNumber") var mappings:
      [String] = []
    @Flag(help: "只检查，不导入 / check only") var dryRun = false

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let election = try box.election()
      if election.frozen != nil { throw Failure(Refusal.rollFrozenAlready) }
      if election.plan.kind.isOwnersVote { throw Failure.ownersVote }
      let mapped = try mappings.map(RollMapping.init(checking:))
      let progress = Progress(Sentence(zh: "读取名册", en: "Reading the roll"), session.output)
      let outcome = try RollReading(election, mapped).read(URL(filePath: file), progress)
      let voters = try outcome.voters(file: file)
      try election.checkHouseholds(voters)
      if !dryRun { try box.importRoll(voters, source: URL(filePath: file).lastPathComponent) }
      return RollReport(voters, outcome, dryRun: dryRun).answer
    }
  }

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出或查找选民。List or find voters.")
    @Option(
      help: "姓名、拼音或首字母、序号、组、身份证末几位 / name, pinyin or initials, number, group, end of the ID number")
    var find: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.requiring(.rollLooking)
      let all = try box.roll().voters
      let voters = find.map { PersonIndex(all).find($0, limit: all.count).map(\.voter) } ?? all
      let lines = voters.map(VoterLine.init)
      return Answer(lines: lines, lines.map(\.sentence))
    }
  }

  struct Freeze: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "freeze", abstract: "锁定名册。Freeze the roll.")

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let frozen = try box.freezeRoll()
      let next =
        try box.election().plan.kind.isOwnersVote
        ? Sentence(zh: "下一步：到期开始表决（poll open）。", en: "Next: open the vote when it is due.")
        : Sentence(zh: "下一步：印制选民证。", en: "Next: print the cards.")
      return Answer(
        frozen,
        [
          Sentence(
            zh: "名册已锁定：\(frozen.voters) 人，摘要 \(frozen.digest.prefix(16))…。",
            en:
              "The roll is frozen: \(frozen.voters) voters, hash \(frozen.digest.prefix(16))…."
          ) + next
        ])
    }
  }
}

/// A voter in a listing; the identity number is masked.
private struct VoterLine: Encodable {
  let roll: Int
  let name: String
  let sex: String
  let birth: String
  let group: String
  let household: String
  let identity: String?
  let registrationClass: Int

  init(_ voter: VoterRecord) {
    roll = voter.number.rawValue
    name = voter.name
    sex = voter.sex.rawValue
    birth = voter.birth.description
    group = voter.group.rawValue
    household = voter.household
    identity = voter.identity?.masked
    registrationClass = voter.registrationClass.rawValue
  }

  var sentence: Sentence {
    let sign = sex == "male" ? "男" : "女"
    let line = "\(roll)\t\(name)\t\(sign)\t\(birth)\t\(group)\t\(household)\t\(identity ?? "—")"
    return Sentence(zh: line, en: line)
  }
}
