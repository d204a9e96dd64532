import Ballot
import Testing

@Suite("Guided elections: proxies, facts and anomalies in the journal")
struct GuidingTests {
  private static let electionDay = History.plan.day

  private func plan(guided: Bool) -> Plan {
    let plan = History.plan
    return Plan(
      election: plan.election, community: plan.community, kind: plan.kind, pack: plan.pack, term: plan.term,
      day: plan.day, hours: plan.hours, issuer: plan.issuer, posts: plan.posts, choices: plan.choices,
      places: plan.places, staff: plan.staff, seal: nil, guided: guided ? true : nil)
  }

  private func at(_ day: Day) -> Instant { Instant(seconds: day.daysSince1970 * 86_400) }

  private func state(guided: Bool, _ events: [Event] = [], day: Day = electionDay.adding(days: -40))
    -> ElectionState
  {
    let created = ElectionCreated(
      plan: plan(guided: guided), planDigest: History.digest, packDigest: History.other)
    var state = ElectionState(created, at: at(day))
    for event in events { state.apply(event, at: at(day)) }
    return state
  }

  @Test("A plan that is not guided writes no such key")
  func unguided() {
    #expect(JSON(encoding: plan(guided: false))["guided"] == nil)
    #expect(JSON(encoding: plan(guided: true))["guided"] == .bool(true))
  }

  @Test("In a guided election no command steps past a gate")
  func locked() throws {
    let start = state(guided: true)
    let today = Self.electionDay.adding(days: -40)
    #expect(throws: Refusal.self) { try start.decide(.advance(.registering), today: today) }
    guard case .rollImported(let facts) = History.imported else { return }
    #expect(throws: Refusal.self) { try start.decide(.importRoll(facts), today: today) }
    #expect(try state(guided: false).decide(.importRoll(facts), today: today).count == 2)
    var ready = start
    let said: [Fact] = [.auditPublished, .seatsDecided, .committeeQuorum, .committeeUnrelated, .planApproved]
    for fact in said {
      for event in try ready.decide(.recordFact(FactRecorded(fact: fact, day: today), today: today)) {
        ready.apply(event, at: at(today))
      }
    }
    for code in ["B00", "B01", "B02", "B03", "B04"] {
      for event in try ready.decide(.issueBulletin(code: code, digest: History.digest)) {
        ready.apply(event, at: at(today))
      }
    }
    #expect(try ready.decide(.importRoll(facts), today: today).count == 2)
    let withdrawn = FactRecorded(fact: .planApproved, day: today, withdrawn: true)
    ready.apply(.factRecorded(withdrawn), at: at(today))
    #expect(throws: Refusal.locked(asked: .registering, by: [.fact(.planApproved, of: .planAdopted)])) {
      try ready.decide(.importRoll(facts), today: today)
    }
  }

  @Test("Nobody's word stands for what the box sees, and none for tomorrow")
  func words() {
    let today = Self.electionDay
    #expect(throws: Refusal.notForStaff(.rollFrozen)) {
      try state(guided: true).decide(.recordFact(FactRecorded(fact: .rollFrozen, day: today), today: today))
    }
    #expect(throws: Refusal.notForStaff(.objectionPeriodOver)) {
      try state(guided: true).decide(
        .recordFact(FactRecorded(fact: .objectionPeriodOver, day: today), today: today))
    }
    let tomorrow = today.adding(days: 1)
    #expect(throws: Refusal.factInFuture(.forumHeld, tomorrow)) {
      try state(guided: true).decide(.recordFact(FactRecorded(fact: .forumHeld, day: tomorrow), today: today))
    }
  }

  @Test("A mandate is registered, posted, used once and counted")
  func proxies() throws {
    let early = Self.electionDay.adding(days: -5)
    let wide = Event.rollFrozen(
      RollFrozen(digest: History.digest, voters: 9, candidates: ["director": [1, 2]]))
    var state = state(guided: false, [History.imported, wide, History.laidOut, History.printed])
    #expect(throws: Refusal.proxyRefused([.agentIsCandidate])) {
      try state.decide(.registerProxy(principal: 3, agent: 1, relation: .nearRelative, today: early))
    }
    #expect(throws: Refusal.proxyRefused([.tooLate(until: Self.electionDay.adding(days: -3))])) {
      try state.decide(.registerProxy(principal: 3, agent: 4, relation: .villager, today: Self.electionDay))
    }
    for event in try state.decide(.registerProxy(principal: 3, agent: 4, relation: .villager, today: early)) {
      state.apply(event, at: at(early))
    }
    state.apply(History.opened, at: at(Self.electionDay))
    let card = VoterCard(election: state.cardElection, roll: 3, round: 1, station: 1, generation: 0)
    func issue(posted: Set<Int>) throws -> [Event] {
      try state.decide(.issueToAgent(.valid(card), certificate: 1, agent: 4, posted: posted, desk: 1))
    }
    #expect(throws: Refusal.proxyRefused([.notPosted(1)])) { try issue(posted: []) }
    for event in try issue(posted: [1]) { state.apply(event, at: at(Self.electionDay)) }
    #expect(state.quantities.issuedAgent == 1)
    #expect(state.quantities.principalsOfBusiestAgent == 1)
    #expect(throws: Refusal.self) { try issue(posted: [1]) }
    #expect(throws: Refusal.proxyRefused([.usedAlready(1)])) {
      try state.decide(.revokeProxy(certificate: 1, reason: ""))
    }
  }

  @Test("Where a guidance body is enrolled, an anomaly locks elections that are not guided too")
  func unguidedAnomaly() throws {
    var state = state(guided: false, History.toPrinted)
    let opening = Command.openPoll(PollOpened(boxes: 1, witnesses: ["钱强"]))
    for event in try state.decide(.raiseAnomaly(.tie, detail: ""), hasGuidance: true) {
      state.apply(event, at: at(Self.electionDay))
    }
    #expect(try !state.decide(opening, hasGuidance: true).isEmpty, "told of, and locks nothing")
    for event in try state.decide(.raiseAnomaly(.procedureBroken, detail: ""), hasGuidance: true) {
      state.apply(event, at: at(Self.electionDay))
    }
    #expect(throws: Refusal.locked(asked: .polling, by: [.anomaly(2, .procedureBroken)])) {
      try state.decide(opening, hasGuidance: true)
    }
    #expect(try !state.decide(opening).isEmpty, "nobody could open the lock")
    state.apply(History.opened, at: at(Self.electionDay))
    #expect(try !state.decide(.closePoll(unused: 1), hasGuidance: true).isEmpty, "what runs is ended")
  }

  @Test("Under authority G nothing moves until a decision for this box, this case and this evidence is in")
  func anomaly() throws {
    var state = state(guided: false, History.toEnded, day: Self.electionDay)
    func play(_ command: Command) throws {
      for event in try state.decide(command) { state.apply(event, at: at(Self.electionDay)) }
    }
    try play(.issueBulletin(code: "B22", digest: History.digest))
    try play(.raiseAnomaly(.stockUnexplained, detail: "少12张"))
    #expect(throws: Refusal.locked(asked: .filed, by: [.anomaly(1, .stockUnexplained)])) {
      try state.decide(.advance(.filed))
    }
    try play(.submitAnomaly(AnomalySubmitted(number: 1, evidence: ["ab"], request: "r1")))
    let now = at(Self.electionDay)
    func decision(_ request: String) -> Command {
      .takeDecision(
        Authorisation(
          box: "b0", election: state.id, anomaly: 1, code: .stockUnexplained, request: request,
          decision: .authorise(.continue), role: .guidanceBody, officer: "周文", number: "3", issued: now,
          expires: Instant(seconds: now.seconds + 60)),
        box: "b0", now: now, key: "k", signature: "s")
    }
    #expect(throws: Refusal.decisionRefused(.altered)) { try state.decide(decision("r2")) }
    try play(decision("r1"))
    #expect(throws: Refusal.decisionRefused(.replayed(number: "3"))) { try state.decide(decision("r1")) }
    #expect(state.facts.anomalies[1]?.authorised == .continue)
    #expect(try state.decide(.advance(.filed)).count == 1)
  }

  @Test("Election day moves only by an authorisation that says so")
  func moved() throws {
    var state = state(guided: true)
    let later = Self.electionDay.adding(days: 7)
    state.apply(.anomalyRaised(AnomalyRaised(code: "A19", detail: "")), at: at(Self.electionDay))
    #expect(throws: Refusal.dayNotMovable(anomaly: 1)) {
      try state.decide(.moveElectionDay(to: later, anomaly: 1))
    }
    state.apply(
      .anomalySubmitted(AnomalySubmitted(number: 1, evidence: ["ab"], request: "r")), at: at(Self.electionDay)
    )
    state.apply(
      .anomalyDecided(
        AnomalyDecided(
          number: 1, action: .moveDay, reason: nil, authorisation: "3", officer: "", key: "", signature: "",
          payload: "")),
      at: at(Self.electionDay))
    #expect(throws: Refusal.dayNotMovable(anomaly: 1)) {
      try state.decide(.moveElectionDay(to: Self.electionDay, anomaly: 1))
    }
    #expect(
      try state.decide(.moveElectionDay(to: later, anomaly: 1)) == [
        .electionDayMoved(ElectionDayMoved(day: later, anomaly: 1))
      ])
  }
}
