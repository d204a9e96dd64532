/// What is due by when, what is late, and why a step is locked: one engine for every procedure (RULES §3).
///
/// Everything is computed from the plan, the pack, the facts and today; nothing is kept.
package struct Calendar: Sendable, Equatable {
  package let procedure: Procedure
  package let pack: RulePack
  package let electionDay: Day
  package let facts: ProcedureFacts
  package let holidays: Holidays
  package let today: Day

  package init(
    procedure: Procedure, pack: RulePack, electionDay: Day, facts: ProcedureFacts,
    holidays: Holidays = .unknown, today: Day
  ) {
    self.procedure = procedure
    self.pack = pack
    self.electionDay = facts.movedDay ?? electionDay
    self.facts = facts
    self.holidays = holidays
    self.today = today
  }

  /// The calendar of a plan; nil where the pack does not know its kind.
  package init?(
    _ plan: Plan, pack: RulePack, facts: ProcedureFacts, holidays: Holidays = .unknown, today: Day
  ) {
    guard let procedure = pack.procedure(for: plan.kind) else { return nil }
    let effective = (try? pack.adopting(plan.choices)) ?? pack
    self.init(
      procedure: procedure, pack: effective, electionDay: plan.day, facts: facts, holidays: holidays,
      today: today)
  }

  // MARK: Days

  /// The day of a deadline; nil while the step it counts from is not over.
  package func day(of deadline: Deadline) -> Day? {
    guard let days = deadline.days(pack), let start = start(of: deadline.anchor) else { return nil }
    if deadline.isBefore { return start.adding(days: -days) }
    return days == 0 ? start : holidays.end(of: days, from: start)
  }

  private func start(of anchor: Deadline.Anchor) -> Day? {
    switch anchor {
    case .electionDay: electionDay
    case .end(let stage): procedure.step(stage).flatMap(end)
    }
  }

  /// The day on which a step was over: the last of its facts and bulletins; nil while something is missing.
  package func end(of step: ProcedureStep) -> Day? {
    guard missing(step).isEmpty else { return nil }
    let days =
      step.needs.value.compactMap { held($0) } + step.bulletins.compactMap { facts.bulletins[$0] }
    return days.max() ?? facts.entered[step.stage]
  }

  /// The last day for objections to the roll; nil before it was posted.
  package var objectionsUntil: Day? {
    facts.bulletins["B05"].map { holidays.end(of: pack.rollObjectionDays.value, from: $0) }
  }

  /// The last day to decide an objection received on a day.
  package func decisionUntil(received day: Day) -> Day {
    holidays.end(of: pack.rollDecisionDays.value, from: day)
  }

  /// The last day to register a proxy.
  package var proxiesUntil: Day { electionDay.adding(days: -pack.proxyCutoffLeadDays.value) }

  // MARK: Facts

  /// The day since which a fact holds; nil while it does not.
  package func held(_ fact: Fact) -> Day? {
    guard fact.witness == .calendar else { return facts.held[fact] }
    guard let until = objectionsUntil, today > until else { return nil }
    return until.adding(days: 1)
  }

  private func missingFacts(_ step: ProcedureStep) -> [StageLock] {
    step.needs.value.filter { held($0) == nil }.map { .fact($0, of: step.stage) }
  }

  /// What keeps a step from being over.
  private func missing(_ step: ProcedureStep) -> [StageLock] {
    missingFacts(step)
      + step.bulletins.filter { facts.bulletins[$0] == nil }.map { .bulletin($0, of: step.stage) }
  }

  /// How a step missed its deadline: the day it was due, and when it was over if it is.
  package func lateness(of step: ProcedureStep) -> Lateness? {
    guard let latest = step.latest, let due = day(of: latest.value) else { return nil }
    let end = end(of: step)
    guard end ?? today > due else { return nil }
    return Lateness(stage: step.stage, due: due, done: end, anomaly: step.missed)
  }

  // MARK: Locks

  /// Everything that keeps a stage from being entered, in the order of the procedure.
  package func locks(before stage: Stage) -> [StageLock] {
    guard let step = procedure.step(stage) else { return [.notAStep(stage)] }
    var locks = facts.anomalies.locks
    if let ended { return stage == .archived ? locks : locks + [.ended(ended)] }
    for earlier in procedure.steps(before: stage) where binds(earlier) {
      locks += missing(earlier)
      if let late = lateness(of: earlier), let code = late.anomaly, !isCured(code) {
        locks.append(.late(late))
      }
    }
    if let earliest = step.earliest, earliest.confidence == .law, let first = day(of: earliest.value),
      today < first
    {
      locks.append(.tooEarly(stage, until: first))
    }
    return locks
  }

  /// The anomaly by which this vote was declared void; nil while it goes on.
  package var ended: AnomalyCode? {
    facts.anomalies.cases.dropFirst(facts.anomaliesBefore).first { $0.authorised?.endsVote ?? false }?.code
  }

  /// An optional step binds only once it was entered; after a void vote only the archive does.
  private func binds(_ step: ProcedureStep) -> Bool {
    if ended != nil { return step.stage == .archived && step.needs.value.isEmpty == false }
    return !step.isOptional || facts.entered[step.stage] != nil
  }

  /// A missed deadline is cured by moving election day, or by an authorisation that does not move it.
  private func isCured(_ code: AnomalyCode) -> Bool {
    facts.anomalies.cases.contains { $0.code == code && $0.authorised.map { $0 != .moveDay } ?? false }
  }

  /// The next step that is not optional; nil at the end.
  package var next: ProcedureStep? {
    procedure.steps.first { step in
      let isAhead = facts.stage.map { step.stage > $0 } ?? true
      return isAhead && (ended == nil ? !step.isOptional : step.stage == .archived)
    }
  }

  /// Whether every step is over.
  package var isComplete: Bool {
    facts.stage == procedure.steps.last?.stage
      && procedure.steps.filter(binds).allSatisfy { (ended == nil ? missing($0) : missingFacts($0)).isEmpty }
      && facts.anomalies.locking.isEmpty
  }

  /// The whole calendar, a line a step.
  package var lines: [CalendarLine] {
    procedure.steps.map { step in
      CalendarLine(
        stage: step.stage, isOptional: step.isOptional,
        earliest: step.earliest.flatMap { day(of: $0.value) },
        latest: step.latest.flatMap { day(of: $0.value) },
        source: step.needs.source, done: end(of: step), lateness: lateness(of: step), missing: missing(step),
        isCurrent: facts.stage == step.stage)
    }
  }
}
