extension ElectionState {
  /// What a command brings about, or why it is refused.
  ///
  /// Pure: nothing changes here. In a guided election a stage opens only when the procedure lets it; in one that is
  /// not guided, what the box itself sees still binds whoever advances. An anomaly locks every step of either, where
  /// there is a guidance body that can open it.
  ///
  /// - Parameters:
  ///   - command: What is asked.
  ///   - signersNeeded: How many have to sign the count.
  ///   - today: The day; nil for the latest day that the facts speak of.
  ///   - holidays: Nil for those of the plan.
  ///   - hasGuidance: Whether a guidance body is enrolled, whose decisions this box takes in.
  /// - Returns: What happened by it.
  /// - Throws: `Refusal`, with everything that stands against it.
  package func decide(
    _ command: Command, signersNeeded: Int = 2, today: Day? = nil, holidays: Holidays? = nil,
    hasGuidance: Bool = false
  ) throws(Refusal) -> [Event] {
    let events = try freely(command, signersNeeded)
    if case .freezeRoll = command { try checkObjectionPeriod(today: today ?? latestDay) }
    if isGuided || command.isAdvance {
      try checkProcedure(events, today: today, holidays: holidays ?? plan.holidays ?? .unknown)
    } else if anomaliesLock(hasGuidance: hasGuidance) {
      try checkAnomalies(events)
    }
    return events
  }

  private func freely(_ command: Command, _ signersNeeded: Int) throws(Refusal) -> [Event] {
    switch command {
    case .importRoll(let facts): return try importRoll(facts)
    case .freezeRoll(let facts): return try freezeRoll(facts)
    case .advance(let stage): return try advance(to: stage)
    case .recordCards(let facts): return try recordCards(facts)
    case .replaceCard(let roll, let reason): return try replaceCard(roll, reason)
    case .layOutBallots(let facts): return try layOut(facts)
    case .recordBallots(let copies, let delivery): return try recordBallots(copies, delivery)
    case .openPoll(let facts): return try openPoll(facts)
    case .issue(let verdict, let desk, let manner): return try issue(verdict, desk, manner)
    case .spoil(let desk): return try spoil(desk)
    case .closePoll(let unused): return try closePoll(unused)
    case .openCount(let facts): return try openCount(facts)
    case .acceptSheets(let accepted, let total, let refused): return try accept(accepted, total, refused)
    case .recordDecisions(let facts): return try recordDecisions(facts, signersNeeded)
    case .reconcile(let identities): return try reconcile(identities)
    case .closeCount(let facts, let anomalies): return try closeCount(facts, anomalies, signersNeeded)
    case .openRecount(let facts): return try openRecount(facts)
    case .closeRecount(let facts): return try closeRecount(facts, signersNeeded)
    case .issueBulletin(let code, let digest, let data, let document, let number, let today):
      if let number, number != bulletins.count + 1 { throw .bulletinNumberTaken(number) }
      return try issueBulletin(
        BulletinIssued(
          code: code, number: bulletins.count + 1, digest: digest, data: data, document: document), today)
    case .correctBulletin(let facts): return try correctBulletin(facts)
    case .postBulletin(let facts, let today): return try postBulletin(facts, today: today)
    case .removeBulletin(let facts, let today): return try removeBulletin(facts, today: today)
    case .seal(let publicID, let restrictedID): return try seal(publicID, restrictedID)
    case .recordFact(let facts, let today): return try recordFact(facts, today: today)
    case .moveElectionDay(let day, let anomaly): return try moveElectionDay(to: day, anomaly: anomaly)
    case .registerProxy(let principal, let agent, let relation, let today):
      return try registerProxy(principal, agent, relation, today)
    case .revokeProxy(let certificate, let reason): return try revokeProxy(certificate, reason)
    case .issueToAgent(let verdict, let certificate, let agent, let posted, let desk):
      return try issue(verdict, to: agent, certificate, posted, desk)
    case .raiseAnomaly(let code, let detail):
      return [.anomalyRaised(AnomalyRaised(code: code.rawValue, detail: detail))]
    case .submitAnomaly(let facts): return try submitAnomaly(facts)
    case .logRefusedDecision(let facts): return [.decisionRefused(facts)]
    case .takeDecision(let decision, let box, let now, let key, let signature):
      return try take(decision, box: box, now: now, key: key, signature: signature)
    case .nominate(let nomination): return try nominate(nomination)
    case .withdrawCandidate(let withdrawal, let today): return try withdraw(withdrawal, today: today)
    case .vetCandidates(let vetted): return try vet(vetted)
    case .settleCandidates(let order, let surplus): return try settle(order, surplus: surplus)
    case .openRound(let opened): return try openRound(opened)
    case .noticeDeadlines(let today): return missedDeadlines(today: today).map(Event.anomalyRaised)
    case .receiveObjection, .decideObjection, .listMobileBox, .sendMobileBox, .returnMobileBox, .issueMobile,
      .recordAssisted, .notePerson, .recordSlip:
      return try enter(command)
    }
  }

  // MARK: Before election day

  private func importRoll(_ facts: RollImported) throws(Refusal) -> [Event] {
    guard frozen == nil else { throw .rollFrozenAlready }
    return [.rollImported(facts)] + entering(.registering)
  }

  private func freezeRoll(_ facts: RollFrozen) throws(Refusal) -> [Event] {
    guard roll != nil else { throw .rollMissing }
    guard frozen == nil else { throw .rollFrozenAlready }
    guard roll?.digest == facts.digest else { throw .rollChanged }
    try checkPetition(voters: facts.voters)
    let waiting = ledgers.openObjections.map(\.number)
    guard waiting.isEmpty else { throw .objectionRefused(.open(waiting)) }
    guard ledgers.toCarryOut.isEmpty else {
      throw .objectionRefused(.notCarriedOut(ledgers.toCarryOut))
    }
    return [.rollFrozen(facts)] + entering(.rollObjections)
  }

  private func advance(to asked: Stage) throws(Refusal) -> [Event] {
    guard asked > stage else { throw .stageNotAhead(current: stage, asked: asked) }
    return [.stageAdvanced(StageAdvanced(stage: asked))]
  }

  /// A recall is put to the vote when enough ask for it; a plan that counts nobody leaves that to the committee.
  private func checkPetition(voters: Int) throws(Refusal) {
    guard let signatures = plan.question?.petition, let rules = effectivePack?.rules(for: plan.kind),
      !rules.petitionRules.isEmpty
    else { return }
    let petition = signatures.petition(roll: voters)
    guard petition.isAccepted(rules) else { throw .petitionTooSmall(petition.checks(rules)) }
  }

  /// The step into a stage, where the procedure has it and the election has not come so far yet.
  func entering(_ next: Stage) -> [Event] {
    let steps = effectivePack?.procedure(for: procedureKind)
    guard next > stage, steps == nil || steps?.step(next) != nil else { return [] }
    return [.stageAdvanced(StageAdvanced(stage: next))]
  }

  private func recordCards(_ facts: CardsPrinted) throws(Refusal) -> [Event] {
    guard frozen != nil else { throw .rollNotFrozen }
    return [.cardsPrinted(facts)] + entering(.cardsIssued)
  }

  private func replaceCard(_ roll: Int, _ reason: String) throws(Refusal) -> [Event] {
    guard let frozen else { throw .rollNotFrozen }
    guard frozen.voters > 0, (1...frozen.voters).contains(roll) else { throw .notOnRoll(roll) }
    let next = generation(ofRoll: roll) + 1
    return [.cardReplaced(CardReplaced(roll: roll, generation: next, reason: reason))]
  }

  private func layOut(_ facts: BallotsLaidOut) throws(Refusal) -> [Event] {
    guard frozen != nil else { throw .rollNotFrozen }
    guard opened == nil else { throw .pollOpenAlready }
    try checkSettled()
    return facts == layout ? [] : [.ballotsLaidOut(facts)]
  }

  private func recordBallots(_ copies: Int, _ delivery: Delivery) throws(Refusal) -> [Event] {
    guard frozen != nil else { throw .rollNotFrozen }
    try checkSettled()
    guard let layout else { throw .ballotsNotLaidOut }
    guard opened == nil else { throw .pollOpenAlready }
    guard (1...100_000).contains(copies) else { throw .copiesOutOfRange(copies) }
    return [.ballotsPrinted(BallotsPrinted(batch: layout.batch, copies: copies, delivery: delivery))]
  }

  // MARK: Voting

  private func openPoll(_ facts: PollOpened) throws(Refusal) -> [Event] {
    guard frozen != nil else { throw .rollNotFrozen }
    guard !printRuns.isEmpty || plan.kind.isOwnersVote else { throw .ballotsNotPrinted }
    guard opened == nil else { throw .pollOpenAlready }
    return [.pollOpened(facts)] + entering(.polling)
  }

  private func checkPolling() throws(Refusal) {
    guard opened != nil else { throw .pollNotOpen }
    guard closed == nil else { throw .pollClosed }
  }

  func issue(
    _ verdict: CardVerdict, _ desk: Int, _ manner: BallotIssued.Manner, certificate: Int? = nil
  ) throws(Refusal) -> [Event] {
    try checkPolling()
    guard case .valid(let card) = verdict else { throw .cardRefused(verdict) }
    guard let frozen, frozen.voters > 0, (1...frozen.voters).contains(card.roll) else {
      throw .notOnRoll(card.roll)
    }
    // Since the card was read, another desk may have been faster.
    let now = verify(card, station: nil)
    guard case .valid = now else { throw .cardRefused(now) }
    try checkStock()
    let facts = BallotIssued(
      roll: card.roll, generation: card.generation, desk: desk, manner: manner, certificate: certificate)
    return [.ballotIssued(facts)]
  }

  private func checkStock() throws(Refusal) {
    let printed = quantities.printed
    guard issues.count + spoiled < printed else { throw .ballotsUsedUp(printed: printed) }
  }

  private func spoil(_ desk: Int) throws(Refusal) -> [Event] {
    try checkPolling()
    guard !issues.isEmpty else { throw .nothingToSpoil }
    try checkStock()
    return [.ballotSpoiled(BallotSpoiled(desk: desk))]
  }

  private func closePoll(_ unused: Int) throws(Refusal) -> [Event] {
    try checkPolling()
    guard (0...100_000).contains(unused) else { throw .unusedOutOfRange(unused) }
    guard ledgers.boxesOut.isEmpty else { throw .mobileRefused(.stillOut(ledgers.boxesOut)) }
    return [.pollClosed(PollClosed(unused: unused))]
  }

  // MARK: Counting

  private func openCount(_ facts: CountOpened) throws(Refusal) -> [Event] {
    guard opened != nil else { throw .pollNotOpen }
    guard closed != nil else { throw .pollStillOpen }
    guard countOpened == nil else { throw .countOpenAlready }
    return [.countOpened(facts)] + entering(.counting)
  }

  func checkCounting() throws(Refusal) {
    guard countOpened != nil else { throw .countNotOpen }
    guard countClosed == nil else { throw .countClosed }
  }

  private func accept(_ accepted: Int, _ total: Int, _ refused: Int) throws(Refusal) -> [Event] {
    try checkCounting()
    guard accepted > 0 || total != sheets || refused > 0 else { return [] }
    return [.sheetsAccepted(SheetsAccepted(accepted: accepted, total: total, refused: refused))]
  }

  private func recordDecisions(_ facts: SheetsDecided, _ needed: Int) throws(Refusal) -> [Event] {
    try checkCounting()
    let deciders = Set(facts.deciders).count
    guard deciders >= needed else { throw .tooFewSigners(have: deciders, need: needed) }
    return facts.lines > 0 ? [.sheetsDecided(facts)] : []
  }

  private func reconcile(_ identities: [Identity]) throws(Refusal) -> [Event] {
    try checkCounting()
    let failing = Set(identities.filter { !$0.holds }.map(\.id.rawValue)).sorted()
    let holding = Set(identities.filter(\.holds).map(\.id.rawValue)).subtracting(failing).sorted()
    return [.countReconciled(CountReconciled(holding: holding, failing: failing))]
      + discrepancies(identities.filter { !$0.holds })
  }

  /// Failures of N07 and N08 make the vote void and are declared; any other failure stops the count.
  private func closeCount(
    _ facts: CountClosed, _ anomalies: [AnomalyRaised], _ needed: Int
  ) throws(Refusal) -> [Event] {
    try checkCounting()
    try checkRecountEnded()
    guard let reconciled else { throw .notReconciled }
    let settled = isDiscrepancySettled ? Identity.ledgers : []
    let stopping = reconciled.failing.filter {
      !["N07", "N08", "N09", "N03"].contains($0) && !settled.contains($0)
    }
    guard stopping.isEmpty else { throw .identitiesFail(stopping) }
    let signers = Set(facts.signers).count
    guard signers >= needed else { throw .tooFewSigners(have: signers, need: needed) }
    return anomalies.map(Event.anomalyRaised) + [.countClosed(facts)] + entering(.declared)
  }

  // MARK: Afterwards

  /// Issues a bulletin; with it the fact of the procedure that is true by its being out.
  private func issueBulletin(_ facts: BulletinIssued, _ today: Day?) throws(Refusal) -> [Event] {
    guard countClosed != nil || facts.code != "B22" else { throw .resultMissing }
    let paper = PaperCatalogue.standard[facts.code]
    if self.facts.bulletins[facts.code] != nil, !(paper?.repeats ?? false),
      let issued = bulletins.dropFirst(bulletinsBefore).last(where: { $0.code == facts.code })
    {
      throw .bulletinIssuedAlready(code: facts.code, number: issued.number)
    }
    guard let fact = paper?.fulfils, let today, self.facts.held[fact] == nil else {
      return [.bulletinIssued(facts)]
    }
    let note = facts.document ?? facts.code
    return [
      .bulletinIssued(facts),
      .factRecorded(FactRecorded(fact: fact, day: today, note: note, evidence: [facts.digest])),
    ]
  }

  private func seal(_ publicID: String, _ restrictedID: String) throws(Refusal) -> [Event] {
    guard countClosed != nil else { throw .resultMissing }
    if let last = bundles.last, last.publicID == publicID, last.restrictedID == restrictedID {
      throw .sealedAlready(revision: last.revision)
    }
    let facts = BundleSealed(revision: bundles.count + 1, publicID: publicID, restrictedID: restrictedID)
    return [.bundleSealed(facts)]
  }
}
