import ArgumentParser
import Ballot
import Foundation
import Printing

extension PollCommand {
  struct ProxyGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "proxy", abstract: "委托投票。Proxies.",
      subcommands: [Register.self, Revoke.self, Issue.self, List.self])

    struct Register: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "register", abstract: "办理委托，打印委托投票证。Register a mandate.")
      @Option(help: "委托人序号 / the principal's roll number") var principal: Int
      @Option(help: "受委托人序号 / the agent's roll number") var agent: Int
      @Option(help: "nearRelative、villager 或 voter / how the agent stands to the principal") var relation:
        String
      @Option(help: "委托投票证输出目录 / where the certificate goes") var out: String?

      func perform(_ session: Session) async throws -> Answer? {
        guard let relation = Proxy.Relation(rawValue: relation) else {
          throw Failure.usage("--relation \(Proxy.Relation.allCases.map(\.rawValue).joined(separator: "|"))")
        }
        let box = try session.box()
        let events = try box.carryOut(
          .registerProxy(principal: principal, agent: agent, relation: relation, today: box.now().day))
        guard case .proxyRegistered(let proxy)? = events.last else { return nil }
        let line = try ProxyLine(proxy, box)
        let file = try box.folder(out).appending(path: "proxy-\(proxy.certificate).pdf")
        try line.certificate(box).write(to: file.path, created: box.now().day)
        return Answer(
          line,
          [
            line.sentence,
            Sentence(
              zh: "委托投票证：\(file.path)。请在选举日前按期公布委托名单（B19），不在名单上的不能领票。",
              en: "Certificate: \(file.path). Post the list (B19) in time; who is not on it gets no ballots."),
          ])
      }
    }

    struct Revoke: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "撤销委托。Revoke a mandate.")
      @Argument(help: "委托证号 / the certificate") var certificate: Int
      @Option(help: "理由 / why") var reason: String

      func perform(_ session: Session) async throws -> Answer? {
        guard reason.count <= 200 else { throw Failure.tooLong }
        try session.box().carryOut(.revokeProxy(certificate: certificate, reason: reason))
        return Answer(
          ["certificate": certificate],
          [
            Sentence(
              zh: "第 \(certificate) 号委托已撤销，委托人可以本人投票。",
              en: "Certificate \(certificate) is revoked; the principal votes in person.")
          ])
      }
    }

    struct Issue: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "凭委托证和委托人选民证发票。Issue a principal's ballots to the agent.")
      @Argument(help: "委托人选民证照片 / picture of the principal's card") var image: String?
      @Option(help: "镜头不能用时输入委托人序号 / the principal's number, when the camera is out") var roll: Int?
      @Option(help: "委托证号 / the certificate") var certificate: Int
      @Option(help: "到场的受委托人序号 / the agent's roll number") var agent: Int
      @OptionGroup var camera: CameraOptions
      @OptionGroup var deskOption: DeskOption
      @OptionGroup var stationOption: StationOption

      /// One certificate is one card.
      func validate() throws {
        guard camera.pictures == 1 else { throw ValidationError("--pictures 1") }
      }

      func perform(_ session: Session) async throws -> Answer? {
        let desk = try deskOption.desk(session)
        let box = try session.box()
        let asked = CardAsked(
          image: image, roll: roll, camera: camera, station: try stationOption.station(session))
        try await asked.judge(
          box, session, usage: "poll proxy issue IMAGE | --roll N | --camera [--device /dev/videoN]"
        ) { verdict in
          try box.carryOut(
            .issueToAgent(
              verdict, certificate: certificate, agent: agent, posted: box.election().postedProxies,
              desk: desk))
          session.output.write(answer(verdict.card?.roll ?? 0, desk))
        }
        return nil
      }

      private func answer(_ principal: Int, _ desk: Int) -> Answer {
        Answer(
          ["certificate": certificate, "principal": principal, "agent": agent, "desk": desk],
          [
            Sentence(
              zh: "\(principal) 号选民的选票已发给受委托人 \(agent) 号（证号 \(certificate)，\(desk) 号发票处）。",
              en:
                "The ballots of number \(principal) are issued to the agent, number \(agent) (certificate \(certificate), desk \(desk))."
            )
          ])
      }
    }

    struct List: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出委托。List the mandates.")

      func perform(_ session: Session) async throws -> Answer? {
        let box = try session.box()
        let lines = try box.election().proxies.standing.map { try ProxyLine($0, box) }
        let none = Sentence(zh: "没有办理委托。", en: "There are no mandates.")
        return Answer(lines: lines, lines.isEmpty ? [none] : lines.map(\.sentence))
      }
    }
  }
}

/// One mandate with the names that belong to it, as posted in B19.
struct ProxyLine: Encodable {
  let certificate: Int
  let principal: Int
  let principalName: String
  let agent: Int
  let agentName: String
  let relation: String
  let accepted: String
  let posted: Bool
  let sentence: Sentence

  private let proxy: Proxy

  private enum CodingKeys: String, CodingKey {
    case certificate, principal, principalName, agent, agentName, relation, accepted, posted
  }

  init(_ proxy: Proxy, _ box: Box) throws {
    self.proxy = proxy
    certificate = proxy.certificate
    principal = proxy.principal
    agent = proxy.agent
    principalName = try box.voter(proxy.principal)?.name ?? "?"
    agentName = try box.voter(proxy.agent)?.name ?? "?"
    relation = proxy.relation.rawValue
    accepted = proxy.accepted.description
    posted = try box.election().ledgers.postedProxies.contains(proxy.certificate)
    let list = posted ? Sentence(zh: "已公布", en: "posted") : Sentence(zh: "未公布", en: "not posted")
    sentence = Sentence(
      zh:
        "第 \(certificate) 号：\(principal) \(principalName) 委托 \(agent) \(agentName)（\(proxy.relation.sentence.zh)），\(accepted)，\(list.zh)",
      en:
        "No. \(certificate): \(principal) \(principalName) asks \(agent) \(agentName) (\(proxy.relation.sentence.en)), \(accepted), \(list.en)"
    )
  }

  /// The certificate on paper (F08).
  func certificate(_ box: Box) throws -> Paper {
    let election = try box.election()
    let plan = election.plan
    let most = election.pack?.proxyMaxPrincipals.value ?? 3
    return Paper(
      title: "委托投票证",
      masthead: .init(issuer: plan.issuer, number: "委托证第 \(certificate) 号"),
      blocks: [
        .paragraph(
          "\(principalName)（名册序号 \(principal)）因外出不能参加\((election.facts.movedDay ?? plan.day).chinese)的投票，书面委托\(agentName)（名册序号 \(agent)）代为投票。"
        ),
        .paragraph("领票时请出示本证和委托人的选民证。每人接受委托不得超过 \(most) 人；候选人不得接受委托；不得转托。"),
        .signatures(["委托人：", "受委托人："]),
        .seal(issuer: plan.issuer, date: proxy.accepted.chinese, try box.seal()),
      ], footer: "F08/1")
  }
}

extension ElectionState {
  /// The certificates in the list that was posted in time (B19).
  var postedProxies: Set<Int> {
    let latest = (facts.movedDay ?? plan.day).adding(days: -(pack?.proxyListLeadDays.value ?? 1))
    guard let posted = ledgers.proxiesPosted, posted <= latest else { return [] }
    return ledgers.postedProxies
  }
}
