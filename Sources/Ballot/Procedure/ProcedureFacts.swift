/// What the journal says about a procedure: facts and bulletins with their days.
package struct ProcedureFacts: Sendable, Equatable {
  /// The step that the election is in; nil before the first.
  package var stage: Stage?
  /// When each step was entered first.
  package var entered: [Stage: Day]
  package var held: [Fact: Day]
  /// The day each bulletin was first out, by its code.
  package var bulletins: [String: Day]
  package var anomalies: AnomalyLedger
  /// Election day as it was last moved; nil for the plan's.
  package var movedDay: Day?
  /// How many anomalies belong to earlier rounds: what was decided of them is over.
  package var anomaliesBefore = 0

  package init(
    stage: Stage? = nil, entered: [Stage: Day] = [:], held: [Fact: Day] = [:],
    bulletins: [String: Day] = [:], anomalies: AnomalyLedger = AnomalyLedger(), movedDay: Day? = nil
  ) {
    self.stage = stage
    self.entered = entered
    self.held = held
    self.bulletins = bulletins
    self.anomalies = anomalies
    self.movedDay = movedDay
  }
}
