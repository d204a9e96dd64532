extension ElectionState {
  /// What a command brings into the lists beside roll and ballots.
  func enter(_ command: Command) throws(Refusal) -> [Event] {
    switch command {
    case .receiveObjection(let claim, let roll, let paper, let today):
      return [.objectionReceived(try receive(claim, roll, paper, today))]
    case .decideObjection(let facts): return [.objectionDecided(try decided(facts))]
    case .listMobileBox(let box, let voters, let scrutineers, let route):
      return try list(box, voters, scrutineers, route)
    case .sendMobileBox(let box): return [.mobileSent(MobileBoxMoved(box: try sent(box)))]
    case .returnMobileBox(let box):
      guard ledgers.mobileBoxes[box]?.place == .out else { throw .mobileRefused(.notOut(box: box)) }
      return [.mobileReturned(MobileBoxMoved(box: box))]
    case .issueMobile(let verdict, let box, let desk): return try issueMobile(verdict, box, desk)
    case .recordAssisted(let facts): return [.votersAssisted(try assisted(facts))]
    case .notePerson(let facts): return [.personNoted(try noted(facts))]
    case .recordSlip(let slip): return [.ownerSlip(try slipTaken(slip))]
    default: return []
    }
  }

  // MARK: Objections to the roll

  private func receive(
    _ claim: RollObjection.Claim, _ number: Int?, _ paper: String, _ today: Day
  ) throws(Refusal) -> ObjectionReceived {
    guard frozen == nil else { throw .rollFrozenAlready }
    guard let roll else { throw .rollMissing }
    if isGuided {
      guard let until = calendar(today: today, holidays: plan.holidays ?? .unknown)?.objectionsUntil else {
        throw .objectionRefused(.notPosted)
      }
      guard today <= until else { throw .objectionRefused(.tooLate(until: until)) }
    }
    guard (claim == .add) == (number == nil) else { throw .objectionRefused(.rollNumberNeeded(claim)) }
    if let number, number < 1 || number > roll.voters { throw .notOnRoll(number) }
    return ObjectionReceived(
      number: ledgers.objections.count + 1, claim: claim, roll: number, day: today, paper: paper)
  }

  private func decided(_ facts: ObjectionDecided) throws(Refusal) -> ObjectionDecided {
    guard let found = ledgers.objections.first(where: { $0.number == facts.number }) else {
      throw .objectionRefused(.noSuchObjection(facts.number))
    }
    guard found.isOpen else { throw .objectionRefused(.decidedAlready(facts.number)) }
    guard facts.outcome == .kept || facts.outcome == found.claim.granted else {
      throw .objectionRefused(.notAnAnswer(found.claim, facts.outcome))
    }
    return facts
  }

  /// In a guided election the roll cannot be frozen while the days for objections run.
  func checkObjectionPeriod(today: Day) throws(Refusal) {
    guard isGuided, let calendar = calendar(today: today, holidays: plan.holidays ?? .unknown),
      calendar.procedure.steps.contains(where: { $0.needs.value.contains(.objectionPeriodOver) })
    else { return }
    guard let until = calendar.objectionsUntil else { throw .objectionRefused(.notPosted) }
    guard today > until else { throw .objectionRefused(.periodRuns(until: until)) }
  }

  // MARK: Mobile boxes and scribes

  private func list(
    _ box: Int, _ voters: [Int], _ scrutineers: [String], _ route: String
  ) throws(Refusal) -> [Event] {
    guard let frozen else { throw .rollNotFrozen }
    guard closed == nil else { throw .pollClosed }
    if ledgers.mobileBoxes[box].map({ $0.place != .here }) ?? false {
      throw .mobileRefused(.notHere(box: box))
    }
    let voters = Set(voters).sorted()
    guard !voters.isEmpty else { throw .mobileRefused(.nobodyListed) }
    let strangers = voters.filter { $0 < 1 || $0 > frozen.voters }
    guard strangers.isEmpty else { throw .mobileRefused(.notOnRoll(strangers)) }
    let others = ledgers.mobileBoxes.values.filter { $0.box != box }.flatMap(\.voters)
    let elsewhere = Set(voters).intersection(others + proxies.standing.map(\.principal)).sorted()
    guard elsewhere.isEmpty else { throw .mobileRefused(.elsewhere(elsewhere)) }
    try check(scrutineers)
    let listed = MobileBoxListed(
      box: box, voters: voters, scrutineers: Set(scrutineers).sorted(), route: route,
      anomaly: needsApproval ? facts.anomalies.cases.count + 1 : nil)
    let asked = AnomalyRaised(
      code: AnomalyCode.extraBox.rawValue, detail: "box \(box): \(voters.count); \(route)")
    return [.mobileListed(listed)] + (needsApproval ? [.anomalyRaised(asked)] : [])
  }

  private var needsApproval: Bool { effectivePack?.mobileBoxNeedsGuidanceApproval.value ?? true }

  private func check(_ scrutineers: [String]) throws(Refusal) {
    let known = Set((plan.officers(.scrutineer) + plan.officers(.chiefScrutineer)).map(\.name))
    let strangers = Set(scrutineers).subtracting(known).sorted()
    guard strangers.isEmpty else { throw .mobileRefused(.notScrutineers(strangers)) }
    let (have, need) = (Set(scrutineers).count, effectivePack?.mobileBoxMinScrutineers.value ?? 3)
    guard have >= need else { throw .mobileRefused(.tooFewScrutineers(have: have, need: need)) }
  }

  private func sent(_ number: Int) throws(Refusal) -> Int {
    guard opened != nil else { throw .pollNotOpen }
    guard closed == nil else { throw .pollClosed }
    guard let box = ledgers.mobileBoxes[number] else { throw .mobileRefused(.noSuchBox(number)) }
    guard box.place == .here else { throw .mobileRefused(.notHere(box: number)) }
    if let anomaly = box.anomaly, facts.anomalies[anomaly]?.authorised != .approve {
      throw .mobileRefused(.notApproved(anomaly: anomaly))
    }
    guard ledgers.postedBoxes.contains(number) else { throw .mobileRefused(.notPosted(box: number)) }
    return number
  }

  private func issueMobile(_ verdict: CardVerdict, _ number: Int, _ desk: Int) throws(Refusal) -> [Event] {
    guard let box = ledgers.mobileBoxes[number] else { throw .mobileRefused(.noSuchBox(number)) }
    guard box.place == .out else { throw .mobileRefused(.notOut(box: number)) }
    guard case .valid(let card) = verdict else { throw .cardRefused(verdict) }
    guard box.voters.contains(card.roll) else {
      throw .mobileRefused(.notListed(roll: card.roll, box: number))
    }
    return try issue(verdict, desk, .mobile)
  }

  private func assisted(_ facts: VotersAssisted) throws(Refusal) -> VotersAssisted {
    guard opened != nil else { throw .pollNotOpen }
    guard countOpened == nil else { throw .countOpenAlready }
    guard plan.officers(.scribe).contains(where: { $0.name == facts.scribe }) else {
      throw .mobileRefused(.notAScribe(facts.scribe))
    }
    guard facts.voters > 0, ledgers.votersAssisted + facts.voters <= issues.count else {
      throw .mobileRefused(.countOutOfRange(facts.voters))
    }
    return facts
  }

  // MARK: Persons and owners

  private func noted(_ facts: PersonNoted) throws(Refusal) -> PersonNoted {
    guard let frozen else { throw .rollNotFrozen }
    guard countClosed == nil else { throw .countClosed }
    for number in [facts.roll, facts.relative].compactMap({ $0 }) where number < 1 || number > frozen.voters {
      throw .notOnRoll(number)
    }
    return facts
  }

  private func slipTaken(_ slip: OwnerSlip) throws(Refusal) -> OwnerSlip {
    guard plan.kind.isOwnersVote else { throw .slipRefused(.notAnOwnersVote) }
    guard opened != nil else { throw .pollNotOpen }
    guard closed == nil else { throw .pollClosed }
    guard let frozen, slip.owner >= 1, slip.owner <= frozen.voters else {
      throw .slipRefused(.noSuchOwner(slip.owner))
    }
    guard ledgers.slips[slip.owner] == nil else { throw .slipRefused(.givenAlready(owner: slip.owner)) }
    let known = Set(
      plan.posts.flatMap { post in post.candidates.indices.map { LineID.candidate($0 + 1, of: post.id) } })
    for line in slip.lines where !known.contains(line) { throw .slipRefused(.noSuchLine(line)) }
    return slip
  }
}

extension RollObjection.Claim {
  /// The outcome that grants the claim.
  package var granted: RollObjection.Outcome {
    switch self {
    case .add: .added
    case .remove: .removed
    case .correct: .corrected
    }
  }
}
