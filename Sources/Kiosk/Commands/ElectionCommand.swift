import Archive
import ArgumentParser
import Ballot
import Foundation

struct ElectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "election", abstract: "建立、查看和推进选举。Create, show and advance an election.",
    subcommands: [Create.self, Show.self, RecordFact.self, Advance.self, MoveDay.self])

  struct Create: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "create", abstract: "按方案建立选举。Create an election from a plan.")
    @Argument(help: "方案文件 / the plan (YAML)") var plan: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let election = try box.create(planAt: URL(filePath: plan))
      return Answer(
        ElectionReport(election, calendar: nil),
        [
          Sentence(
            zh:
              "已建立选举 \(election.id.rawValue)（\(election.plan.community.name)，\(election.plan.day)）。\(election.isGuided ? "本次选举按程序引导，用 election show 看日程和下一步。" : "方案没有写 guided: true，程序各步只提示、不加锁\(box.state.hasGuidance ? "（有待授权的异常除外）" : "")。下一步：导入选民名册。")",
            en:
              "Election \(election.id.rawValue) (\(election.plan.community.name), \(election.plan.day)) is created. \(election.isGuided ? "It is guided; election show has the calendar and the next step." : "The plan does not say guided: true; steps are not locked\(box.state.hasGuidance ? ", except by an anomaly" : ""). Next: import the roll.")"
          )
        ])
    }
  }

  struct Show: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "查看当前选举。Show the current election.")
    @Flag(help: "列出规则、条文和出处 / list the rules with article and source") var rules = false

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let election = try box.election()
      if rules { return RuleListing(election).answer }
      let report = ElectionReport(election, calendar: CalendarReport(election, today: box.now().day))
      return Answer(report, report.text + (report.calendar?.text ?? []))
    }
  }

  struct Advance: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "advance", abstract: "进入下一阶段。Enter a stage.")
    @Argument(help: "阶段 / the stage, such as rollPosted") var stage: String

    func perform(_ session: Session) async throws -> Answer? {
      guard let stage = Stage(rawValue: stage) else {
        throw Failure.unusable(
          "unknownStage", zh: "没有阶段“\(stage)”。可选：\(Stage.allCases.map(\.rawValue).joined(separator: "、"))。",
          en:
            "There is no stage “\(stage)”. Stages: \(Stage.allCases.map(\.rawValue).joined(separator: ", "))."
        )
      }
      let box = try session.box()
      try box.carryOut(.advance(stage))
      let election = try box.election()
      let report = ElectionReport(election, calendar: CalendarReport(election, today: box.now().day))
      return Answer(
        report,
        [Sentence(zh: "现在是：\(stage.sentence.zh)。", en: "The election is now at: \(stage.sentence.en).")])
    }
  }
}

extension Box {
  /// Reads a plan, keeps its seal and begins the election.
  func create(planAt file: URL) throws -> ElectionState {
    let plan = try PlanFile.load(file)
    if let seal = plan.seal { _ = try blobs.put(seal) }
    let bytes = JSON(encoding: plan.plan).canonicalBytes
    let pack = RulePack.files[plan.plan.pack] ?? []
    try create(
      ElectionCreated(
        plan: plan.plan, planDigest: try blobs.put(bytes).hex, packDigest: try blobs.put(pack).hex))
    return try election()
  }
}

extension PlanFile {
  /// Reads a plan from a file, with words for everything that can be wrong with it.
  static func load(_ file: URL) throws -> PlanFile {
    let data = try InputFile(file.relativePath, most: largest).bytes
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure.unusable(
        "planUnreadable", zh: "方案不是 UTF-8 文本，或超过 1 MB。",
        en: "The plan is not UTF-8 text, or larger than 1 MB.")
    }
    do {
      return try PlanFile(yaml: text, folder: file.deletingLastPathComponent())
    } catch let error as Unreadable {
      throw Failure.unusable(
        "planUnreadable", zh: "方案第 \(error.line) 行不是正确的 YAML：\(error.detail)。请改正后重试。",
        en: "Line \(error.line) of the plan is not YAML: \(error.detail). Correct it and try again.")
    } catch let error as Faulty {
      throw Failure(error)
    }
  }
}

extension Failure {
  fileprivate init(_ faulty: PlanFile.Faulty) {
    let details = faulty.problems.map { problem in
      FailureDetail(
        row: problem.line, column: nil, field: problem.path, code: "plan", value: nil,
        sentence: Sentence(
          zh: "第 \(problem.line) 行 \(problem.path)：\(problem.reason.sentence.zh)",
          en: "line \(problem.line) \(problem.path): \(problem.reason.sentence.en)"))
    }
    self.init(
      .unusable, "planFaulty",
      Sentence(
        zh: "方案有 \(details.count) 处错误，没有建立选举。请改正后重试。",
        en: "The plan has \(details.count) errors; no election was created. Correct them and try again."),
      details: details)
  }
}

/// What `election show` says.
struct ElectionReport: Encodable {
  let election: String
  let community: String
  let communityCode: String
  let kind: String
  let pack: String
  let packDigest: String
  let planDigest: String
  let day: String
  let stage: String
  let stageCode: String
  let voters: Int?
  let rollFrozen: Bool
  let ballotType: String
  let ballotsPrinted: Int
  let issued: Int
  let calendar: CalendarReport?
  /// Absent for the first vote.
  let round: Int?
  let vote: VoteKind?
  let text: [Sentence]

  private enum CodingKeys: String, CodingKey {
    case election, community, communityCode, kind, pack, packDigest, planDigest, day, stage, stageCode, voters
    case rollFrozen, ballotType, ballotsPrinted, issued, calendar, round, vote
  }

  init(_ state: ElectionState, calendar: CalendarReport?) {
    self.calendar = calendar
    election = state.id.rawValue
    community = state.plan.community.name
    communityCode = state.plan.community.code
    kind = state.plan.kind.rawValue
    pack = state.plan.pack
    packDigest = state.packDigest
    planDigest = state.planDigest
    day = (state.facts.movedDay ?? state.plan.day).description
    stage = state.stage.rawValue
    stageCode = state.stage.code
    voters = state.frozen?.voters ?? state.roll?.voters
    rollFrozen = state.frozen != nil
    ballotType = state.ballotType.rawValue
    ballotsPrinted = state.quantities.printed
    issued = state.quantities.issued
    round = state.round == 1 ? nil : state.round
    vote = state.round == 1 ? nil : state.vote
    text = ElectionReport.lines(state)
  }

  private static func lines(_ state: ElectionState) -> [Sentence] {
    let plan = state.plan
    let quantities = state.quantities
    let voters = state.frozen?.voters ?? state.roll?.voters ?? 0
    return [
      Sentence(
        zh: "\(plan.community.name)（\(plan.community.code)）第 \(plan.term) 届 选举 \(plan.election.rawValue)",
        en:
          "\(plan.community.name) (\(plan.community.code)), term \(plan.term), election \(plan.election.rawValue)"
      ),
      Sentence(
        zh:
          "选举日 \(state.facts.movedDay ?? plan.day) \(plan.hours.open)—\(plan.hours.close)；规则包 \(plan.pack)；阶段 \(state.stage.code) \(state.stage.sentence.zh)",
        en:
          "Day \(state.facts.movedDay ?? plan.day) \(plan.hours.open)–\(plan.hours.close); pack \(plan.pack); stage \(state.stage.code) \(state.stage.sentence.en)"
      ),
      Sentence(
        zh:
          "选民 \(voters) 人\(state.frozen == nil ? "（未锁定）" : "（已锁定）")；印票 \(quantities.printed)，发票 \(quantities.issued)",
        en:
          "\(voters) voters\(state.frozen == nil ? " (not frozen)" : " (frozen)"); \(quantities.printed) ballots printed, \(quantities.issued) issued"
      ),
    ]
  }
}

extension ElectionState {
  /// The type code of this election's ballots.
  ///
  /// The first fifty bits of SHA-256 over a name of the purpose, the plan's hash, the round, and the hash of the
  /// candidates where they were settled after the plan.
  var ballotType: BallotType {
    var text = "kiosk ballot type 1\n\(planDigest)\nround \(round)\n"
    if let settled = book.settled {
      text += "candidates \(Digest.of(JSON(encoding: settled).canonical).hex)\n"
    }
    let digest = Digest.of(text)
    return BallotType(rawValue: Base32.encode(digest.bytes, count: 10))
  }
}
