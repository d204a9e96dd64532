extension ProcedureFacts {
  /// The facts of an election on the day its adopted plan was taken in.
  ///
  /// A plan that names its candidates has the surplus; where the box takes nominations, the list brings it.
  init(created day: Day, surplusMet: Bool) {
    self.init(
      stage: .planAdopted, entered: [.prepare: day, .planAdopted: day],
      held: surplusMet ? [.dayFixed: day, .surplusMet: day] : [.dayFixed: day])
  }

  /// Takes back everything from a stage on, as an authorised return orders.
  mutating func goBack(to stage: Stage, in procedure: Procedure?) {
    self.stage = stage
    for step in procedure?.steps ?? [] where step.stage >= stage {
      if step.stage > stage { entered[step.stage] = nil }
      for fact in step.needs.value where fact.witness == .staff { held[fact] = nil }
      for code in step.bulletins { bulletins[code] = nil }
    }
  }
}

extension ElectionState {
  /// The pack as the journal knows it, with the meeting's choices in it.
  package var effectivePack: RulePack? {
    RulePack.named(plan.pack).map { (try? $0.adopting(plan.choices)) ?? $0 }
  }

  /// The calendar as it stands on a day.
  package func calendar(today: Day, holidays: Holidays = .unknown) -> Calendar? {
    effectivePack.flatMap {
      Calendar(plan.asKind(procedureKind), pack: $0, facts: facts, holidays: holidays, today: today)
    }
  }

  /// Takes an event into the facts that gates and deadlines are measured by.
  mutating func note(_ event: Event, on day: Day) {
    switch event {
    case .stageAdvanced(let step): enter(step.stage, on: day)
    case .rollFrozen: hold(.rollFrozen, day)
    case .ballotsPrinted: hold(.ballotsPrinted, day)
    case .pollOpened: hold(.boxesShownEmpty, day)
    case .pollClosed: hold(.pollClosed, day)
    case .countClosed:
      hold(.identitiesHold, day)
      hold(.totalsSigned, day)
    case .bulletinIssued(let bulletin):
      if facts.bulletins[bulletin.code] == nil { facts.bulletins[bulletin.code] = day }
    case .bulletinPosted(let posted): hang(posted)
    case .bundleSealed: hold(.archiveComplete, day)
    case .factRecorded(let said): facts.held[said.fact] = said.withdrawn ?? false ? nil : said.day
    case .electionDayMoved(let moved): facts.movedDay = moved.day
    case .anomalyRaised(let raised): open(raised)
    case .anomalySubmitted(let sent): try? facts.anomalies.submit(sent.number, evidence: sent.evidence)
    case .anomalyDecided(let decided): settle(decided)
    case .deviceInitialised, .electionCreated, .rollImported, .cardsPrinted, .cardReplaced, .ballotsLaidOut,
      .ballotIssued, .ballotSpoiled, .countOpened, .sheetsAccepted, .sheetsDecided, .countReconciled,
      .recountOpened, .recountClosed, .proxyRegistered, .proxyRevoked, .decisionRefused, .keyRotated,
      .guidanceEnrolled, .objectionReceived,
      .objectionDecided, .mobileListed, .mobileSent, .mobileReturned, .votersAssisted, .personNoted,
      .ownerSlip, .offerTaken, .bulletinCorrected, .bulletinRemoved, .staffEnrolled, .staffChanged,
      .loginRecorded, .keyProtected, .keyTried:
      break
    case .candidateNominated: hold(.nominationsWithinLimits, day)
    case .candidateWithdrawn, .candidatesVetted: facts.held[.surplusMet] = nil
    case .candidatesSettled:
      hold(.nomineesVetted, day)
      hold(.surplusMet, day)
    case .roundOpened(let opened): beginRound(opened)
    }
  }

  private mutating func beginRound(_ opened: RoundOpened) {
    let pack = effectivePack
    facts.beginRound(
      on: opened.day, in: [pack?.procedure(for: plan.kind), pack?.procedure(for: .runoff)])
  }

  /// A bulletin counts from the day it hangs: the first posting of its first issue moves the day it was out.
  private mutating func hang(_ posted: BulletinMoved) {
    guard let bulletin = bulletins.first(where: { $0.number == posted.number }),
      corrections[posted.number] == nil, facts.bulletins[bulletin.code] == issuedOn[posted.number],
      !postings.contains(where: { $0.number == posted.number })
    else { return }
    facts.bulletins[bulletin.code] = posted.day
  }

  private mutating func hold(_ fact: Fact, _ day: Day) {
    if facts.held[fact] == nil { facts.held[fact] = day }
  }

  private mutating func enter(_ stage: Stage, on day: Day) {
    facts.stage = stage
    if facts.entered[stage] == nil { facts.entered[stage] = day }
  }

  /// An anomaly that no pack knows still waits for the guidance body.
  private mutating func open(_ raised: AnomalyRaised) {
    let code = AnomalyCode(rawValue: raised.code) ?? .procedureBroken
    facts.anomalies.raise(code, detail: raised.detail, under: effectivePack?.rule(of: code), at: facts.stage)
  }

  private mutating func settle(_ decided: AnomalyDecided) {
    if let action = decided.action {
      try? facts.anomalies.authorise(decided.number, action: action, authorisation: decided.authorisation)
      if let back = action.returnsTo { facts.goBack(to: back, in: effectivePack?.procedure(for: plan.kind)) }
    } else {
      try? facts.anomalies.sendBack(decided.number, reason: decided.reason ?? "")
    }
  }
}
