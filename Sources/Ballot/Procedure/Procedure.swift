/// One step of a procedure: what ends it, by when, and the papers that belong to it (RULES §3).
package struct ProcedureStep: Codable, Sendable, Equatable {
  package let stage: Stage
  /// What must be true before the next step opens.
  package let needs: Ruled<[Fact]>
  package let latest: Ruled<Deadline>?
  package let earliest: Ruled<Deadline>?
  /// The anomaly that a missed deadline is; nil where being late is only shown.
  package let missed: AnomalyCode?
  /// Bulletins that must be out before the next step opens.
  package let bulletins: [String]
  package let optionalBulletins: [String]
  private let optional: Bool?

  /// Whether the procedure may go past it without entering it.
  package var isOptional: Bool { optional ?? false }

  package init(
    stage: Stage, needs: Ruled<[Fact]>, latest: Ruled<Deadline>? = nil, earliest: Ruled<Deadline>? = nil,
    missed: AnomalyCode? = nil, bulletins: [String] = [], optionalBulletins: [String] = [],
    isOptional: Bool = false
  ) {
    self.stage = stage
    self.needs = needs
    self.latest = latest
    self.earliest = earliest
    self.missed = missed
    self.bulletins = bulletins
    self.optionalBulletins = optionalBulletins
    optional = isOptional ? true : nil
  }
}

/// The steps that lead through one kind of election, in their order.
package struct Procedure: Sendable, Equatable {
  package let name: String
  package let steps: [ProcedureStep]

  package init(name: String, steps: [ProcedureStep]) {
    self.name = name
    self.steps = steps
  }

  package func step(_ stage: Stage) -> ProcedureStep? { steps.first { $0.stage == stage } }

  /// The steps before a stage, whether or not the stage is one of this procedure.
  package func steps(before stage: Stage) -> [ProcedureStep] { steps.filter { $0.stage < stage } }

  /// Whether the steps stand in the order of the stages and no stage comes twice.
  package var isOrdered: Bool { zip(steps, steps.dropFirst()).allSatisfy { $0.stage < $1.stage } }
}
