extension ElectionState {
  /// Checks every stage that events enter against the procedure.
  ///
  /// An anomaly that the same decision raises locks what comes after it, not the step it belongs to.
  func checkProcedure(_ events: [Event], today: Day?, holidays: Holidays) throws(Refusal) {
    let stages = events.compactMap { event in
      if case .stageAdvanced(let step) = event { step.stage } else { nil }
    }
    guard !stages.isEmpty else { return }
    let today = today ?? latestDay
    var after = self
    for event in events {
      if case .stageAdvanced(let step) = event {
        var facts = after.facts
        facts.anomalies = self.facts.anomalies
        try after.check(step.stage, facts, today, holidays)
      }
      after.note(event, on: today)
    }
  }

  /// Refuses every stage while an anomaly waits for the guidance body (RULES §6), but not the one it was found in.
  func checkAnomalies(_ events: [Event]) throws(Refusal) {
    let locks = facts.anomalies.locks
    for case .stageAdvanced(let step) in events where !locks.isEmpty {
      throw .locked(asked: step.stage, by: locks)
    }
  }

  private func check(
    _ stage: Stage, _ facts: ProcedureFacts, _ today: Day, _ holidays: Holidays
  ) throws(Refusal) {
    guard let pack = effectivePack,
      let calendar = Calendar(
        plan.asKind(procedureKind), pack: pack, facts: facts, holidays: holidays, today: today)
    else { throw .locked(asked: stage, by: [.notAStep(stage)]) }
    let locks = calendar.locks(before: stage).filter { isGuided || $0.bindsAlways }
    guard locks.isEmpty else { throw .locked(asked: stage, by: locks) }
  }

  /// The latest day that the facts speak of.
  var latestDay: Day {
    (Array(facts.held.values) + Array(facts.entered.values) + Array(facts.bulletins.values)).max() ?? plan.day
  }

  // MARK: Facts and the day

  /// A person's word; what the box sees by itself nobody has to say.
  func recordFact(_ said: FactRecorded, today: Day) throws(Refusal) -> [Event] {
    guard said.fact.witness == .staff else { throw .notForStaff(said.fact) }
    guard said.day <= today else { throw .factInFuture(said.fact, said.day) }
    let waiting = ledgers.openObjections.map(\.number)
    if said.fact == .objectionsDecided, said.withdrawn != true, !waiting.isEmpty {
      throw .objectionRefused(.open(waiting))
    }
    return [.factRecorded(said)]
  }

  /// Election day moves only by an authorisation that says so, and never after the polls opened.
  func moveElectionDay(to day: Day, anomaly number: Int) throws(Refusal) -> [Event] {
    guard opened == nil, facts.anomalies[number]?.authorised == .moveDay, day > (facts.movedDay ?? plan.day)
    else { throw .dayNotMovable(anomaly: number) }
    return [.electionDayMoved(ElectionDayMoved(day: day, anomaly: number))]
  }

  // MARK: Proxies

  private var proxyRules: ProxyRules? {
    guard let pack = effectivePack, let kind = pack.rules(for: plan.kind), plan.body?.allowsProxies ?? true
    else {
      return nil
    }
    return ProxyRules(kind, pack: pack, electionDay: facts.movedDay ?? plan.day)
  }

  private var candidates: Set<Int> { Set(candidateRolls.values.joined()) }

  func registerProxy(
    _ principal: Int, _ agent: Int, _ relation: Proxy.Relation, _ today: Day
  ) throws(Refusal) -> [Event] {
    guard let frozen, frozen.voters > 0 else { throw .rollNotFrozen }
    guard let rules = proxyRules else { throw .proxyRefused([.notInThisVote]) }
    let proxy = Proxy(
      certificate: proxies.nextCertificate, principal: principal, agent: agent, relation: relation,
      accepted: today)
    let refusals = proxies.refusals(proxy, rules: rules, roll: 1...frozen.voters, candidates: candidates)
    guard refusals.isEmpty else { throw .proxyRefused(refusals) }
    return [.proxyRegistered(proxy)]
  }

  func revokeProxy(_ certificate: Int, _ reason: String) throws(Refusal) -> [Event] {
    if let refusal = proxies.revocationRefusal(certificate) { throw .proxyRefused([refusal]) }
    return [.proxyRevoked(ProxyRevoked(certificate: certificate, reason: reason))]
  }

  /// Hands a principal's ballots to the agent.
  func issue(
    _ verdict: CardVerdict, to agent: Int, _ certificate: Int, _ posted: Set<Int>, _ desk: Int
  ) throws(Refusal) -> [Event] {
    guard case .valid(let card) = verdict else { throw .cardRefused(verdict) }
    let presented = ProxyRegister.Presented(
      certificate: certificate, agent: agent, principalCard: card.roll, posted: posted,
      voted: Set(issues.keys), candidates: candidates)
    guard let rules = proxyRules else { throw .proxyRefused([.notInThisVote]) }
    if let refusal = proxies.refusal(presented, rules: rules) { throw .proxyRefused([refusal]) }
    return try issue(verdict, desk, .agent, certificate: certificate)
  }

  // MARK: Anomalies

  func submitAnomaly(_ sent: AnomalySubmitted) throws(Refusal) -> [Event] {
    var ledger = facts.anomalies
    do { try ledger.submit(sent.number, evidence: sent.evidence) } catch { throw .anomalyRefused(error) }
    return [.anomalySubmitted(sent)]
  }

  /// Takes in a decision: bound to this box, this anomaly and what was submitted, once, in time.
  func take(
    _ decision: Authorisation, box: String, now: Instant, key: String, signature: String
  ) throws(Refusal) -> [Event] {
    guard let waiting = facts.anomalies[decision.anomaly] else {
      throw .anomalyRefused(.noSuchAnomaly(decision.anomaly))
    }
    let expected = Authorisation.Expectation(
      box: box, election: id, request: requests[waiting.number] ?? "", now: now,
      used: Set(decisions.map(\.authorisation)))
    do { try decision.check(waiting, expected) } catch { throw .decisionRefused(error) }
    do { try settled(waiting, decision) } catch { throw .anomalyRefused(error) }
    return [
      .anomalyDecided(AnomalyDecided(decision, key: key, signature: signature))
    ]
  }

  private func settled(_ waiting: AnomalyCase, _ decision: Authorisation) throws(AnomalyRefusal) {
    var ledger = facts.anomalies
    switch decision.decision {
    case .authorise(let action):
      if action.returnsTo != nil, opened != nil {
        throw .actionNotAllowed(action, allowed: waiting.actions.filter { $0.returnsTo == nil })
      }
      try ledger.authorise(waiting.number, action: action, authorisation: decision.number)
    case .sendBack(let reason): try ledger.sendBack(waiting.number, reason: reason)
    }
  }
}

extension AnomalyDecided {
  /// A decision as the journal keeps it.
  init(_ decision: Authorisation, key: String, signature: String) {
    let (action, reason): (AnomalyAction?, String?) =
      switch decision.decision {
      case .authorise(let action): (action, nil)
      case .sendBack(let reason): (nil, reason)
      }
    self.init(
      number: decision.anomaly, action: action, reason: reason, authorisation: decision.number,
      officer: decision.officer, key: key, signature: signature,
      payload: String(decoding: decision.bytes, as: UTF8.self))
  }
}
