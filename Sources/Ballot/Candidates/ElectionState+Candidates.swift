extension ElectionState {
  /// The roll numbers of those who stand on the ballot, by post and in its order.
  package var candidateRolls: [String: [Int]] { standingRolls ?? frozen?.candidates ?? [:] }

  private var candidateRules: (pack: RulePack, kind: KindRules)? {
    effectivePack.flatMap { pack in pack.rules(for: plan.kind).map { (pack, $0) } }
  }

  /// Nominations are taken between the freezing of the roll and the printing of the ballots, in the first round.
  private func checkNominating() throws(Refusal) {
    guard adopted.takesNominations else { throw .candidatesRefused(.namedInPlan) }
    guard frozen != nil else { throw .rollNotFrozen }
    guard printRuns.isEmpty, round == 1 else { throw .candidatesRefused(.ballotsPrinted) }
  }

  func nominate(_ nomination: Nomination) throws(Refusal) -> [Event] {
    try checkNominating()
    guard let frozen, let (pack, _) = candidateRules else { throw .rollNotFrozen }
    guard frozen.voters > 0, (1...frozen.voters).contains(nomination.roll) else {
      throw .notOnRoll(nomination.roll)
    }
    do {
      try check(nomination, pack, voters: frozen.voters)
    } catch {
      throw .candidatesRefused(error)
    }
    return entering(.nominating) + [.candidateNominated(nomination.numbered(book.next))]
  }

  private func check(_ nomination: Nomination, _ pack: RulePack, voters: Int) throws(CandidateRefusal) {
    guard let post = adopted.post(nomination.post) else { throw .noSuchPost(nomination.post) }
    if plan.staff.contains(where: { $0.name == nomination.candidate.name }) {
      throw .nomineeIsOfficer(nomination.candidate.name)
    }
    if let known = book.standing.first(where: { $0.post == post.id && $0.roll == nomination.roll }) {
      throw .nominatedAlready(known.number)
    }
    if let stranger = nomination.nominators.first(where: { !(1...voters).contains($0) }) {
      throw .nominatorNotOnRoll(stranger)
    }
    switch nomination.kind {
    case .organisation:
      guard pack.partyMayNominate.value else { throw .organisationBarred }
      guard nomination.organisation?.isEmpty == false else { throw .organisationMissing }
    case .open:
      guard let votes = nomination.votes, votes > 0 else { throw .votesMissing }
    case .direct, .joint, .`self`:
      let (have, need) = (nomination.supporters.count, pack.nominatorsMin.value)
      guard have >= max(1, need) else { throw .tooFewNominators(have: have, need: max(1, need)) }
      try checkLimits(nomination, post)
    }
  }

  private func checkLimits(_ nomination: Nomination, _ post: Post) throws(CandidateRefusal) {
    let others = book.nominations.filter {
      $0.post == post.id && book.withdrawals[$0.number] == nil
    }
    for nominator in nomination.supporters.sorted() {
      let before = others.count { $0.supporters.contains(nominator) }
      guard before < post.seats else { throw .nominatorFull(roll: nominator, most: post.seats) }
    }
  }

  /// A formal candidate who stands down may cost the surplus, which is anomaly A20.
  func withdraw(_ withdrawal: CandidateWithdrawn, today: Day) throws(Refusal) -> [Event] {
    try checkNominating()
    guard let nomination = book[withdrawal.number] else {
      throw .candidatesRefused(.noSuchNomination(withdrawal.number))
    }
    guard book.withdrawals[withdrawal.number] == nil else {
      throw .candidatesRefused(.withdrawnAlready(withdrawal.number))
    }
    guard !withdrawal.reason.isEmpty else { throw .candidatesRefused(.reasonMissing(withdrawal.number)) }
    if let until = withdrawalsUntil, today > until, book.isFormal(nomination) {
      throw .candidatesRefused(.tooLateToWithdraw(until: until))
    }
    return [.candidateWithdrawn(withdrawal)] + surplusLost(without: nomination)
  }

  /// The last day on which a formal candidate may stand down.
  package var withdrawalsUntil: Day? {
    effectivePack.map { (facts.movedDay ?? plan.day).adding(days: -$0.candidateWithdrawalLeadDays.value) }
  }

  private func surplusLost(without nomination: Nomination) -> [Event] {
    guard book.isFormal(nomination), let post = adopted.post(nomination.post) else { return [] }
    let left = book.standing.count { $0.post == post.id && $0.number != nomination.number }
    guard left < post.seats + leastSurplus else { return [] }
    let detail = "\(post.id.rawValue): \(left) < \(post.seats + leastSurplus)"
    return [.anomalyRaised(AnomalyRaised(code: AnomalyCode.surplusLost.rawValue, detail: detail))]
  }

  /// How many more candidates than seats the law asks for.
  package var leastSurplus: Int {
    guard let (pack, kind) = candidateRules, kind.surplusRequired.value else { return 0 }
    return pack.minSurplusPerPost.value
  }

  func vet(_ vetted: CandidatesVetted) throws(Refusal) -> [Event] {
    try checkNominating()
    guard let (pack, _) = candidateRules else { throw .rollNotFrozen }
    do {
      for finding in vetted.findings { try check(finding, pack) }
    } catch {
      throw .candidatesRefused(error)
    }
    return vetted.findings.isEmpty ? [] : entering(.vetting) + [.candidatesVetted(vetted)]
  }

  private func check(_ finding: VettingFinding, _ pack: RulePack) throws(CandidateRefusal) {
    guard book[finding.number] != nil else { throw .noSuchNomination(finding.number) }
    guard book.withdrawals[finding.number] == nil else { throw .withdrawnAlready(finding.number) }
    if let item = finding.items.first(where: { !pack.negativeList.value.contains($0) }) {
      throw .itemNotInPack(item)
    }
    if finding.cleared, !finding.items.isEmpty { throw .clearedAgainstList(finding.number) }
    if !finding.cleared, finding.items.isEmpty, finding.reason.isEmpty {
      throw .reasonMissing(finding.number)
    }
  }

  func settle(_ order: CandidateOrder, surplus: [PostID: Int]) throws(Refusal) -> [Event] {
    try checkNominating()
    guard let (pack, _) = candidateRules else { throw .rollNotFrozen }
    let list = CandidateList(
      book: book, order: order, surplus: surplus, least: leastSurplus,
      most: max(leastSurplus, pack.maxSurplusMembers.value))
    if let unknown = surplus.keys.first(where: { adopted.post($0) == nil }) {
      throw .candidatesRefused(.noSuchPost(unknown))
    }
    let settled: CandidatesSettled
    do {
      settled = try list.settle(adopted.posts)
    } catch {
      throw .candidatesRefused(error)
    }
    return settled == book.settled ? [] : [.candidatesSettled(settled)] + entering(.candidatesPosted)
  }

  /// A ballot of nominees is laid out only when it is settled who they are.
  package func checkSettled() throws(Refusal) {
    guard adopted.takesNominations, round == 1, book.settled == nil else { return }
    guard leastSurplus == 0, book.nominations.isEmpty else { throw .candidatesRefused(.notSettled) }
  }
}

extension Nomination {
  func numbered(_ number: Int) -> Nomination {
    Nomination(
      number: number, post: post, roll: roll, candidate: candidate, kind: kind, nominators: nominators,
      organisation: organisation, votes: votes)
  }
}
