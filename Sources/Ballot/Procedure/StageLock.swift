/// Why a stage cannot be entered.
package enum StageLock: Hashable, Sendable {
  /// A step before it is not over: something is not true yet.
  case fact(Fact, of: Stage)
  /// A step before it is not over: a bulletin is not out.
  case bulletin(String, of: Stage)
  /// An anomaly waits for the guidance body's signed authorisation.
  case anomaly(Int, AnomalyCode)
  /// A step was over after its deadline, which only a decision of the guidance body mends.
  case late(Lateness)
  case tooEarly(Stage, until: Day)
  /// The vote or meeting was declared void; only its papers are still to be archived.
  case ended(AnomalyCode)
  /// This kind of election has no such step.
  case notAStep(Stage)
}

/// A missed deadline; it is shown as it was, never backdated.
package struct Lateness: Hashable, Sendable {
  package let stage: Stage
  package let due: Day
  /// When the step was over in the end; nil while it is not.
  package let done: Day?
  /// The anomaly it raises; nil where being late is only shown.
  package let anomaly: AnomalyCode?

  package init(stage: Stage, due: Day, done: Day?, anomaly: AnomalyCode?) {
    self.stage = stage
    self.due = due
    self.done = done
    self.anomaly = anomaly
  }
}

/// One step of the calendar as it stands today.
package struct CalendarLine: Sendable, Equatable {
  package let stage: Stage
  package let isOptional: Bool
  package let earliest: Day?
  package let latest: Day?
  package let source: String
  package let done: Day?
  package let lateness: Lateness?
  package let missing: [StageLock]
  package let isCurrent: Bool
}

extension StageLock {
  /// Whether it also binds in an election that is not guided: what the box sees by itself, and what was declared.
  var bindsAlways: Bool {
    switch self {
    case .fact(.dayFixed, _), .fact(.surplusMet, _): false
    case .fact(let fact, _): fact.witness == .box
    case .bulletin(_, let stage): stage >= .declared
    case .anomaly, .ended: true
    case .late, .tooEarly, .notAStep: false
    }
  }
}
