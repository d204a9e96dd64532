import ArgumentParser
import Ballot

extension PollCommand {
  struct Mobile: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "mobile", abstract: "流动票箱。Mobile boxes.",
      subcommands: [Enlist.self, Send.self, Issue.self, Back.self, Show.self])

    struct Enlist: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "登记名单、路线和监票员，报请批准。List voters, route and scrutineers.")
      @Option(name: .customLong("box"), help: "流动票箱号 / the box") var number: Int
      @Option(name: .customLong("roll"), help: "选民序号 / a voter's roll number") var voters: [Int] = []
      @Option(name: .customLong("scrutineer"), help: "随箱监票员 / a scrutineer") var scrutineers: [String] = []
      @Option(help: "路线 / the route") var route: String

      func perform(_ session: Session) async throws -> Answer? {
        guard (1...99).contains(number) else { throw Failure.usage("--box 1…99") }
        guard !route.isEmpty, route.count <= 100 else { throw Failure.tooLong }
        let box = try session.box()
        try box.carryOut(
          .listMobileBox(box: number, voters: voters, scrutineers: scrutineers, route: route))
        return try box.mobileAnswer(number)
      }
    }

    struct Send: KioskCommand {
      static let configuration = CommandConfiguration(commandName: "send", abstract: "流动票箱出发。The box leaves.")
      @Option(name: .customLong("box"), help: "流动票箱号 / the box") var number: Int

      func perform(_ session: Session) async throws -> Answer? {
        let box = try session.box()
        try box.carryOut(.sendMobileBox(number))
        return try box.mobileAnswer(number)
      }
    }

    struct Issue: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "给名单上的选民发票。Issue to a listed voter.")
      @Argument(help: "选民证照片 / picture of the card") var image: String?
      @Option(help: "镜头不能用时输入序号 / roll number, when the camera is out") var roll: Int?
      @Option(name: .customLong("box"), help: "流动票箱号 / the box") var number: Int
      @OptionGroup var camera: CameraOptions
      @OptionGroup var deskOption: DeskOption

      func perform(_ session: Session) async throws -> Answer? {
        let desk = try deskOption.desk(session)
        let box = try session.box()
        try await CardAsked(image: image, roll: roll, camera: camera).judge(
          box, session, usage: "poll mobile issue IMAGE | --roll N | --camera [--device /dev/videoN]"
        ) { verdict in
          try box.carryOut(.issueMobile(verdict, box: number, desk: desk))
          session.output.write(answer(verdict))
        }
        return nil
      }

      private func answer(_ verdict: CardVerdict) -> Answer {
        let roll = verdict.card?.roll ?? 0
        return Answer(
          ["roll": roll, "box": number],
          [
            Sentence(
              zh: "\(roll) 号选民已由 \(number) 号流动票箱领票。",
              en: "Ballots issued to number \(roll) at mobile box \(number).")
          ])
      }
    }

    struct Back: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "return", abstract: "流动票箱收回，不得单独开箱。The box is back; it is opened with all others.")
      @Option(name: .customLong("box"), help: "流动票箱号 / the box") var number: Int

      func perform(_ session: Session) async throws -> Answer? {
        let box = try session.box()
        try box.carryOut(.returnMobileBox(number))
        return try box.mobileAnswer(number)
      }
    }

    struct Show: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "status", abstract: "流动票箱情况。Where the boxes are.")

      func perform(_ session: Session) async throws -> Answer? {
        let election = try session.box().election()
        let lines = election.ledgers.mobileBoxes.values.sorted { $0.box < $1.box }
          .map { MobileLine($0, election) }
        let none = Sentence(zh: "没有登记流动票箱。", en: "No mobile box is listed.")
        return Answer(lines: lines, lines.isEmpty ? [none] : lines.map(\.sentence))
      }
    }
  }

  struct Assist: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "assist", abstract: "登记代写人数，不记何人何事。Record how many voters a scribe wrote for.")
    @Option(help: "代书员 / the scribe") var scribe: String
    @Option(help: "人数 / how many voters") var voters = 1
    @OptionGroup var stationOption: StationOption

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let station = try stationOption.station(session) ?? 1
      try box.carryOut(.recordAssisted(VotersAssisted(station: station, scribe: scribe, voters: voters)))
      let whole = try box.election().ledgers.votersAssisted
      return Answer(
        ["assisted": whole],
        [
          Sentence(
            zh: "已登记代写 \(voters) 人，累计 \(whole) 人。",
            en: "\(voters) assisted voter(s) recorded, \(whole) in all.")
        ])
    }
  }
}

private struct MobileLine: Encodable {
  let box: Int
  let voters: Int
  let issued: Int
  let scrutineers: [String]
  let route: String
  let place: String
  let approved: Bool
  let posted: Bool
  let anomaly: Int?
  let sentence: Sentence

  private enum CodingKeys: String, CodingKey {
    case box, voters, issued, scrutineers, route, place, approved, posted, anomaly
  }

  init(_ mobile: MobileBox, _ election: ElectionState) {
    box = mobile.box
    voters = mobile.voters.count
    issued = mobile.voters.count { election.issues[$0]?.manner == .mobile }
    scrutineers = mobile.scrutineers
    route = mobile.route
    place = "\(mobile.place)"
    approved = mobile.anomaly.map { election.facts.anomalies[$0]?.authorised == .approve } ?? true
    posted = election.ledgers.postedBoxes.contains(mobile.box)
    anomaly = mobile.anomaly
    let whereabouts: Sentence =
      switch mobile.place {
      case .here: Sentence(zh: "未出发", en: "here")
      case .out: Sentence(zh: "在外", en: "on its way")
      case .returned: Sentence(zh: "已收回", en: "back")
      }
    let isApproved = approved
    let asked = mobile.anomaly.map {
      isApproved
        ? Sentence(zh: "已批准（第 \($0) 号异常）", en: "approved (anomaly \($0))")
        : Sentence(
          zh: "待批准：请用 anomaly submit \($0) 上报", en: "waits for approval: anomaly submit \($0)")
    }
    sentence = Sentence(
      zh:
        "\(box) 号流动票箱：\(voters) 人，已发票 \(issued) 份，\(route)，监票员 \(scrutineers.joined(separator: "、"))；\(asked?.zh ?? "不需批准")；名单\(posted ? "已" : "未")公布；\(whereabouts.zh)",
      en:
        "Mobile box \(box): \(voters) voters, \(issued) issued, \(route), with \(scrutineers.joined(separator: ", ")); \(asked?.en ?? "no approval needed"); list \(posted ? "posted" : "not posted"); \(whereabouts.en)"
    )
  }
}

extension Box {
  fileprivate func mobileAnswer(_ number: Int) throws -> Answer? {
    let election = try election()
    guard let mobile = election.ledgers.mobileBoxes[number] else { return nil }
    let line = MobileLine(mobile, election)
    return Answer(line, [line.sentence])
  }
}
