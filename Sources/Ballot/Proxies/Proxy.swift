/// One voter's written mandate to another (委托投票, RULES §4.1).
package struct Proxy: Codable, Sendable, Equatable {
  /// How the agent stands to the principal.
  package enum Relation: String, Codable, Sendable, CaseIterable { case nearRelative, villager, voter }

  /// The certificate's number within the election.
  package let certificate: Int
  package let principal: Int
  package let agent: Int
  package let relation: Relation
  package let accepted: Day

  package init(certificate: Int, principal: Int, agent: Int, relation: Relation, accepted: Day) {
    self.certificate = certificate
    self.principal = principal
    self.agent = agent
    self.relation = relation
    self.accepted = accepted
  }
}

/// Why a mandate is not registered, or no ballot is handed to an agent.
package enum ProxyRefusal: Error, Hashable, Sendable {
  /// This kind of vote knows no proxies.
  case notInThisVote
  case notOnRoll(Int)
  case agentIsPrincipal
  case agentIsCandidate
  /// The pack in force allows near relatives only, or villagers only.
  case agentOutOfScope(Proxy.Relation, allowed: ProxyScope)
  case agentIsFull(certificates: [Int], most: Int)
  case principalHasAgent(certificate: Int)
  /// The agent has given a mandate away and will not come.
  case agentIsAway(certificate: Int)
  /// The principal is somebody's agent and so has to come.
  case principalIsAgent(certificates: [Int])
  case tooLate(until: Day)
  case noSuchCertificate(Int)
  case revoked(Int)
  case usedAlready(Int)
  /// The posted list (B19) does not have it.
  case notPosted(Int)
  case principalHasVoted(Int)
  /// The principal's voter card was not brought along.
  case cardMissing(Int)
  case otherAgent(Int)
}
