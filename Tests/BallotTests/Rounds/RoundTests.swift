import Testing

@testable import Ballot

@Suite("Further rounds")
struct RoundTests {
  static let director = PostID(rawValue: "director")

  private static func standing(_ rolls: [Int]) -> [SettledPost.Standing] {
    rolls.map {
      SettledPost.Standing(
        roll: $0, candidate: Candidate(name: "村民\($0)", sex: nil, group: nil, birth: nil))
    }
  }

  static func opened(
    _ vote: VoteKind = .runoff, round: Int = 2, day: Int = 0, rolls: [Int] = [1, 2], seats: Int = 1,
    post: PostID = director, cards: RoundOpened.Cards = .kept
  ) -> RoundOpened {
    RoundOpened(
      round: round, vote: vote, day: History.plan.day.adding(days: day),
      posts: [SettledPost(post: post, seats: seats, candidates: standing(rolls))], cards: cards)
  }

  static let refused: [(RoundOpened, RoundRefusal)] = [
    (opened(round: 3), .roundRunning(1)), (opened(.first), .notInThisKind(.first)),
    (opened(.fresh), .notAuthorised), (opened(day: -1), .dayPassed(History.plan.day.adding(days: -1))),
    (opened(day: 11), .outsideWindow(until: History.plan.day.adding(days: 10))),
    (opened(rolls: []), .tooFewCandidates(director)), (opened(seats: 2), .noSuchPost(director)),
    (opened(post: PostID(rawValue: "king")), .noSuchPost(PostID(rawValue: "king"))),
    (
      RoundOpened(round: 2, vote: .runoff, day: History.plan.day, posts: [], cards: .kept),
      .nothingOpen(.runoff)
    ),
  ]

  @Test("What was sealed before a round is not this round's")
  func sealedBefore() {
    let before = History.state(History.toEnded + [History.sealed])
    #expect(before.bundles.count == 1 && before.bundlesBefore == 0)
    let after = History.state(History.toEnded + [History.sealed, .roundOpened(Self.opened())])
    #expect(after.bundles.count == 1 && after.bundlesBefore == 1)
  }

  @Test("A round that cannot be is refused with its reason", arguments: refused)
  func refusal(opened: RoundOpened, refusal: RoundRefusal) {
    let state = History.state(History.toEnded)
    #expect(throws: Refusal.roundRefused(refusal)) { try state.decide(.openRound(opened)) }
  }

  @Test("No round begins before the last is counted, or for somebody who is not on the roll")
  func running() {
    #expect(throws: Refusal.roundRefused(.roundRunning(1))) {
      try History.state(History.toCounting).decide(.openRound(RoundTests.opened()))
    }
    #expect(throws: Refusal.notOnRoll(4)) {
      try History.state(History.toEnded).decide(.openRound(RoundTests.opened(rolls: [1, 4])))
    }
  }

  @Test("A void vote is held again only when that was authorised")
  func fresh() throws {
    var state = History.state(History.toEnded)
    state.apply(.anomalyRaised(AnomalyRaised(code: "A02", detail: "")), at: Instant(seconds: 1))
    #expect(throws: Refusal.roundRefused(.anomalyWaits(number: 1, .turnoutNotReached))) {
      try state.decide(.openRound(RoundTests.opened(.fresh)))
    }
    state.apply(
      .anomalySubmitted(AnomalySubmitted(number: 1, evidence: [History.digest], request: History.digest)),
      at: Instant(seconds: 2))
    state.apply(
      .anomalyDecided(
        AnomalyDecided(
          number: 1, action: .freshElection, reason: nil, authorisation: "1", officer: "", key: "",
          signature: "", payload: "")), at: Instant(seconds: 3))
    for event in try state.decide(.openRound(RoundTests.opened(.fresh, cards: .new))) {
      state.apply(event, at: Instant(seconds: 4))
    }
    #expect(state.round == 2 && state.vote == .fresh)
    // The authorisation belongs to the first vote: it does not end the second.
    #expect(state.calendar(today: state.plan.day)?.ended == nil)
    #expect(throws: Refusal.roundRefused(.roundRunning(2))) {
      try state.decide(.openRound(RoundTests.opened(.fresh, round: 3)))
    }
  }

  @Test("A round has a poll and a stock of its own; the first stays as it was", arguments: [false, true])
  func anew(newCards: Bool) throws {
    var state = History.state(History.toEnded)
    let before = state
    for event in try state.decide(.openRound(RoundTests.opened(cards: newCards ? .new : .kept))) {
      state.apply(event, at: Instant(seconds: 1_900_000_000))
    }
    #expect(state.rounds.count == 2 && state.rounds[0] == before)
    #expect(state.quantities.printed == 0 && state.issues.isEmpty && state.countClosed == nil)
    #expect(state.quantities.roll == before.quantities.roll)
    #expect(throws: Refusal.ballotsNotPrinted) {
      try state.decide(.openPoll(PollOpened(boxes: 1, witnesses: [])))
    }
    for event in [History.laidOut, History.printed, History.opened] {
      state.apply(event, at: Instant(seconds: 1_900_000_001))
    }
    // Voter 1 had ballots in the first round and gets them again, once.
    let verdict = state.verify(.card(code(1, round: newCards ? 2 : 1)), signed: true, station: nil)
    for event in try state.decide(.issue(verdict, desk: 1, manner: .inPerson)) {
      state.apply(event, at: Instant(seconds: 1_900_000_002))
    }
    let again = state.verify(.card(code(1, round: newCards ? 2 : 1)), signed: true, station: nil)
    #expect(again.name == "used")
    let old = state.verify(.card(code(2, round: 1)), signed: true, station: nil)
    #expect(old.name == (newCards ? "void" : "valid"))
    #expect(
      state.verify(.card(code(2, round: 3)), signed: true, station: nil) == .otherElection)
  }

  private func code(_ roll: Int, round: Int) -> CardCode {
    CardCode(
      card: VoterCard(
        election: History.state([]).cardElection, roll: roll, round: round, station: 1, generation: 0),
      signature: [])
  }

  @Test("A recall that fails has no runoff and no re-vote", arguments: [VoteKind.runoff, .revote])
  func question(vote: VoteKind) throws {
    let plan = History.plan
    let recall = Plan(
      election: plan.election, community: plan.community, kind: .recall, pack: plan.pack, term: plan.term,
      day: plan.day, hours: plan.hours, issuer: plan.issuer,
      posts: [Post(id: Question.post, title: "罢免", seats: 1, candidates: [])], choices: plan.choices,
      places: plan.places, staff: plan.staff, seal: nil,
      question: Question(person: plan.posts[0].candidates[0], office: "主任"))
    var state = ElectionState(
      ElectionCreated(plan: recall, planDigest: History.digest, packDigest: History.other))
    for event in History.toEnded { state.apply(event, at: Instant(seconds: 1)) }
    #expect(throws: Refusal.roundRefused(.notInThisKind(vote))) {
      try state.decide(.openRound(RoundTests.opened(vote, post: Question.post)))
    }
  }

  // MARK: What is open

  private static func person(_ name: String) -> PersonID { PersonID(rawValue: name) }

  private static func round(
    _ vote: VoteKind, _ stood: [String], elected: [String] = [], tied: [String] = [], tiedSeats: Int = 0,
    vacant: Int = 0, runoff: [String] = [], reserved: Int = 0, women: [String] = [], void: Bool = false
  ) -> RoundNeeds.Round {
    let outcome = RoundNeeds.Outcome(
      post: director, elected: elected.map(person), tied: tied.map(person), tiedSeats: tiedSeats,
      vacant: vacant, runoff: runoff.map(person), reserved: reserved, women: women.map(person))
    return RoundNeeds.Round(
      vote: vote, stood: [director: stood.map(person)], outcomes: void ? [] : [outcome])
  }

  static let needs: [([RoundNeeds.Round], VoteKind?, Int, [String])] = [
    ([round(.first, ["C", "D"], elected: ["C"])], nil, 0, []),
    // E06: two in, a tie for the last seat; the re-vote decides, or ties once more.
    (
      [round(.first, ["C", "D", "E", "F"], elected: ["C", "D"], tied: ["E", "F"], tiedSeats: 1)], .revote, 1,
      ["E", "F"]
    ),
    (
      [
        round(.first, ["C", "D", "E", "F"], elected: ["C", "D"], tied: ["E", "F"], tiedSeats: 1),
        round(.revote, ["E", "F"], elected: ["F"]),
      ], nil, 0, []
    ),
    (
      [
        round(.first, ["C", "D", "E", "F"], elected: ["C", "D"], tied: ["E", "F"], tiedSeats: 1),
        round(.revote, ["E", "F"], tied: ["E", "F"], tiedSeats: 1),
      ], .revote, 1, ["E", "F"]
    ),
    // E07: one seat empty; the runoff fills it, or leaves it for another.
    (
      [round(.first, ["C", "D", "E", "F"], elected: ["C", "D"], vacant: 1, runoff: ["E", "F"])], .runoff, 1,
      ["E", "F"]
    ),
    (
      [
        round(.first, ["C", "D", "E", "F"], elected: ["C", "D"], vacant: 1, runoff: ["E", "F"]),
        round(.runoff, ["E", "F"], elected: ["E"]),
      ], nil, 0, []
    ),
    (
      [
        round(.first, ["C", "D", "E", "F"], elected: ["C", "D"], vacant: 1, runoff: ["E", "F"]),
        round(.runoff, ["E", "F"], void: true),
      ], .runoff, 1, ["E", "F"]
    ),
    ([round(.first, ["C", "D"], void: true)], .fresh, 0, []),
    // A10: of two empty seats one is kept for a woman; the women come first, then everybody.
    (
      [
        round(
          .first, ["C", "D", "W", "X"], elected: ["C"], vacant: 2, runoff: ["D", "W"], reserved: 1,
          women: ["W", "X"])
      ], .runoff, 1, ["W", "X"]
    ),
    (
      [
        round(
          .first, ["C", "D", "W", "X"], elected: ["C"], vacant: 2, runoff: ["D", "W"], reserved: 1,
          women: ["W", "X"]), round(.runoff, ["W", "X"], elected: ["W"]),
      ], .runoff, 1, ["D"]
    ),
    ([round(.first, ["C", "D"], void: true), round(.fresh, ["C", "D"], elected: ["D"])], nil, 0, []),
  ]

  @Test("What is open after the rounds so far", arguments: needs)
  func open(rounds: [RoundNeeds.Round], vote: VoteKind?, seats: Int, persons: [String]) {
    let needs = RoundNeeds(rounds)
    #expect(needs.openVotes == [vote].compactMap(\.self))
    guard let vote else { return }
    let open = needs.open(vote)[RoundTests.director]
    #expect(open?.seats == seats)
    #expect(open?.persons.map(\.rawValue) == persons)
  }

  @Test("For a seat kept for a woman votes for men do not count")
  func women() {
    let tally = PostTally(
      post: RoundTests.director, seats: 1,
      votes: [RoundTests.person("M"): 9, RoundTests.person("W"): 4, RoundTests.person("X"): 2], lines: [],
      voidSections: 0, nobody: 0, base: 15)
    let facts = PersonFacts(
      sexes: [
        RoundTests.person("M"): .male, RoundTests.person("W"): .female, RoundTests.person("X"): .female,
      ])
    let rules = OutcomeRules(turnout: .moreThan(1, 2), win: .atLeast(1, 4), runoffSurplus: 1)
    for (womenOnly, winner) in [(true, "W"), (false, "M")] {
      let vote = rules.decide(
        roll: 20, issued: 15, returned: 15,
        posts: [PostVotes(tally, womenOnly: womenOnly, facts)], facts: facts)
      #expect(vote.posts[0].elected.map(\.rawValue) == [winner])
    }
  }
}
