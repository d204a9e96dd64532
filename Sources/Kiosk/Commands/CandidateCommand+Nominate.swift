import ArgumentParser
import Ballot

extension CandidateCommand {
  struct Nominate: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "nominate", abstract: "登记提名。Take a nomination in.")
    @Option(help: "职位 / post, such as director") var post: String
    @Option(help: "被提名人名册序号 / the nominee's roll number") var roll: Int?
    @Option(help: "或姓名 / or the name") var name: String?
    @Option(help: "同名时写组别 / the group, among people of one name") var group: String?
    @Option(help: "direct|joint|self|organisation|open（直接、联名、自荐、组织、海选）") var kind: String
    @Option(name: .customLong("by"), help: "提名人名册序号，可写几个 / nominators' roll numbers: 3,7,12") var by:
      [String] = []
    @Option(help: "提名的组织 / the organisation") var organisation: String?
    @Option(help: "海选提名票数 / votes on nomination slips") var votes: Int?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      guard let kind = Nomination.Kind(rawValue: kind) else {
        throw Failure.usage("--kind \(Nomination.Kind.allCases.map(\.rawValue).joined(separator: "|"))")
      }
      guard try box.election().frozen != nil else { throw Failure(Refusal.rollNotFrozen) }
      let nominee = try box.roll().nominee(number: roll, name: name, group: group)
      let nomination = Nomination(
        number: 0, post: PostID(rawValue: post), roll: nominee.number.rawValue, candidate: Candidate(nominee),
        kind: kind, nominators: try nominators(), organisation: organisation, votes: votes)
      try box.carryOut(.nominate(nomination))
      let number = try box.election().book.nominations.last?.number ?? 0
      let election = try box.election()
      let title = election.adopted.post(nomination.post)?.title ?? post
      return Answer(
        NominationReport(number: number, post: post, roll: nominee.number.rawValue, name: nominee.name),
        [
          Sentence(
            zh: "已登记第 \(number) 号提名：\(title)，\(nominee.name)（\(kind.sentence.zh)）。",
            en: "Nomination \(number) is recorded: \(post), \(nominee.name) (\(kind.sentence.en)).")
        ])
    }

    private func nominators() throws -> [Int] {
      try by.flatMap { text in
        try text.split(whereSeparator: { ",，、 ".contains($0) }).map { part in
          guard let number = Int(part) else { throw Failure.usage("--by N,N,…") }
          return number
        }
      }
    }
  }

  struct Withdraw: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw", abstract: "退出或撤回提名。A nominee stands down.")
    @Option(help: "提名号 / the nomination's number") var number: Int
    @Option(help: "书面理由 / the written reason") var reason: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let withdrawal = CandidateWithdrawn(number: number, reason: reason)
      let events = try box.carryOut(.withdrawCandidate(withdrawal, today: box.now().day))
      let election = try box.election()
      let name = election.book[number]?.candidate.name ?? ""
      let lost = events.contains { $0.kind == .anomalyRaised }
      let open = election.adopted.takesNominations && election.book.settled == nil
      return Answer(
        WithdrawalReport(number: number, name: name, surplusLost: lost),
        [Sentence(zh: "已登记：\(name)退出。", en: "Recorded: \(name) stands down.")]
          + (lost ? [CandidateCommand.surplusLost] : []) + (open ? [CandidateCommand.settleNext] : []))
    }
  }

  struct Settle: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "settle", abstract: "确定正式候选人和次序。Settle the formal candidates and their order.")
    @Option(help: "次序：strokes 姓氏笔画、votes 提名票数、nomination 提名先后") var order = "strokes"
    @Option(name: .customLong("surplus"), help: "差额，职位=人数 / how many more than seats: member=1") var surplus:
      [String] = []

    func perform(_ session: Session) async throws -> Answer? {
      guard let order = CandidateOrder(rawValue: order) else {
        throw Failure.usage("--order \(CandidateOrder.allCases.map(\.rawValue).joined(separator: "|"))")
      }
      var counts: [PostID: Int] = [:]
      for text in surplus {
        let parts = text.split(separator: "=")
        guard parts.count == 2, let count = Int(parts[1]) else { throw Failure.usage("--surplus POST=N") }
        counts[PostID(rawValue: String(parts[0]))] = count
      }
      let box = try session.box()
      try box.carryOut(.settleCandidates(order, surplus: counts))
      let election = try box.election()
      let lines = election.plan.posts.map { post in
        let names = post.candidates.map(\.name).joined(separator: "、")
        return Sentence(
          zh: "\(post.title)（应选 \(post.seats) 名）：\(names)",
          en: "\(post.id.rawValue) (\(post.seats) seats): \(names)")
      }
      return Answer(
        lines: election.book.settled?.posts ?? [],
        [
          Sentence(
            zh: "正式候选人已确定，按\(order.sentence.zh)排列。下一步：公布名单，排印选票。",
            en:
              "The formal candidates are settled, in the order of \(order.sentence.en). Next: post the list.")
        ] + lines)
    }
  }

  private static let surplusLost = Sentence(
    zh: "差额因此不足（A20），须报镇街选举指导机构；按票数递补或改期。",
    en:
      "There is no surplus any more (A20): tell the guidance body; the next nominee moves up, or the day moves."
  )
  private static let settleNext = Sentence(
    zh: "正式候选人名单须重新确定：candidate settle。", en: "The list has to be settled again: candidate settle.")

  private struct NominationReport: Encodable {
    let number: Int
    let post: String
    let roll: Int
    let name: String
  }

  private struct WithdrawalReport: Encodable {
    let number: Int
    let name: String
    let surplusLost: Bool
  }
}

extension Candidate {
  /// A voter as a candidate: what tells people of one name apart, without the birthday.
  init(_ voter: VoterRecord) {
    self.init(name: voter.name, sex: voter.sex, group: voter.group.rawValue, birth: nil)
  }
}

extension Roll {
  /// Finds a nominee by number, or by a name that only one voter has.
  fileprivate func nominee(number: Int?, name: String?, group: String?) throws -> VoterRecord {
    if let number {
      guard let found = voter(number), name == nil || found.name == name else {
        throw Failure(Refusal.notOnRoll(number))
      }
      return found
    }
    guard let name else { throw Failure.usage("--roll N | --name NAME [--group GROUP]") }
    let found = voters.filter {
      $0.name == name && (group.map { GroupName(written: $0) } ?? $0.group) == $0.group
    }
    if let only = found.first, found.count == 1 { return only }
    throw found.isEmpty
      ? Failure.refused(
        "nomineeNotOnRoll", zh: "“\(name)”不在名册上，没有登记。请核对姓名。", en: "“\(name)” is not on the roll.")
      : Failure.refused(
        "nomineeAmbiguous",
        zh:
          "名册上有 \(found.count) 位“\(name)”（序号 \(found.map { String($0.number.rawValue) }.joined(separator: "、"))），请用 --roll 指明。",
        en: "\(found.count) voters are called “\(name)”; say which one with --roll.")
  }
}
