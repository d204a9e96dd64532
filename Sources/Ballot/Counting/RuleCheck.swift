/// One rule applied to its numbers: the explanation of a verdict as data.
package struct RuleCheck: Sendable, Equatable, Codable {
  package enum Rule: String, Sendable, Codable, CaseIterable {
    case returnedWithinIssued, turnout, majority, runoffFloor, petition, quorum, decision
    case representativesShare, womenRepresentatives
    case participationArea, participationHeads, agreementArea, agreementHeads
    case notCompetent
  }

  package let rule: Rule
  package let source: String
  package let count: Int
  package let base: Int
  package let of: ShareBase
  package let threshold: Threshold
  /// The smallest count that is enough.
  package let needed: Int
  package let holds: Bool

  package init(
    _ rule: Rule, _ count: Int, of base: Int, _ kind: ShareBase, _ threshold: Threshold, source: String
  ) {
    self.rule = rule
    self.source = source
    self.count = count
    self.base = base
    of = kind
    self.threshold = threshold
    needed = threshold.minimum(of: base)
    holds = threshold.isMet(by: count, of: base)
  }
}
