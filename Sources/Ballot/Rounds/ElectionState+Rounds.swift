extension ElectionState {
  /// Every round from the first to this one, each as it stood when the next was opened.
  package var rounds: [ElectionState] { earlier + [self] }

  /// The round in which a bulletin was issued.
  package func round(ofBulletin number: Int) -> Int {
    rounds.last { $0.bulletinsBefore < number }?.round ?? 1
  }

  /// What the votes of this round are decided by; nil where no pack knows the kind.
  package var outcomeRules: OutcomeRules? {
    guard let pack = effectivePack, let rules = pack.rules(for: plan.kind) else { return nil }
    switch vote {
    case .first, .fresh: return OutcomeRules(first: rules, pack: pack, body: plan.body)
    case .runoff: return OutcomeRules(runoff: rules, pack: pack, body: plan.electorate)
    case .revote: return OutcomeRules(revote: rules, pack: pack)
    }
  }

  /// The kind whose procedure leads through this round.
  var procedureKind: ElectionKind {
    switch vote {
    case .first, .fresh: plan.kind
    case .runoff, .revote: .runoff
    }
  }

  func openRound(_ opened: RoundOpened) throws(Refusal) -> [Event] {
    do {
      try check(opened)
    } catch {
      throw .roundRefused(error)
    }
    let roll = 1...max(1, frozen?.voters ?? 0)
    for standing in opened.posts.flatMap(\.candidates) where !roll.contains(standing.roll) {
      throw .notOnRoll(standing.roll)
    }
    return [.roundOpened(opened)]
  }

  private func check(_ opened: RoundOpened) throws(RoundRefusal) {
    guard countClosed != nil, opened.round == round + 1 else { throw .roundRunning(round) }
    guard opened.round <= 99 else { throw .tooManyRounds }
    guard opened.vote != .first else { throw .notInThisKind(.first) }
    if let waiting = facts.anomalies.locking.first {
      throw .anomalyWaits(number: waiting.number, waiting.code)
    }
    try checkKind(opened.vote)
    guard !opened.posts.isEmpty else { throw .nothingOpen(opened.vote) }
    for post in opened.posts {
      guard let known = adopted.post(post.post), (1...known.seats).contains(post.seats) else {
        throw .noSuchPost(post.post)
      }
      guard opened.vote == .fresh || !post.candidates.isEmpty else { throw .tooFewCandidates(post.post) }
    }
    guard opened.day >= plan.day else { throw .dayPassed(opened.day) }
    if opened.vote != .fresh, let window = effectivePack?.runoffWindowDays.value {
      let until = plan.day.adding(days: window)
      guard opened.day <= until else { throw .outsideWindow(until: until) }
    }
  }

  private func checkKind(_ vote: VoteKind) throws(RoundRefusal) {
    let rules = effectivePack?.rules(for: plan.kind)
    switch vote {
    case .first: return
    case .runoff:
      guard plan.question == nil, rules?.runoff.value != RunoffRule.none else { throw .notInThisKind(vote) }
    case .revote:
      guard plan.question == nil, rules?.tie.value != .failure else { throw .notInThisKind(vote) }
    case .fresh:
      guard facts.anomalies.cases.contains(where: { isThisRound($0) && $0.authorised?.endsVote ?? false })
      else {
        throw .notAuthorised
      }
    }
  }

  /// Whether an anomaly was raised in this round.
  private func isThisRound(_ anomaly: AnomalyCase) -> Bool { anomaly.number > facts.anomaliesBefore }
}

extension OutcomeRules {
  /// The rules of a re-vote between people with equal votes: the most votes win, one is enough.
  ///
  /// The law is silent on its turnout; it is taken to be the runoff's (`[U]`).
  package init(revote rules: KindRules, pack: RulePack) {
    self.init(
      turnout: rules.runoffTurnout.value, win: .plurality, runoffSurplus: pack.runoffSurplus.value,
      turnoutAnomaly: rules.turnoutAnomaly)
    turnoutSource = rules.runoffTurnout.source
    winSource = rules.tie.source
    isRunoff = true
    relatives = pack.nearRelativeResolution.value
  }
}

extension ProcedureFacts {
  /// Takes back what belongs to the vote that is over, and sets the next one's day.
  mutating func beginRound(on day: Day, in procedures: [Procedure?]) {
    for procedure in procedures { goBack(to: .candidatesPosted, in: procedure) }
    let ofTheVote: [Fact] = [
      .ballotsPrinted, .boxesShownEmpty, .pollClosed, .identitiesHold, .totalsSigned, .archiveComplete,
    ]
    for fact in ofTheVote { held[fact] = nil }
    held[.runoffListFixed] = day
    movedDay = day
    anomaliesBefore = anomalies.cases.count
  }
}
