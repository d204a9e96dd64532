import Ballot
import Testing

@Suite("Deadlines, discrepancies and the lists beside roll and ballots")
struct LedgerTests {
  private static let electionDay = History.plan.day

  private static func plan(guided: Bool, staff: [Officer] = History.plan.staff) -> Plan {
    let plan = History.plan
    return Plan(
      election: plan.election, community: plan.community, kind: plan.kind, pack: plan.pack, term: plan.term,
      day: plan.day, hours: plan.hours, issuer: plan.issuer, posts: plan.posts, choices: plan.choices,
      places: plan.places, staff: staff, seal: nil, guided: guided ? true : nil)
  }

  private static func at(_ day: Day) -> Instant { Instant(seconds: day.daysSince1970 * 86_400) }

  private static func state(
    guided: Bool, _ events: [Event] = [], day: Day = electionDay.adding(days: -40),
    staff: [Officer] = History.plan.staff
  ) -> ElectionState {
    var state = ElectionState(
      ElectionCreated(
        plan: plan(guided: guided, staff: staff), planDigest: History.digest, packDigest: History.other),
      at: at(day))
    for event in events { state.apply(event, at: at(day)) }
    return state
  }

  // MARK: Deadlines

  @Test("A deadline is missed once: raised when it is, not again, and anew when it moved and is missed again")
  func missed() throws {
    var state = Self.state(guided: true)
    let due = Self.electionDay.adding(days: -20)
    #expect(state.missedDeadlines(today: due).isEmpty)
    let late = state.missedDeadlines(today: due.adding(days: 1))
    #expect(late.map(\.code) == ["A19"] && late.first?.detail == "rollPosted \(due)")
    let events = try state.decide(.noticeDeadlines(today: due.adding(days: 1)))
    for event in events { state.apply(event, at: Self.at(due.adding(days: 1))) }
    #expect(state.missedDeadlines(today: due.adding(days: 2)).isEmpty)
    state.apply(
      .electionDayMoved(ElectionDayMoved(day: Self.electionDay.adding(days: 7), anomaly: 1)), at: Self.at(due)
    )
    #expect(state.missedDeadlines(today: due.adding(days: 7)).isEmpty)
    #expect(
      state.missedDeadlines(today: due.adding(days: 8)).first?.detail == "rollPosted \(due.adding(days: 7))")
    #expect(Self.state(guided: false).missedDeadlines(today: Self.electionDay).isEmpty)
  }

  @Test("A result that is not announced by the next day is A15")
  func announcement() {
    let state = Self.state(
      guided: true, History.toEnded + [.stageAdvanced(StageAdvanced(stage: .declared))], day: Self.electionDay
    )
    func codes(_ day: Day) -> [String] {
      state.missedDeadlines(today: day).map(\.code).filter { $0 == "A15" }
    }
    #expect(codes(Self.electionDay.adding(days: 1)).isEmpty)
    #expect(codes(Self.electionDay.adding(days: 2)) == ["A15"])
  }

  // MARK: Objections

  @Test("An objection is heard in its days, decided in three, and keeps the roll open until then")
  func objections() throws {
    let posted = Self.electionDay.adding(days: -22)
    var state = Self.state(guided: true, [History.imported])
    func receive(_ claim: RollObjection.Claim, _ roll: Int?, _ day: Day) -> Command {
      .receiveObjection(claim, roll: roll, paper: History.digest, today: day)
    }
    #expect(throws: Refusal.objectionRefused(.notPosted)) { try state.decide(receive(.remove, 1, posted)) }
    state.apply(
      .bulletinIssued(BulletinIssued(code: "B05", number: 1, digest: History.digest)), at: Self.at(posted))
    let until = posted.adding(days: 5)
    #expect(throws: Refusal.objectionRefused(.tooLate(until: until))) {
      try state.decide(receive(.remove, 1, until.adding(days: 1)))
    }
    #expect(throws: Refusal.objectionRefused(.rollNumberNeeded(.add))) {
      try state.decide(receive(.add, 1, until))
    }
    #expect(throws: Refusal.objectionRefused(.rollNumberNeeded(.remove))) {
      try state.decide(receive(.remove, nil, until))
    }
    #expect(throws: Refusal.notOnRoll(4)) { try state.decide(receive(.correct, 4, until)) }
    for event in try state.decide(receive(.remove, 1, until)) { state.apply(event, at: Self.at(until)) }
    guard case .rollFrozen(let facts) = History.frozen else { return }
    #expect(throws: Refusal.objectionRefused(.open([1]))) {
      try state.decide(.freezeRoll(facts), today: until.adding(days: 1))
    }
    #expect(
      state.missedDeadlines(today: until.adding(days: 3)).map(\.detail).contains(
        "objection 1 \(until.adding(days: 3))") == false)
    #expect(
      state.missedDeadlines(today: until.adding(days: 4)).map(\.detail).contains(
        "objection 1 \(until.adding(days: 3))"))
    let answer = Command.decideObjection(ObjectionDecided(number: 1, outcome: .removed, reason: "迁出"))
    for event in try state.decide(answer) { state.apply(event, at: Self.at(until.adding(days: 1))) }
    #expect(throws: Refusal.objectionRefused(.notCarriedOut([1]))) {
      try state.decide(.freezeRoll(facts), today: until.adding(days: 1))
    }
    let changed = RollImported(digest: History.other, source: "改.xlsx", voters: 2, men: 1, women: 1)
    var corrected = state
    corrected.apply(.rollImported(changed), at: Self.at(until))
    #expect(corrected.ledgers.toCarryOut.isEmpty)
    state.apply(History.imported, at: Self.at(until))
    #expect(state.ledgers.toCarryOut == [1], "the same roll again carries nothing out")
    #expect(throws: Refusal.objectionRefused(.decidedAlready(1))) { try state.decide(answer) }
    #expect(throws: Refusal.objectionRefused(.noSuchObjection(2))) {
      try state.decide(.decideObjection(ObjectionDecided(number: 2, outcome: .kept, reason: "")))
    }
  }

  @Test("The roll is not frozen while its days for objections run")
  func period() throws {
    let posted = Self.electionDay.adding(days: -22)
    var state = Self.state(guided: true, [History.imported])
    guard case .rollFrozen(let facts) = History.frozen else { return }
    #expect(throws: Refusal.objectionRefused(.notPosted)) {
      try state.decide(.freezeRoll(facts), today: posted)
    }
    state.apply(
      .bulletinIssued(BulletinIssued(code: "B05", number: 1, digest: History.digest)), at: Self.at(posted))
    let until = posted.adding(days: 5)
    #expect(throws: Refusal.objectionRefused(.periodRuns(until: until))) {
      try state.decide(.freezeRoll(facts), today: until)
    }
    #expect(try Self.state(guided: false, [History.imported]).decide(.freezeRoll(facts)).count == 2)
  }

  // MARK: Discrepancies

  @Test(
    "What no recount mends raises A09 once, and the count closes only when the guidance body says continue")
  func discrepancy() throws {
    var state = Self.state(guided: false, History.toCounting, day: Self.electionDay)
    let failing = Identity(.n01, false, "4 = 2 + 1 + 0")
    for _ in 0..<2 {
      for event in try state.decide(.reconcile([failing])) {
        state.apply(event, at: Self.at(Self.electionDay))
      }
    }
    #expect(state.anomalies.map(\.code) == ["A09"] && state.anomalies.first?.detail == "N01: 4 = 2 + 1 + 0")
    let close = Command.closeCount(
      CountClosed(resultDigest: History.digest, signers: ["赵敏", "钱强"]), anomalies: [])
    #expect(throws: Refusal.identitiesFail(["N01"])) { try state.decide(close) }
    state.apply(
      .anomalySubmitted(AnomalySubmitted(number: 1, evidence: ["ab"], request: "r")),
      at: Self.at(Self.electionDay))
    for (action, closes) in [(AnomalyAction.recount, false), (.continue, true)] {
      var decided = state
      decided.apply(
        .anomalyDecided(
          AnomalyDecided(
            number: 1, action: action, reason: nil, authorisation: "1", officer: "", key: "", signature: "",
            payload: "")), at: Self.at(Self.electionDay))
      #expect(((try? decided.decide(close)) != nil) == closes)
    }
    let recounted = try state.decide(.reconcile([Identity(.n06, false, "1 = 2")]))
    #expect(recounted.count == 1, "a wrong count of sheets is counted again and is no anomaly")
  }

  // MARK: Mobile boxes and persons

  private static let crew = [
    Officer(name: "赵敏", role: .chiefScrutineer), Officer(name: "钱强", role: .scrutineer),
    Officer(name: "孙丽", role: .scrutineer), Officer(name: "何芳", role: .scribe),
  ]

  @Test(
    "A mobile box leaves approved and posted, serves its list alone, and comes back before the polls close")
  func mobile() throws {
    var state = Self.state(guided: false, History.toPrinted, day: Self.electionDay, staff: Self.crew)
    func play(_ command: Command) throws {
      for event in try state.decide(command) { state.apply(event, at: Self.at(Self.electionDay)) }
    }
    let names = ["赵敏", "钱强", "孙丽"]
    func list(_ voters: [Int], _ scrutineers: [String]) -> Command {
      .listMobileBox(box: 1, voters: voters, scrutineers: scrutineers, route: "3组")
    }
    #expect(throws: Refusal.mobileRefused(.nobodyListed)) { try play(list([], names)) }
    #expect(throws: Refusal.mobileRefused(.notOnRoll([9]))) { try play(list([3, 9], names)) }
    #expect(throws: Refusal.mobileRefused(.tooFewScrutineers(have: 2, need: 3))) {
      try play(list([3], ["赵敏", "赵敏", "钱强"]))
    }
    #expect(throws: Refusal.mobileRefused(.notScrutineers(["何芳"]))) { try play(list([3], names + ["何芳"])) }
    try play(list([3], names))
    #expect(state.facts.anomalies.locking.map(\.code) == [.extraBox])
    state.apply(History.opened, at: Self.at(Self.electionDay))
    #expect(throws: Refusal.mobileRefused(.notApproved(anomaly: 1))) { try play(.sendMobileBox(1)) }
    state.apply(
      .anomalySubmitted(AnomalySubmitted(number: 1, evidence: ["a"], request: "r")),
      at: Self.at(Self.electionDay))
    state.apply(
      .anomalyDecided(
        AnomalyDecided(
          number: 1, action: .approve, reason: nil, authorisation: "1", officer: "", key: "", signature: "",
          payload: "")), at: Self.at(Self.electionDay))
    #expect(throws: Refusal.mobileRefused(.notPosted(box: 1))) { try play(.sendMobileBox(1)) }
    try play(.issueBulletin(code: "B18", digest: History.digest))
    #expect(throws: Refusal.mobileRefused(.noSuchBox(2))) { try play(.sendMobileBox(2)) }
    #expect(throws: Refusal.mobileRefused(.notOut(box: 1))) {
      try play(.issueMobile(.valid(History.card(3)), box: 1, desk: 1))
    }
    // An earlier election's hash is in the card of `History`; the voter's own card is of this plan.
    let card = VoterCard(election: state.cardElection, roll: 2, round: 1, station: 1, generation: 0)
    try play(.sendMobileBox(1))
    #expect(throws: Refusal.mobileRefused(.notListed(roll: 2, box: 1))) {
      try play(.issueMobile(.valid(card), box: 1, desk: 1))
    }
    #expect(throws: Refusal.mobileRefused(.stillOut([1]))) { try play(.closePoll(unused: 0)) }
    try play(.returnMobileBox(1))
    #expect(throws: Refusal.mobileRefused(.notHere(box: 1))) { try play(.sendMobileBox(1)) }
    try play(.closePoll(unused: 0))
  }

  @Test("Assisted voters are counted, by a scribe of the plan, and never more than were given ballots")
  func assisted() throws {
    var state = Self.state(
      guided: false, History.toOpened + [History.issued(1)], day: Self.electionDay, staff: Self.crew)
    func assist(_ scribe: String, _ voters: Int) throws {
      let command = Command.recordAssisted(VotersAssisted(station: 1, scribe: scribe, voters: voters))
      for event in try state.decide(command) { state.apply(event, at: Self.at(Self.electionDay)) }
    }
    #expect(throws: Refusal.mobileRefused(.notAScribe("赵敏"))) { try assist("赵敏", 1) }
    #expect(throws: Refusal.mobileRefused(.countOutOfRange(2))) { try assist("何芳", 2) }
    #expect(throws: Refusal.mobileRefused(.countOutOfRange(0))) { try assist("何芳", 0) }
    try assist("何芳", 1)
    #expect(throws: Refusal.mobileRefused(.countOutOfRange(1))) { try assist("何芳", 1) }
  }

  @Test("Notes on persons become the facts of composition, and go when they are withdrawn")
  func persons() throws {
    var state = Self.state(guided: false, History.toFrozen)
    func note(_ facts: PersonNoted) throws {
      for event in try state.decide(.notePerson(facts)) { state.apply(event, at: Self.at(Self.electionDay)) }
    }
    #expect(throws: Refusal.notOnRoll(9)) { try note(PersonNoted(roll: 1, relative: 9)) }
    try note(PersonNoted(roll: 1, unfit: .criminalPunishment))
    try note(PersonNoted(roll: 2, relative: 3))
    try note(PersonNoted(roll: 3, inOffice: true))
    let facts = state.ledgers.persons.facts(sexes: [PersonID(roll: 1): .female])
    #expect(facts.unfit[PersonID(roll: 1)] == [.negativeList(.criminalPunishment)])
    #expect(facts.relatives(of: PersonID(roll: 3)) == [PersonID(roll: 2)])
    #expect(facts.inOffice == [PersonID(roll: 3)] && facts.isWoman(PersonID(roll: 1)))
    try note(PersonNoted(roll: 1, unfit: .criminalPunishment, withdrawn: true))
    #expect(state.ledgers.persons.facts(sexes: [:]).unfit.isEmpty)
  }
}
