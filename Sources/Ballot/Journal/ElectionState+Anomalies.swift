extension Command {
  /// Whether somebody asks for a stage by its name.
  var isAdvance: Bool { if case .advance = self { true } else { false } }
}

extension Identity {
  /// The identities of stock, ledgers and adopted papers, whose failure no recount mends (RULES §5.2, A09).
  static let ledgers: Set<String> = ["N01", "N02", "N04", "N05", "N17"]
}

extension ElectionState {
  /// Whether the box leads through every step and locks what is not due.
  package var isGuided: Bool { plan.guided ?? false }

  /// Whether an anomaly locks every step: where the procedure binds anyway, or somebody is there to open the lock.
  func anomaliesLock(hasGuidance: Bool) -> Bool { isGuided || hasGuidance }

  /// The anomalies of missed deadlines that nobody has raised yet; never in a vote that is void already.
  ///
  /// The detail says which step and which day: the same deadline is raised once, a deadline that moved anew.
  package func missedDeadlines(today: Day) -> [AnomalyRaised] {
    guard isGuided, let calendar = calendar(today: today, holidays: plan.holidays ?? .unknown),
      calendar.ended == nil
    else { return [] }
    var missed = calendar.procedure.steps.compactMap { step -> AnomalyRaised? in
      guard !step.isOptional || facts.entered[step.stage] != nil, let late = calendar.lateness(of: step),
        let code = late.anomaly
      else { return nil }
      return AnomalyRaised(code: code.rawValue, detail: "\(step.stage.rawValue) \(late.due)")
    }
    missed += ledgers.objections.compactMap { objection in
      let due = calendar.decisionUntil(received: objection.received)
      guard objection.decided ?? today > due else { return nil }
      return AnomalyRaised(
        code: AnomalyCode.deadlineMissed.rawValue, detail: "objection \(objection.number) \(due)")
    }
    return missed.filter { !anomalies.contains($0) }
  }

  /// What stock and ledgers cannot explain, raised once for the same numbers (A09).
  func discrepancies(_ failing: [Identity]) -> [Event] {
    let unexplained = failing.filter { Identity.ledgers.contains($0.id.rawValue) }
    guard !unexplained.isEmpty else { return [] }
    let raised = AnomalyRaised(
      code: AnomalyCode.stockUnexplained.rawValue,
      detail: unexplained.map { "\($0.id.rawValue): \($0.numbers)" }.joined(separator: "; "))
    return anomalies.contains(raised) ? [] : [.anomalyRaised(raised)]
  }

  /// Whether the guidance body lets the count go on in spite of the last discrepancy.
  var isDiscrepancySettled: Bool {
    facts.anomalies.cases.last { $0.code == .stockUnexplained }?.authorised == .continue
  }
}
