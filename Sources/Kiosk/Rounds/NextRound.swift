import Ballot

extension Box {
  /// What the rounds so far have left open.
  func roundNeeds() throws -> RoundNeeds {
    RoundNeeds(try election().rounds.map { try RoundNeeds.Round($0, result(of: $0)) })
  }

  /// Who is in by the rounds before one.
  func elected(before round: ElectionState) throws -> [PersonID] {
    let before = try election().rounds.filter { $0.round < round.round }
    return try RoundNeeds(before.map { try RoundNeeds.Round($0, result(of: $0)) }).elected
  }

  /// The round that would be opened now: seats and people as the rules of the outcome say.
  ///
  /// - Throws: `RoundRefusal` as a failure, when nothing is open for such a vote.
  func nextRound(
    _ vote: VoteKind, day: Day?, order: CandidateOrder?, newCards: Bool
  ) throws -> RoundOpened {
    let election = try election()
    guard election.countClosed != nil else {
      throw Failure(Refusal.roundRefused(.roundRunning(election.round)))
    }
    let open = try roundNeeds().open(vote)
    guard !open.isEmpty else { throw Failure(Refusal.roundRefused(.nothingOpen(vote))) }
    let posts = try election.adopted.posts.compactMap { post -> SettledPost? in
      guard let wanted = open[post.id] else { return nil }
      if vote == .fresh { return election.lastStanding(for: post) }
      return SettledPost(
        post: post.id, seats: wanted.seats,
        candidates: try standing(wanted.persons, order ?? (vote == .revote ? .strokes : .votes)))
    }
    return RoundOpened(
      round: election.round + 1, vote: vote, day: day ?? election.plan.day, posts: posts,
      cards: newCards || vote == .fresh ? .new : .kept)
  }

  /// People by their roll numbers, as they were ranked or by strokes.
  private func standing(_ persons: [PersonID], _ order: CandidateOrder) throws -> [SettledPost.Standing] {
    let roll = try roll()
    let standing = persons.compactMap { person in
      Int(person.rawValue).flatMap(roll.voter).map {
        SettledPost.Standing(roll: $0.number.rawValue, candidate: Candidate($0))
      }
    }
    guard order == .strokes else { return standing }
    let strokes = StrokeOrder()
    return standing.sorted { left, right in
      let (one, other) = (left.candidate.name, right.candidate.name)
      return one == other ? left.roll < right.roll : strokes.precedes(one, other)
    }
  }
}

extension OutcomeRules {
  /// The rules with those whom earlier rounds have elected, so that nobody gets a second seat.
  ///
  /// A first vote is decided as it is.
  func joining(_ elected: [PersonID]) -> OutcomeRules {
    guard !elected.isEmpty else { return self }
    var rules = self
    rules.womenSeat = .none
    return rules
  }
}

extension ElectionState {
  /// Those who stood for a post when it was last voted on, for a fresh election.
  fileprivate func lastStanding(for post: Post) -> SettledPost? {
    guard let round = rounds.last(where: { $0.plan.post(post.id) != nil }),
      let stood = round.plan.post(post.id)
    else { return nil }
    let rolls = round.candidateRolls[post.id.rawValue] ?? []
    return SettledPost(
      post: post.id, seats: stood.seats,
      candidates: zip(rolls, stood.candidates).map { SettledPost.Standing(roll: $0, candidate: $1) })
  }
}

extension RoundNeeds.Round {
  /// A round as its result tells it; a page without a need is a void vote.
  fileprivate init(_ election: ElectionState, _ result: ResultDocument) {
    let stood = election.plan.posts.map { post in
      (post.id, (election.candidateRolls[post.id.rawValue] ?? []).map(PersonID.init(roll:)))
    }
    self.init(
      vote: election.vote, stood: Dictionary(stood, uniquingKeysWith: { first, _ in first }),
      outcomes: result.pages.filter { $0.validity == "valid" }.flatMap(\.posts).map(RoundNeeds.Outcome.init))
  }
}

extension RoundNeeds.Outcome {
  fileprivate init(_ post: ResultDocument.PostResult) {
    func persons(_ ids: [String]) -> [PersonID] { ids.map(PersonID.init(rawValue:)) }
    self.init(
      post: PostID(rawValue: post.post), elected: persons(post.elected), tied: persons(post.tied),
      tiedSeats: post.tiedSeats, vacant: post.vacant, runoff: persons(post.runoff))
  }
}
