/// A vote of homeowners on one matter of Civil Code 278, by area and by head.
package struct OwnersDecision: Sendable, Equatable {
  package enum Verdict: Sendable, Equatable {
    case passed
    case failed
    /// Fewer than two thirds took part, by area or by head: nothing was decided (A22).
    case participationShort
  }

  package let verdict: Verdict
  /// Participation by area and head, then agreement by area and head.
  package let checks: [RuleCheck]

  package var anomaly: AnomalyCode? { verdict == .participationShort ? .ownersAbsent : nil }
}

extension OwnersRules {
  /// Whether a class of Civil Code 278 needs three quarters instead of half.
  package func isSpecial(_ matter: Int) -> Bool { specialMatters.value.contains(matter) }

  /// Decides a matter.
  package func decide(
    matter: Int, total: OwnersWeight, participating: OwnersWeight, agreeing: OwnersWeight
  ) -> OwnersDecision {
    let checks = participation(participating, of: total)
    guard checks.allSatisfy(\.holds) else {
      return OwnersDecision(verdict: .participationShort, checks: checks)
    }
    let agreement = agreement(matter: matter, agreeing, of: participating)
    return OwnersDecision(
      verdict: agreement.allSatisfy(\.holds) ? .passed : .failed, checks: checks + agreement)
  }

  package func participation(_ participating: OwnersWeight, of total: OwnersWeight) -> [RuleCheck] {
    [
      RuleCheck(
        .participationArea, participating.area.rawValue, of: total.area.rawValue, .area,
        participationArea.value, source: participationArea.source),
      RuleCheck(
        .participationHeads, participating.heads, of: total.heads, .heads, participationHeads.value,
        source: participationHeads.source),
    ]
  }

  package func agreement(
    matter: Int, _ agreeing: OwnersWeight, of participating: OwnersWeight
  ) -> [RuleCheck] {
    let area = isSpecial(matter) ? specialArea : ordinaryArea
    let heads = isSpecial(matter) ? specialHeads : ordinaryHeads
    return [
      RuleCheck(
        .agreementArea, agreeing.area.rawValue, of: participating.area.rawValue, .participatingArea,
        area.value, source: area.source),
      RuleCheck(
        .agreementHeads, agreeing.heads, of: participating.heads, .participatingHeads, heads.value,
        source: heads.source),
    ]
  }
}
