import Archive
import Ballot

extension ResultDocument {
  /// Works the result out from the tallies, with what is known of the persons.
  init(_ desk: CountDesk, _ tallies: [PageTally], _ identities: [Identity], roll: Roll) throws {
    let election = desk.election
    guard let pack = election.pack, let rules = election.outcomeRules else { throw Failure.noElection }
    let before = try desk.box.elected(before: election)
    let outcome = rules.joining(before)
    var facts = election.ledgers.persons.facts(sexes: roll.sexes)
    facts.inOffice += before
    self.init(
      election: election.id.rawValue, communityCode: election.plan.community.code, pack: pack.id,
      packDigest: election.packDigest, rollDigest: election.frozen?.digest ?? "",
      quantities: election.quantities,
      pages: ResultDocument.pages(tallies, outcome, facts, election, roll),
      identities: identities.map { Check(id: $0.id.rawValue, holds: $0.holds, numbers: $0.numbers) },
      decided: try desk.store.decisions().count, round: election.round == 1 ? nil : election.round,
      vote: election.round == 1 ? nil : election.vote)
  }

  /// Decides page by page from the highest posts down: whoever is in on one page is in office for the next.
  ///
  /// The woman's seat is a matter of the last page, as it is of the last post.
  private static func pages(
    _ tallies: [PageTally], _ rules: OutcomeRules, _ facts: PersonFacts, _ election: ElectionState,
    _ roll: Roll
  ) -> [Page] {
    var facts = facts
    return tallies.enumerated().map { index, tally in
      if let question = election.plan.question { return Page(tally, question, rules, election) }
      var rules = rules
      if index < tallies.count - 1 { rules.womenSeat = .none }
      let vote = rules.decide(
        roll: election.quantities.roll, issued: election.quantities.issued, returned: tally.returned,
        posts: tally.posts.map { PostVotes(post: $0.post, seats: $0.seats, votes: $0.votes) }, facts: facts)
      facts.inOffice += vote.posts.flatMap(\.elected)
      return Page(tally, vote, election: election, roll: roll)
    }
  }

  /// The anomalies that the result raises (RULES §6).
  var raised: [AnomalyRaised] {
    pages.flatMap { page in
      (page.anomalies ?? []).map { anomaly in
        AnomalyRaised(code: anomaly.code, detail: anomaly.post ?? "page \(page.page): \(page.validity)")
      }
    }
  }
}

extension Roll {
  /// Everybody's sex, for the rules of composition.
  var sexes: [PersonID: Sex] {
    Dictionary(
      voters.map { (PersonID(roll: $0.number.rawValue), $0.sex) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ResultDocument.Page {
  init(_ tally: PageTally, _ vote: VoteOutcome, election: ElectionState, roll: Roll) {
    let (validity, anomaly): (String, String?) =
      switch vote.validity {
      case .valid: ("valid", nil)
      case .moreReturnedThanIssued: ("moreReturnedThanIssued", "A03")
      case .turnoutNotReached(let anomaly): ("turnoutNotReached", anomaly)
      }
    self.init(
      page: tally.page, returned: tally.returned, valid: tally.valid, abstentions: tally.abstentions,
      void: tally.void,
      voids: Dictionary(uniqueKeysWithValues: tally.voids.map { ($0.key.rawValue, $0.value) }),
      validity: validity, anomaly: anomaly, turnoutNeed: vote.turnoutNeed,
      posts: tally.posts.map { post in
        ResultDocument.PostResult(
          post, vote.posts.first { $0.post == post.post },
          title: election.plan.post(post.post)?.title ?? post.post.rawValue, name: roll.name)
      },
      checks: vote.checks, womenLacking: vote.womenLacking,
      anomalies: vote.anomalies.map { .init(code: $0.code.rawValue, post: $0.post?.rawValue) })
  }
}

extension ResultDocument.PostResult {
  init(_ tally: PostTally, _ outcome: PostOutcome?, title: String, name: (PersonID) -> String) {
    let elected = Set(outcome?.elected ?? [])
    let printed = tally.lines.map(\.person)
    let written = tally.votes.keys.filter { !printed.contains($0) }
    let lines = Dictionary(tally.lines.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    let order =
      printed + written.sorted { (tally.votes[$1, default: 0], $0) < (tally.votes[$0, default: 0], $1) }
    let checks = Dictionary(
      (outcome?.checks ?? []).map { ($0.person, $0.check) }, uniquingKeysWith: { first, _ in first })
    self.init(
      post: tally.post.rawValue, title: title, seats: tally.seats,
      threshold: outcome?.threshold.description ?? "", base: outcome?.base ?? tally.base,
      need: outcome?.need ?? 0,
      persons: order.map { person in
        ResultDocument.Person(
          person: person.rawValue, name: name(person), votes: tally.votes[person, default: 0],
          check: checks[person], against: lines[person]?.against, abstain: lines[person]?.abstain,
          void: lines[person]?.void, writeIn: lines[person] == nil, elected: elected.contains(person))
      },
      elected: (outcome?.elected ?? []).map(\.rawValue), tied: (outcome?.tied ?? []).map(\.rawValue),
      tiedSeats: outcome?.tiedSeats ?? 0, vacant: outcome?.vacant ?? 0,
      runoff: (outcome?.runoff ?? []).map(\.rawValue), voidSections: tally.voidSections, nobody: tally.nobody,
      reservedForWomen: outcome?.reservedForWomen ?? 0,
      womenRunoff: (outcome?.womenRunoff ?? []).map(\.rawValue),
      passedOver: (outcome?.passedOver ?? []).map(ResultDocument.PassedOver.init))
  }

  func name(_ person: String) -> String { persons.first { $0.person == person }?.name ?? person }
}

extension ResultDocument.PassedOver {
  init(_ passed: Ballot.PassedOver) {
    let (reason, other, grounds): (String, PersonID?, [String]?) =
      switch passed.reason {
      case .unfit(let grounds): ("unfit", nil, grounds.map(\.name).sorted())
      case .nearRelative(let relative): ("nearRelative", relative, nil)
      case .womanFirst(let woman): ("womanFirst", woman, nil)
      case .seatReserved: ("seatReserved", nil, nil)
      }
    self.init(person: passed.person.rawValue, reason: reason, other: other?.rawValue, grounds: grounds)
  }
}

extension PersonFacts.Unfit {
  /// The ground's name in the result.
  fileprivate var name: String {
    switch self {
    case .negativeList(let item): item.rawValue
    case .notOnRoll: "notOnRoll"
    case .underAge: "underAge"
    case .supervisionBody: "supervisionBody"
    }
  }
}
