import ArgumentParser
import Ballot
import Foundation
import Scanner

struct PollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "poll", abstract: "投票。The poll.",
    subcommands: [
      Open.self, Issue.self, ProxyGroup.self, Mobile.self, Assist.self, Spoil.self, Close.self, Status.self,
    ])

  struct Open: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: "检查票箱，开始投票。Show the boxes empty and open the polls.")
    @Option(help: "票箱数 / boxes") var boxes = 1
    @Option(name: .customLong("witness"), help: "在场监票员 / scrutineer present") var witnesses: [String] = []

    func perform(_ session: Session) async throws -> Answer? {
      guard (1...1000).contains(boxes) else { throw Failure.usage("--boxes 1…1000") }
      let box = try session.box()
      try box.carryOut(.openPoll(PollOpened(boxes: boxes, witnesses: witnesses)))
      if try box.election().plan.kind.isOwnersVote {
        return PollReport(try box.election()).answer(
          Sentence(
            zh: "表决开始。逐份登记表决票：owners slip。", en: "The vote is open; record the slips with owners slip."))
      }
      let paper = box.checkpointPaper("opening", zh: "投票开始")
      return PollReport(try box.election(), checkpoint: paper.file).answer(
        Sentence(
          zh: "投票开始。票箱 \(boxes) 个，已当众查验为空。\(paper.sentence.zh)",
          en: "The polls are open; \(boxes) boxes were shown empty. \(paper.sentence.en)"))
    }
  }

  struct Issue: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "issue", abstract: "验证发票。Verify a card and issue ballots.")
    @Argument(help: "选民证照片 / pictures of cards") var images: [String] = []
    @Option(help: "镜头不能用时输入序号 / roll number, when the camera is out") var roll: Int?
    @OptionGroup var camera: CameraOptions
    @OptionGroup var deskOption: DeskOption
    @OptionGroup var stationOption: StationOption

    func perform(_ session: Session) async throws -> Answer? {
      guard camera.camera ? roll == nil && images.isEmpty : roll != nil || !images.isEmpty else {
        throw Failure.usage("poll issue IMAGE… | --roll N | --camera [--device /dev/videoN]")
      }
      let box = try session.box()
      let (desk, station) = (try deskOption.desk(session), try stationOption.station(session))
      if let roll { try issue(box.verify(rollNumber: roll, station: station), desk, box, session.output) }
      let reader = CardReader()
      for image in images {
        let text = try reader.text(in: image) ?? ""
        try issue(box.verify(text, station: station), desk, box, session.output)
      }
      if camera.camera {
        try await CameraWait(camera, session).cards(box, station: station) {
          try issue($0, desk, box, session.output)
        }
      }
      return nil
    }

    /// Issues and says so at once: a later card that is refused takes nothing back.
    private func issue(_ verdict: CardVerdict, _ desk: Int, _ box: Box, _ output: Output) throws {
      try box.carryOut(.issue(verdict, desk: desk, manner: .inPerson))
      let report = IssueReport(verdict, desk: desk)
      output.write(Answer(report, [report.sentence]))
    }
  }

  struct Spoil: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "spoil", abstract: "收回污损选票，调换一张。Exchange a spoiled ballot.")
    @OptionGroup var deskOption: DeskOption

    func perform(_ session: Session) async throws -> Answer? {
      let desk = try deskOption.desk(session)
      let box = try session.box()
      try box.carryOut(.spoil(desk: desk))
      return PollReport(try box.election()).answer(
        Sentence(zh: "已登记：收回污损选票 1 份，调换 1 份。", en: "Recorded: one spoiled ballot taken back and exchanged."))
    }
  }

  struct Close: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: "结束投票。Close the polls.")
    @Option(help: "当众清点的剩余选票份数 / unused ballots, counted in public") var unused: Int?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let quantities = try box.election().quantities
      let left = quantities.printed - quantities.issued - quantities.spoiled
      try box.carryOut(.closePoll(unused: unused ?? left))
      let paper = box.checkpointPaper("closing", zh: "投票结束")
      let election = try box.election()
      return PollReport(election, checkpoint: paper.file).answer(
        Sentence(
          zh:
            "投票结束。剩余 \(election.closed?.unused ?? 0) 份选票\(unused == nil ? "（按库存推算，没有清点）" : "")，请当众销毁。\(paper.sentence.zh)",
          en:
            "The polls are closed. Destroy the \(election.closed?.unused ?? 0) unused ballots\(unused == nil ? " (worked out from the stock, not counted)" : "") in public. \(paper.sentence.en)"
        ))
    }
  }

  struct Status: KioskCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "投票情况。Turnout so far.")

    func perform(_ session: Session) async throws -> Answer? {
      let report = PollReport(try session.box().election())
      return report.answer(report.line)
    }
  }
}

/// One issue of ballots.
private struct IssueReport: Encodable {
  let verdict: String
  let roll: Int?
  let desk: Int
  let sentence: Sentence

  private enum CodingKeys: String, CodingKey { case verdict, roll, desk }

  init(_ verdict: CardVerdict, desk: Int) {
    self.verdict = verdict.name
    roll = verdict.card?.roll
    self.desk = desk
    sentence = Sentence(
      zh: "\(verdict.card?.roll ?? 0) 号选民已领票（\(desk) 号发票处）。",
      en: "Ballots issued to number \(verdict.card?.roll ?? 0) at desk \(desk).")
  }
}

/// How the poll stands.
struct PollReport: Encodable {
  let open: Bool
  let closed: Bool
  let voters: Int
  let issued: Int
  /// Of these, by agents and at mobile boxes.
  let byAgents: Int
  let byMobile: Int
  /// Voters for whom a scribe wrote.
  let assisted: Int
  let printed: Int
  let spoiled: Int
  let unused: Int?
  let turnoutNeed: Int?
  /// The PDF with the log's head at opening or closing.
  let checkpoint: String?

  init(_ election: ElectionState, checkpoint: String? = nil) {
    self.checkpoint = checkpoint
    let quantities = election.quantities
    open = election.opened != nil && election.closed == nil
    closed = election.closed != nil
    voters = quantities.roll
    issued = quantities.issued
    byAgents = quantities.issuedAgent
    byMobile = quantities.issuedMobile
    assisted = election.ledgers.votersAssisted
    printed = quantities.printed
    spoiled = quantities.spoiled
    unused = election.closed?.unused
    turnoutNeed = election.turnout?.minimum(of: quantities.roll)
  }

  func answer(_ sentence: Sentence) -> Answer { Answer(self, [sentence]) }

  private var parts: Sentence {
    byAgents + byMobile + assisted == 0
      ? Sentence(zh: "", en: "")
      : Sentence(
        zh: "（委托 \(byAgents)，流动票箱 \(byMobile)，代写 \(assisted) 人）",
        en: " (\(byAgents) by agents, \(byMobile) at mobile boxes, \(assisted) assisted)")
  }

  var line: Sentence {
    Sentence(
      zh:
        "\(open ? "投票进行中" : closed ? "投票已结束" : "投票还没有开始")。选民 \(voters) 人，已发票 \(issued) 份\(parts.zh)，至少要收回 \(turnoutNeed ?? 0) 份选举才有效。",
      en:
        "\(open ? "The polls are open" : closed ? "The polls are closed" : "The polls are not open yet"). \(issued) of \(voters) voters have ballots\(parts.en); \(turnoutNeed ?? 0) must come back for a valid vote."
    )
  }
}
