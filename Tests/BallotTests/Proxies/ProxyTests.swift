import Ballot
import Testing

@Suite("Proxies, RULES §4.1")
struct ProxyTests {
  private static let electionDay = Day(daysSince1970: 20_957)

  private func rules(_ id: String, _ kind: ElectionKind) throws -> ProxyRules {
    let pack = try #require(RulePack.named(id))
    return ProxyRules(try #require(pack.rules(for: kind)), pack: pack, electionDay: Self.electionDay)
  }

  private func proxy(
    _ number: Int, _ principal: Int, by agent: Int, _ relation: Proxy.Relation = .nearRelative, lead: Int = 5
  ) -> Proxy {
    Proxy(
      certificate: number, principal: principal, agent: agent, relation: relation,
      accepted: Self.electionDay.adding(days: -lead))
  }

  private func register(_ proxies: [Proxy]) -> ProxyRegister {
    var register = ProxyRegister()
    for proxy in proxies { register.register(proxy) }
    return register
  }

  /// Agent 10 has three principals already; 11 is a candidate; 12 is a villager, not a relative.
  private var e16: ProxyRegister {
    register([proxy(1, 1, by: 10), proxy(2, 2, by: 10), proxy(3, 3, by: 10)])
  }

  @Test(
    "E16 under both packs",
    arguments: [
      (
        "CQ-V-2026", 10, Proxy.Relation.nearRelative,
        [ProxyRefusal.agentIsFull(certificates: [1, 2, 3], most: 3)]
      ),
      ("CQ-V-2026", 11, .nearRelative, [.agentIsCandidate]),
      ("CQ-V-2026", 12, .villager, []),
      ("CQ-V-2018", 10, .nearRelative, [.agentIsFull(certificates: [1, 2, 3], most: 3)]),
      ("CQ-V-2018", 11, .nearRelative, [.agentIsCandidate]),
      ("CQ-V-2018", 12, .villager, [.agentOutOfScope(.villager, allowed: .nearRelative)]),
    ])
  func e16(id: String, agent: Int, relation: Proxy.Relation, expected: [ProxyRefusal]) throws {
    let refusals = e16.refusals(
      proxy(4, 4, by: agent, relation), rules: try rules(id, .villageCommittee), roll: 1...100,
      candidates: [11])
    #expect(refusals == expected)
  }

  @Test("E14: representatives vote themselves")
  func representatives() throws {
    let refusals = ProxyRegister().refusals(
      proxy(1, 1, by: 2), rules: try rules("CQ-R-2026", .residentsRepresentatives), roll: 1...60,
      candidates: [])
    #expect(refusals == [.notInThisVote])
  }

  @Test(
    "At registration",
    arguments: [
      (
        Proxy(
          certificate: 4, principal: 500, agent: 5, relation: .villager,
          accepted: electionDay.adding(days: -3)), ProxyRefusal.notOnRoll(500)
      ),
      (
        Proxy(
          certificate: 4, principal: 5, agent: 5, relation: .villager, accepted: electionDay.adding(days: -3)),
        .agentIsPrincipal
      ),
      (
        Proxy(
          certificate: 4, principal: 5, agent: 6, relation: .villager, accepted: electionDay.adding(days: -2)),
        .tooLate(until: electionDay.adding(days: -3))
      ),
      (
        Proxy(
          certificate: 4, principal: 1, agent: 6, relation: .villager, accepted: electionDay.adding(days: -3)),
        .principalHasAgent(certificate: 1)
      ),
      (
        Proxy(
          certificate: 4, principal: 5, agent: 1, relation: .villager, accepted: electionDay.adding(days: -3)),
        .agentIsAway(certificate: 1)
      ),
      (
        Proxy(
          certificate: 4, principal: 10, agent: 6, relation: .villager, accepted: electionDay.adding(days: -3)
        ), .principalIsAgent(certificates: [1, 2, 3])
      ),
      (
        Proxy(
          certificate: 4, principal: 5, agent: 6, relation: .voter, accepted: electionDay.adding(days: -3)),
        .agentOutOfScope(.voter, allowed: .nearRelativeOrVillager)
      ),
    ])
  func registration(proxy: Proxy, refusal: ProxyRefusal) throws {
    let refusals = e16.refusals(
      proxy, rules: try rules("CQ-V-2026", .villageCommittee), roll: 1...100, candidates: [11])
    #expect(refusals == [refusal])
  }

  private func presented(
    _ certificate: Int = 1, agent: Int = 10, card: Int? = 1, posted: Set<Int> = [1, 2, 3],
    voted: Set<Int> = [],
    candidates: Set<Int> = []
  ) -> ProxyRegister.Presented {
    .init(
      certificate: certificate, agent: agent, principalCard: card, posted: posted, voted: voted,
      candidates: candidates)
  }

  @Test("At the desk")
  func issue() throws {
    let rules = try rules("CQ-V-2026", .villageCommittee)
    var register = e16
    #expect(register.refusal(presented(), rules: rules) == nil)
    #expect(register.refusal(presented(9), rules: rules) == .noSuchCertificate(9))
    #expect(register.refusal(presented(agent: 7), rules: rules) == .otherAgent(10))
    #expect(register.refusal(presented(posted: [2]), rules: rules) == .notPosted(1))
    #expect(register.refusal(presented(card: nil), rules: rules) == .cardMissing(1))
    #expect(register.refusal(presented(card: 2), rules: rules) == .cardMissing(1))
    #expect(register.refusal(presented(voted: [1]), rules: rules) == .principalHasVoted(1))
    #expect(register.refusal(presented(candidates: [10]), rules: rules) == .agentIsCandidate)
    register.use(1)
    #expect(register.refusal(presented(), rules: rules) == .usedAlready(1))
    register.revoke(2)
    #expect(register.refusal(presented(2, card: 2), rules: rules) == .revoked(2))
    #expect(register.principalsOfBusiestAgent == 2)
    #expect(register.standing.map(\.certificate) == [1, 3])
  }

  @Test("Whatever is asked for, nobody gets more than three, gives twice, or is both", arguments: 1...40)
  func invariants(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let rules = try rules("CQ-V-2026", .villageCommittee)
    var register = ProxyRegister()
    for _ in 0..<120 {
      if Int.random(in: 0..<6, using: &generator) == 0 {
        register.revoke(Int.random(in: 1...max(1, register.nextCertificate), using: &generator))
        continue
      }
      let proxy = proxy(
        register.nextCertificate, Int.random(in: 0...21, using: &generator),
        by: Int.random(in: 0...21, using: &generator))
      if register.refusals(proxy, rules: rules, roll: 1...20, candidates: [1]).isEmpty {
        register.register(proxy)
      }
    }
    let standing = register.standing
    #expect(!standing.isEmpty)
    #expect(register.principalsOfBusiestAgent <= 3)
    #expect(Set(standing.map(\.principal)).count == standing.count)
    #expect(Set(standing.map(\.principal)).isDisjoint(with: standing.map(\.agent)))
    #expect(!standing.map(\.agent).contains(1))
  }
}
