/// What a pack allows agents in one election.
package struct ProxyRules: Sendable, Equatable {
  package let allowed: Bool
  package let scope: ProxyScope
  package let most: Int
  package let candidateBarred: Bool
  /// The last day to register a mandate.
  package let until: Day

  package init(allowed: Bool, scope: ProxyScope, most: Int, candidateBarred: Bool, until: Day) {
    self.allowed = allowed
    self.scope = scope
    self.most = most
    self.candidateBarred = candidateBarred
    self.until = until
  }

  /// The rules of a kind under a pack that has the meeting's choices in it.
  package init(_ kind: KindRules, pack: RulePack, electionDay: Day) {
    self.init(
      allowed: kind.proxies.value, scope: pack.proxyAgentScope.value, most: pack.proxyMaxPrincipals.value,
      candidateBarred: pack.proxyCandidateBarred.value,
      until: electionDay.adding(days: -pack.proxyCutoffLeadDays.value))
  }
}

extension ProxyScope {
  /// Whether an agent who stands so to the principal may act.
  package func includes(_ relation: Proxy.Relation) -> Bool {
    switch self {
    case .nearRelative: relation == .nearRelative
    case .nearRelativeOrVillager: relation != .voter
    case .anyVoter, .anyone: true
    }
  }
}
