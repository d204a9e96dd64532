/// All mandates of one election.
///
/// Checked when one is registered and again when ballots are handed over.
package struct ProxyRegister: Sendable, Equatable {
  private(set) var proxies: [Int: Proxy] = [:]
  private var byAgent: [Int: [Int]] = [:]
  private var byPrincipal: [Int: Int] = [:]
  private var revoked: Set<Int> = []
  private var used: Set<Int> = []
  private var last = 0

  package init() {}

  /// The mandates that stand, by certificate.
  package var standing: [Proxy] {
    proxies.values.filter { !revoked.contains($0.certificate) }.sorted { $0.certificate < $1.certificate }
  }

  package var nextCertificate: Int { last + 1 }
  package subscript(certificate: Int) -> Proxy? { proxies[certificate] }

  /// How many principals the busiest agent stands for (identity N04).
  package var principalsOfBusiestAgent: Int { byAgent.values.map(\.count).max() ?? 0 }

  /// Everything that speaks against a mandate; empty when it may be registered.
  package func refusals(
    _ proxy: Proxy, rules: ProxyRules, roll: ClosedRange<Int>, candidates: Set<Int>
  ) -> [ProxyRefusal] {
    guard rules.allowed else { return [.notInThisVote] }
    var refusals = [proxy.principal, proxy.agent].filter { !roll.contains($0) }.map(ProxyRefusal.notOnRoll)
    if proxy.agent == proxy.principal { refusals.append(.agentIsPrincipal) }
    if rules.candidateBarred, candidates.contains(proxy.agent) { refusals.append(.agentIsCandidate) }
    if !rules.scope.includes(proxy.relation) {
      refusals.append(.agentOutOfScope(proxy.relation, allowed: rules.scope))
    }
    if proxy.accepted > rules.until { refusals.append(.tooLate(until: rules.until)) }
    return refusals + entanglements(proxy, most: rules.most)
  }

  /// What other mandates speak against one.
  private func entanglements(_ proxy: Proxy, most: Int) -> [ProxyRefusal] {
    var refusals: [ProxyRefusal] = []
    let agents = byAgent[proxy.agent] ?? []
    if agents.count >= most { refusals.append(.agentIsFull(certificates: agents, most: most)) }
    if let certificate = byPrincipal[proxy.principal] {
      refusals.append(.principalHasAgent(certificate: certificate))
    }
    if let certificate = byPrincipal[proxy.agent] { refusals.append(.agentIsAway(certificate: certificate)) }
    if let certificates = byAgent[proxy.principal], !certificates.isEmpty {
      refusals.append(.principalIsAgent(certificates: certificates))
    }
    return refusals
  }

  /// Takes in a mandate that was checked; total, for the journal is the truth.
  package mutating func register(_ proxy: Proxy) {
    proxies[proxy.certificate] = proxy
    byAgent[proxy.agent, default: []].append(proxy.certificate)
    byPrincipal[proxy.principal] = proxy.certificate
    last = max(last, proxy.certificate)
  }

  /// Takes in that a mandate was withdrawn before it was used.
  package mutating func revoke(_ certificate: Int) {
    guard let proxy = proxies[certificate], revoked.insert(certificate).inserted else { return }
    byAgent[proxy.agent]?.removeAll { $0 == certificate }
    byPrincipal[proxy.principal] = nil
  }

  /// Takes in that ballots were handed over on a certificate.
  package mutating func use(_ certificate: Int) { used.insert(certificate) }

  /// A new round: mandates stand, and each may be used once more.
  package mutating func renew() { used = [] }

  /// Why a mandate cannot be withdrawn; nil when it can.
  package func revocationRefusal(_ certificate: Int) -> ProxyRefusal? {
    guard proxies[certificate] != nil else { return .noSuchCertificate(certificate) }
    if revoked.contains(certificate) { return .revoked(certificate) }
    return used.contains(certificate) ? .usedAlready(certificate) : nil
  }

  /// What is brought to the desk when an agent asks for a principal's ballots.
  package struct Presented: Sendable, Equatable {
    package let certificate: Int
    package let agent: Int
    /// The roll number on the principal's voter card; nil when it was not brought.
    package let principalCard: Int?
    /// Certificates in the list posted as B19.
    package let posted: Set<Int>
    /// Roll numbers that have their ballots already.
    package let voted: Set<Int>
    package let candidates: Set<Int>

    package init(
      certificate: Int, agent: Int, principalCard: Int?, posted: Set<Int>, voted: Set<Int>,
      candidates: Set<Int>
    ) {
      self.certificate = certificate
      self.agent = agent
      self.principalCard = principalCard
      self.posted = posted
      self.voted = voted
      self.candidates = candidates
    }
  }

  /// Why ballots are not handed to an agent; nil when they are.
  package func refusal(_ presented: Presented, rules: ProxyRules) -> ProxyRefusal? {
    guard rules.allowed else { return .notInThisVote }
    let number = presented.certificate
    guard let proxy = proxies[number] else { return .noSuchCertificate(number) }
    if let refusal = revocationRefusal(number) { return refusal }
    guard proxy.agent == presented.agent else { return .otherAgent(proxy.agent) }
    guard presented.posted.contains(number) else { return .notPosted(number) }
    guard presented.principalCard == proxy.principal else { return .cardMissing(proxy.principal) }
    if presented.voted.contains(proxy.principal) { return .principalHasVoted(proxy.principal) }
    if rules.candidateBarred, presented.candidates.contains(proxy.agent) { return .agentIsCandidate }
    if let certificate = byPrincipal[proxy.agent] { return .agentIsAway(certificate: certificate) }
    let certificates = byAgent[proxy.agent] ?? []
    return certificates.count > rules.most
      ? .agentIsFull(certificates: certificates, most: rules.most) : nil
  }
}
