import Ballot
import Testing

private func day(_ text: String) -> Day { Day(iso: text) ?? Day(daysSince1970: 0) }

@Suite("The calendar of an election, RULES §3")
struct CalendarTests {
  private static let electionDay = day("2027-05-18")
  /// Labour day, as an example of a handed-in table.
  private static let holidays = Holidays(off: [day("2027-05-01"), day("2027-05-02"), day("2027-05-03")])

  private func calendar(
    _ facts: ProcedureFacts, today: String, kind: ElectionKind = .villageCommittee,
    holidays: Holidays = .unknown
  ) throws -> Calendar {
    let pack = try #require(RulePack.named("CQ-V-2026"))
    return Calendar(
      procedure: try #require(pack.procedure(for: kind)), pack: pack, electionDay: Self.electionDay,
      facts: facts,
      holidays: holidays, today: day(today))
  }

  /// Every step before a stage over, on a day.
  private func facts(upTo stage: Stage, on text: String, posted: String = "2027-04-26") throws
    -> ProcedureFacts
  {
    let pack = try #require(RulePack.named("CQ-V-2026"))
    var facts = ProcedureFacts(stage: stage, entered: [stage: day(text)])
    for step in try #require(pack.procedure(for: .villageCommittee)).steps(before: stage)
    where !step.isOptional {
      facts.entered[step.stage] = day(text)
      for fact in step.needs.value { facts.held[fact] = day(text) }
      for code in step.bulletins { facts.bulletins[code] = day(text) }
    }
    if facts.bulletins["B05"] != nil { facts.bulletins["B05"] = day(posted) }
    return facts
  }

  @Test("E27: the calendar of a roll")
  func rollCalendar() throws {
    let calendar = try calendar(
      try facts(upTo: .rollObjections, on: "2027-04-20"), today: "2027-04-27", holidays: Self.holidays)
    let lines = Dictionary(uniqueKeysWithValues: calendar.lines.map { ($0.stage, $0) })
    #expect(lines[.rollPosted]?.latest == day("2027-04-28"))
    #expect(lines[.rollPosted]?.lateness == nil)
    #expect(lines[.candidatesPosted]?.latest == day("2027-05-13"))
    #expect(calendar.proxiesUntil == day("2027-05-15"))
    #expect(calendar.objectionsUntil == day("2027-05-04"))
    #expect(calendar.decisionUntil(received: day("2027-04-28")) == day("2027-05-04"))
    #expect(calendar.decisionUntil(received: day("2027-04-27")) == day("2027-04-30"))
  }

  @Test("E27: without a table of holidays no period is moved")
  func noTable() throws {
    let calendar = try calendar(try facts(upTo: .rollObjections, on: "2027-04-20"), today: "2027-04-27")
    #expect(calendar.objectionsUntil == day("2027-05-01"))
  }

  @Test("A roll posted a day late locks what follows until the day is moved (A19)")
  func late() throws {
    var facts = try facts(upTo: .rollObjections, on: "2027-04-20", posted: "2027-04-29")
    for fact in [Fact.objectionsDecided, .rollFrozen] { facts.held[fact] = day("2027-05-05") }
    let late = Lateness(
      stage: .rollPosted, due: day("2027-04-28"), done: day("2027-04-29"), anomaly: .deadlineMissed)
    #expect(try calendar(facts, today: "2027-05-05").locks(before: .cardsIssued) == [.late(late)])
    facts.movedDay = day("2027-05-19")
    #expect(try calendar(facts, today: "2027-05-05").locks(before: .cardsIssued).isEmpty)
  }

  @Test("An authorisation to move the day is no cure before the day is moved")
  func authorisedOnly() throws {
    var facts = try facts(upTo: .rollObjections, on: "2027-04-20", posted: "2027-04-29")
    for fact in [Fact.objectionsDecided, .rollFrozen] { facts.held[fact] = day("2027-05-05") }
    let pack = try #require(RulePack.named("CQ-V-2026"))
    facts.anomalies.raise(
      .deadlineMissed, detail: "", under: pack.rule(of: .deadlineMissed), at: .rollObjections)
    #expect(
      try calendar(facts, today: "2027-05-05").locks(before: .cardsIssued).first
        == .anomaly(1, .deadlineMissed))
    try facts.anomalies.submit(1, evidence: ["ab"])
    try facts.anomalies.authorise(1, action: .moveDay, authorisation: "〔2027〕1")
    #expect(try calendar(facts, today: "2027-05-05").locks(before: .cardsIssued).count == 1)
  }

  @Test("Nobody can declare that the days for objections are over")
  func objectionPeriod() throws {
    var facts = try facts(upTo: .rollObjections, on: "2027-04-20")
    for fact in [Fact.objectionsDecided, .rollFrozen, .objectionPeriodOver] {
      facts.held[fact] = day("2027-04-28")
    }
    let lock = StageLock.fact(.objectionPeriodOver, of: .rollObjections)
    #expect(try calendar(facts, today: "2027-05-01").locks(before: .cardsIssued) == [lock])
    #expect(try calendar(facts, today: "2027-05-02").locks(before: .cardsIssued).isEmpty)
  }

  @Test("The polls do not open before election day")
  func early() throws {
    let facts = try facts(upTo: .polling, on: "2027-04-20")
    #expect(
      try calendar(facts, today: "2027-05-17").locks(before: .polling) == [
        .tooEarly(.polling, until: Self.electionDay)
      ])
    #expect(try calendar(facts, today: "2027-05-18").locks(before: .polling).isEmpty)
  }

  @Test("Each fact and each bulletin of an earlier step is a gate of its own")
  func everyGate() throws {
    let whole = try facts(upTo: .polling, on: "2027-04-20")
    for fact in whole.held.keys where fact.witness != .calendar {
      var facts = whole
      facts.held[fact] = nil
      let locks = try calendar(facts, today: "2027-05-18").locks(before: .polling)
      #expect(locks.contains { if case .fact(fact, _) = $0 { true } else { false } }, "\(fact)")
    }
    for code in whole.bulletins.keys {
      var facts = whole
      facts.bulletins[code] = nil
      #expect(!(try calendar(facts, today: "2027-05-18").locks(before: .polling)).isEmpty, "\(code)")
    }
  }

  @Test("An optional step binds once it was entered")
  func optional() throws {
    var facts = try facts(upTo: .candidatesPosted, on: "2027-04-20")
    #expect(try calendar(facts, today: "2027-05-10").locks(before: .candidatesPosted).isEmpty)
    facts.entered[.repsElected] = day("2027-04-29")
    #expect(try calendar(facts, today: "2027-05-10").locks(before: .candidatesPosted).count == 2)
  }

  @Test("A void vote leads to its archive and nowhere else")
  func void() throws {
    let pack = try #require(RulePack.named("CQ-V-2026"))
    var facts = try facts(upTo: .declared, on: "2027-05-18")
    facts.anomalies.raise(
      .turnoutNotReached, detail: "", under: pack.rule(of: .turnoutNotReached), at: .declared)
    #expect(
      try calendar(facts, today: "2027-05-18").locks(before: .archived).contains(
        .anomaly(1, .turnoutNotReached)))
    try facts.anomalies.submit(1, evidence: ["ab"])
    try facts.anomalies.authorise(1, action: .freshElection, authorisation: "〔2027〕1")
    let calendar = try calendar(facts, today: "2027-05-18")
    #expect(calendar.locks(before: .archived).isEmpty)
    #expect(calendar.locks(before: .filed) == [.ended(.turnoutNotReached)])
    #expect(calendar.next?.stage == .archived)
  }

  @Test("A step that a kind does not have cannot be entered")
  func noStep() throws {
    #expect(
      try calendar(ProcedureFacts(), today: "2027-05-18", kind: .recall).locks(before: .nominating) == [
        .notAStep(.nominating)
      ])
  }

  @Test("Weekends are days off only where the table says so")
  func weekends() {
    #expect(Holidays(weekends: true).extending(day("2027-05-15")) == day("2027-05-17"))
    #expect(
      Holidays(weekends: true, worked: [day("2027-05-15")]).extending(day("2027-05-15")) == day("2027-05-15"))
    #expect(Holidays.unknown.extending(day("2027-05-15")) == day("2027-05-15"))
  }
}
