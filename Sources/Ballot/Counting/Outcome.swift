/// What a vote decided for one post, with every number the sentence of the verdict needs.
package struct PostOutcome: Sendable, Equatable {
  package let post: PostID
  package let seats: Int
  /// The smallest winning count.
  package let need: Int
  package let threshold: Threshold
  /// The base of the threshold: sheets returned.
  package let base: Int
  package let elected: [PersonID]
  /// Persons with equal votes at the last seat, who are voted on again (A07).
  package let tied: [PersonID]
  package let tiedSeats: Int
  /// Seats that neither a winner nor a tie can fill.
  package let vacant: Int
  /// Who stands in the runoff for the vacant seats.
  package let runoff: [PersonID]
}

/// The verdict over one vote: a round and ballot page.
package struct VoteOutcome: Sendable, Equatable {
  package enum Validity: Sendable, Equatable {
    case valid
    /// More sheets returned than issued (N07, A03).
    case moreReturnedThanIssued
    /// Turnout not reached (N08): A02 for an election, A01 for a meeting.
    case turnoutNotReached(anomaly: String)
  }

  package let validity: Validity
  package let turnoutNeed: Int
  /// Empty when the vote is void.
  package let posts: [PostOutcome]
}

/// How a vote is decided (RULES §5.3): returned against issued, then turnout, then each post.
package struct OutcomeRules: Sendable, Equatable {
  package let turnout: Threshold
  package let win: Threshold
  package let runoffSurplus: Int
  package let turnoutAnomaly: String

  package init(turnout: Threshold, win: Threshold, runoffSurplus: Int, turnoutAnomaly: String = "A02") {
    self.turnout = turnout
    self.win = win
    self.runoffSurplus = runoffSurplus
    self.turnoutAnomaly = turnoutAnomaly
  }

  /// The rules of a first vote.
  package init(first rules: KindRules, pack: RulePack) {
    self.init(
      turnout: rules.turnout.value, win: rules.win.value, runoffSurplus: pack.runoffSurplus.value,
      turnoutAnomaly: rules.turnoutAnomaly)
  }

  /// The rules of a runoff: plurality with a floor.
  package init(runoff rules: KindRules, pack: RulePack) {
    self.init(
      turnout: rules.runoffTurnout.value, win: rules.runoffFloor.value,
      runoffSurplus: pack.runoffSurplus.value,
      turnoutAnomaly: rules.turnoutAnomaly)
  }

  /// Decides a vote.
  ///
  package func decide(roll: Int, issued: Int, returned: Int, posts: [PostVotes]) -> VoteOutcome {
    let need = turnout.minimum(of: roll)
    if returned > issued {
      return VoteOutcome(validity: .moreReturnedThanIssued, turnoutNeed: need, posts: [])
    }
    guard turnout.isMet(by: returned, of: roll) else {
      return VoteOutcome(validity: .turnoutNotReached(anomaly: turnoutAnomaly), turnoutNeed: need, posts: [])
    }
    var taken: Set<PersonID> = []
    let outcomes = posts.map { post in
      let outcome = decide(post, returned: returned, without: taken)
      taken.formUnion(outcome.elected)
      return outcome
    }
    return VoteOutcome(validity: .valid, turnoutNeed: need, posts: outcomes)
  }

  /// Fills one post; whoever holds a higher post already is taken out.
  private func decide(_ post: PostVotes, returned: Int, without taken: Set<PersonID>) -> PostOutcome {
    let standing = post.votes.filter { !taken.contains($0.key) && $0.value > 0 }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    let over = standing.filter { win.isMet(by: $0.value, of: returned) }
    let cut = Cut(over.map { (person: $0.key, votes: $0.value) }, seats: post.seats)
    let vacant = post.seats - cut.elected.count - cut.tiedSeats
    let losers = standing.filter { !win.isMet(by: $0.value, of: returned) }
    return PostOutcome(
      post: post.post, seats: post.seats, need: win.minimum(of: returned), threshold: win, base: returned,
      elected: cut.elected, tied: cut.tied, tiedSeats: cut.tiedSeats, vacant: vacant,
      runoff: runoff(losers.map { (person: $0.key, votes: $0.value) }, vacant: vacant))
  }

  /// The highest losers, as many as vacant seats and surplus; all who tie at the last place.
  private func runoff(_ losers: [(person: PersonID, votes: Int)], vacant: Int) -> [PersonID] {
    guard vacant > 0 else { return [] }
    let places = vacant + runoffSurplus
    guard losers.count > places else { return losers.map(\.person) }
    let last = losers[places - 1].votes
    return losers.filter { $0.votes >= last }.map(\.person)
  }
}

/// The votes that each person got for a post.
package struct PostVotes: Sendable, Equatable {
  package let post: PostID
  package let seats: Int
  package let votes: [PersonID: Int]

  package init(post: PostID, seats: Int, votes: [PersonID: Int]) {
    self.post = post
    self.seats = seats
    self.votes = votes
  }
}

/// Who is in and who ties when ranked persons meet a number of seats.
private struct Cut {
  let elected: [PersonID]
  let tied: [PersonID]
  let tiedSeats: Int

  init(_ ranked: [(person: PersonID, votes: Int)], seats: Int) {
    guard ranked.count > seats, seats > 0, ranked[seats].votes == ranked[seats - 1].votes else {
      elected = ranked.prefix(seats).map(\.person)
      tied = []
      tiedSeats = 0
      return
    }
    let last = ranked[seats - 1].votes
    elected = ranked.filter { $0.votes > last }.map(\.person)
    tied = ranked.filter { $0.votes == last }.map(\.person)
    tiedSeats = seats - elected.count
  }
}
