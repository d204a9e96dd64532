import Testing

@testable import Ballot

@Suite("Nomination, vetting and the list of candidates")
struct CandidateTests {
  static let director = PostID(rawValue: "director")
  static let member = PostID(rawValue: "member")

  /// A plan without candidates: director 1 seat, members 2 seats.
  static func plan(pack: String = "CQ-V-2026", kind: ElectionKind = .villageCommittee, named: Bool = false)
    -> Plan
  {
    let plan = History.plan
    return Plan(
      election: plan.election, community: plan.community, kind: kind, pack: pack, term: plan.term,
      day: plan.day, hours: plan.hours, issuer: plan.issuer,
      posts: [
        Post(id: director, title: "主任", seats: 1, candidates: named ? plan.posts[0].candidates : []),
        Post(id: member, title: "委员", seats: 2, candidates: []),
      ], choices: plan.choices, places: plan.places, staff: plan.staff, seal: nil)
  }

  static func state(_ plan: Plan = plan(), voters: Int = 20) -> ElectionState {
    var state = ElectionState(
      ElectionCreated(plan: plan, planDigest: History.digest, packDigest: History.other), at: at(-20))
    state.apply(History.imported, at: at(-20))
    state.apply(
      .rollFrozen(RollFrozen(digest: History.digest, voters: voters, candidates: [:])), at: at(-15))
    return state
  }

  static func at(_ days: Int) -> Instant {
    Instant(seconds: History.plan.day.adding(days: days).daysSince1970 * 86_400)
  }

  static func nomination(
    _ roll: Int, _ post: PostID = director, kind: Nomination.Kind = .direct, by: [Int] = [1],
    organisation: String? = nil, votes: Int? = nil, name: String? = nil
  ) -> Nomination {
    Nomination(
      number: 0, post: post, roll: roll,
      candidate: Candidate(
        name: name ?? "王" + ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][roll % 10], sex: nil,
        group: nil, birth: nil), kind: kind,
      nominators: by, organisation: organisation, votes: votes)
  }

  @discardableResult
  static func carry(_ command: Command, _ state: inout ElectionState) throws -> [Event] {
    let events = try state.decide(command)
    for event in events { state.apply(event, at: at(-10)) }
    return events
  }

  /// Three for director, three for two seats of members, all cleared.
  static func vetted() throws -> ElectionState {
    var state = state()
    for (index, post) in [director, director, director, member, member, member].enumerated() {
      try carry(
        .nominate(nomination(index + 1, post, kind: .open, by: [], votes: 30 - index)), &state)
    }
    let findings = (1...6).map { VettingFinding(number: $0, cleared: true) }
    try carry(
      .vetCandidates(CandidatesVetted(findings: findings, source: "f", digest: History.digest)), &state)
    return state
  }

  static let refused: [(Nomination, CandidateRefusal)] = [
    (nomination(2, PostID(rawValue: "king")), .noSuchPost(PostID(rawValue: "king"))),
    (nomination(2, name: "赵敏"), .nomineeIsOfficer("赵敏")),
    (nomination(2, by: []), .tooFewNominators(have: 0, need: 1)),
    (nomination(2, by: [21]), .nominatorNotOnRoll(21)),
    (nomination(2, kind: .organisation, by: []), .organisationMissing),
    (nomination(2, kind: .open, by: []), .votesMissing),
    (nomination(2, kind: .open, by: [], votes: 0), .votesMissing),
    // Number 5 has nominated number 1 for the one seat already.
    (nomination(2, by: [5]), .nominatorFull(roll: 5, most: 1)),
    (nomination(5, kind: .self, by: []), .nominatorFull(roll: 5, most: 1)),
    (nomination(1, by: [6]), .nominatedAlready(1)),
  ]

  @Test("A nomination that is not lawful is refused with its reason", arguments: refused)
  func refusal(nomination: Nomination, refusal: CandidateRefusal) throws {
    var state = CandidateTests.state()
    try CandidateTests.carry(.nominate(CandidateTests.nomination(1, by: [5])), &state)
    #expect(throws: Refusal.candidatesRefused(refusal)) { try state.decide(.nominate(nomination)) }
  }

  @Test("In a community ten nominate together, and one more or one fewer decides", arguments: [9, 10, 11])
  func ten(nominators: Int) throws {
    let plan = CandidateTests.plan(pack: "CQ-R-2026", kind: .residentsAllVoters)
    var state = CandidateTests.state(plan)
    let nomination = CandidateTests.nomination(15, kind: .joint, by: Array(1...nominators))
    if nominators < 10 {
      #expect(throws: Refusal.candidatesRefused(.tooFewNominators(have: 9, need: 10))) {
        try state.decide(.nominate(nomination))
      }
    } else {
      #expect(try CandidateTests.carry(.nominate(nomination), &state).count == 2)
    }
    // The same voter ten times is one nominator.
    let same = CandidateTests.nomination(16, kind: .joint, by: Array(repeating: 1, count: 10))
    #expect(throws: Refusal.candidatesRefused(.tooFewNominators(have: 1, need: 10))) {
      try state.decide(.nominate(same))
    }
  }

  @Test("A plan that names its candidates takes no nominations; without a frozen roll there are none")
  func named() throws {
    let state = CandidateTests.state(CandidateTests.plan(named: true))
    #expect(throws: Refusal.candidatesRefused(.namedInPlan)) {
      try state.decide(.nominate(CandidateTests.nomination(1)))
    }
    let early = ElectionState(
      ElectionCreated(plan: CandidateTests.plan(), planDigest: History.digest, packDigest: History.other))
    #expect(throws: Refusal.rollNotFrozen) { try early.decide(.nominate(CandidateTests.nomination(1))) }
  }

  static let findings: [(VettingFinding, CandidateRefusal)] = [
    (VettingFinding(number: 9, cleared: true), .noSuchNomination(9)),
    (VettingFinding(number: 1, cleared: true, items: [.criminalGangs]), .clearedAgainstList(1)),
    (VettingFinding(number: 1, cleared: false), .reasonMissing(1)),
  ]

  @Test("A finding that cannot be is refused, and nothing of its table is taken in", arguments: findings)
  func finding(finding: VettingFinding, refusal: CandidateRefusal) throws {
    var state = CandidateTests.state()
    try CandidateTests.carry(.nominate(CandidateTests.nomination(1)), &state)
    let vetted = CandidatesVetted(
      findings: [VettingFinding(number: 1, cleared: true), finding], source: "f", digest: History.digest)
    #expect(throws: Refusal.candidatesRefused(refusal)) { try state.decide(.vetCandidates(vetted)) }
  }

  @Test("The community's negative list has no clan")
  func clan() throws {
    var state = CandidateTests.state(CandidateTests.plan(pack: "CQ-R-2026", kind: .residentsAllVoters))
    try CandidateTests.carry(
      .nominate(CandidateTests.nomination(1, kind: .organisation, by: [], organisation: "社区党委")), &state)
    let vetted = CandidatesVetted(
      findings: [VettingFinding(number: 1, cleared: false, items: [.clanActivity])], source: "f",
      digest: History.digest)
    #expect(throws: Refusal.candidatesRefused(.itemNotInPack(.clanActivity))) {
      try state.decide(.vetCandidates(vetted))
    }
  }

  @Test("Nobody is settled unvetted, or without a surplus")
  func unsettled() throws {
    var state = CandidateTests.state()
    try CandidateTests.carry(.nominate(CandidateTests.nomination(1)), &state)
    #expect(throws: Refusal.candidatesRefused(.notVetted([1]))) {
      try state.decide(.settleCandidates(.strokes, surplus: [:]))
    }
    let vetted = CandidatesVetted(
      findings: [VettingFinding(number: 1, cleared: true)], source: "f", digest: History.digest)
    try CandidateTests.carry(.vetCandidates(vetted), &state)
    #expect(
      throws: Refusal.candidatesRefused(.surplusMissing(post: CandidateTests.director, have: 1, need: 2))
    ) { try state.decide(.settleCandidates(.strokes, surplus: [:])) }
    #expect(throws: Refusal.candidatesRefused(.notSettled)) {
      guard case .ballotsLaidOut(let facts) = History.laidOut else { return }
      _ = try state.decide(.layOutBallots(facts))
    }
  }

  @Test("The meeting's surplus takes the most supported; all who are equal at the last place stand")
  func surplus() throws {
    var state = try CandidateTests.vetted()
    try CandidateTests.carry(.settleCandidates(.votes, surplus: [CandidateTests.director: 1]), &state)
    #expect(state.candidateRolls == ["director": [1, 2], "member": [4, 5, 6]])
    #expect(
      state.book.nominations.map(state.book.status) == [
        .formal, .formal, .cleared, .formal, .formal, .formal,
      ])
    #expect(state.stage == .candidatesPosted)
    #expect(
      throws: Refusal.candidatesRefused(
        .surplusOutOfRange(post: CandidateTests.member, asked: 4, least: 1, most: 3))
    ) { try state.decide(.settleCandidates(.votes, surplus: [CandidateTests.member: 4])) }
    var equal = CandidateTests.state()
    for roll in 1...3 {
      try CandidateTests.carry(
        .nominate(CandidateTests.nomination(roll, kind: .open, by: [], votes: roll == 1 ? 9 : 5)), &equal)
    }
    let list = CandidateList(
      book: equal.book, order: .votes, surplus: [CandidateTests.director: 1], least: 1, most: 3)
    #expect(throws: CandidateRefusal.notVetted([1, 2, 3])) { try list.settle([equal.adopted.posts[0]]) }
    var book = equal.book
    book.take(
      CandidatesVetted(
        findings: (1...3).map { VettingFinding(number: $0, cleared: true) }, source: "", digest: ""))
    let settled = try CandidateList(
      book: book, order: .votes, surplus: [CandidateTests.director: 1], least: 1, most: 3
    ).settle([equal.adopted.posts[0]])
    #expect(settled.posts[0].candidates.map(\.roll) == [1, 2, 3])
  }

  @Test("A formal candidate who stands down opens the list again; without a surplus that is A20")
  func withdrawal() throws {
    var state = try CandidateTests.vetted()
    try CandidateTests.carry(.settleCandidates(.nomination, surplus: [:]), &state)
    let early = History.plan.day.adding(days: -3)
    let first = CandidateWithdrawn(number: 1, reason: "外出务工")
    #expect(throws: Refusal.candidatesRefused(.tooLateToWithdraw(until: early))) {
      try state.decide(.withdrawCandidate(first, today: early.adding(days: 1)))
    }
    // Three stand for one seat: two are left, which is enough.
    #expect(try CandidateTests.carry(.withdrawCandidate(first, today: early), &state).count == 1)
    #expect(state.book.settled == nil && state.plan.posts.allSatisfy(\.candidates.isEmpty))
    try CandidateTests.carry(.settleCandidates(.nomination, surplus: [:]), &state)
    #expect(state.candidateRolls["director"] == [2, 3])
    let second = CandidateWithdrawn(number: 2, reason: "外出务工")
    let events = try CandidateTests.carry(.withdrawCandidate(second, today: early), &state)
    #expect(events.contains { $0.kind == .anomalyRaised })
    #expect(state.anomalies.map(\.code) == ["A20"])
    #expect(throws: Refusal.candidatesRefused(.withdrawnAlready(2))) {
      try state.decide(.withdrawCandidate(second, today: early))
    }
    #expect(throws: Refusal.candidatesRefused(.reasonMissing(3))) {
      try state.decide(.withdrawCandidate(CandidateWithdrawn(number: 3, reason: ""), today: early))
    }
  }

  @Test("Once ballots are printed nothing of the list changes")
  func printed() throws {
    var state = try CandidateTests.vetted()
    try CandidateTests.carry(.settleCandidates(.strokes, surplus: [:]), &state)
    for event in [History.laidOut, History.printed] { state.apply(event, at: CandidateTests.at(-1)) }
    let commands: [Command] = [
      .nominate(CandidateTests.nomination(9)), .settleCandidates(.votes, surplus: [:]),
      .withdrawCandidate(CandidateWithdrawn(number: 1, reason: "外出"), today: History.plan.day),
    ]
    for command in commands {
      #expect(throws: Refusal.candidatesRefused(.ballotsPrinted)) { try state.decide(command) }
    }
  }

  @Test("In a guided election the box itself sees the surplus, and only once the list is settled")
  func guided() throws {
    var state = CandidateTests.state()
    #expect(state.facts.held[.surplusMet] == nil)
    state = try CandidateTests.vetted()
    #expect(state.facts.held[.nominationsWithinLimits] != nil && state.facts.held[.surplusMet] == nil)
    try CandidateTests.carry(.settleCandidates(.strokes, surplus: [:]), &state)
    #expect(state.facts.held[.surplusMet] != nil && state.facts.held[.nomineesVetted] != nil)
    let withdrawal = CandidateWithdrawn(number: 1, reason: "外出")
    try CandidateTests.carry(
      .withdrawCandidate(withdrawal, today: History.plan.day.adding(days: -9)), &state)
    #expect(state.facts.held[.surplusMet] == nil)
    // Who is named in the plan has the surplus from the first day.
    #expect(CandidateTests.state(CandidateTests.plan(named: true)).facts.held[.surplusMet] != nil)
  }
}
