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
  /// Persons who are voted on again (A07).
  package let ties: [Tie]
  /// Seats that neither a winner nor a tie can fill.
  package let vacant: Int
  /// How many of the vacant seats are kept for women (A10).
  package let reservedForWomen: Int
  /// Who stands in the runoff for the vacant seats; for a reserved seat women only.
  package let runoff: [PersonID]
  package let womenRunoff: [PersonID]
  package let passedOver: [PassedOver]
  /// Each person's votes against the threshold, the most votes first.
  package let checks: [Standing]

  /// One person's votes, judged.
  package struct Standing: Sendable, Equatable {
    package let person: PersonID
    package let check: RuleCheck
  }

  package var tied: [PersonID] { ties.flatMap(\.persons) }
  package var tiedSeats: Int { ties.reduce(0) { $0 + $1.seats } }
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
  /// Returned against issued, then turnout.
  package let checks: [RuleCheck]
  /// Empty when the vote is void.
  package let posts: [PostOutcome]
  /// The women the body still lacks after this vote.
  package let womenLacking: Int

  /// Every anomaly that the engine sees in this result, with the post it concerns.
  package var anomalies: [(code: AnomalyCode, post: PostID?)] {
    switch validity {
    case .moreReturnedThanIssued: return [(.moreReturnedThanIssued, nil)]
    case .turnoutNotReached(let anomaly): return [(AnomalyCode(rawValue: anomaly) ?? .turnoutNotReached, nil)]
    case .valid: break
    }
    return posts.flatMap(\.anomalies)
  }
}

extension PostOutcome {
  fileprivate var anomalies: [(code: AnomalyCode, post: PostID?)] {
    var codes: [AnomalyCode] = []
    if !ties.isEmpty { codes.append(.tie) }
    if vacant > 0 { codes.append(.seatsUnfilled) }
    if reservedForWomen > 0 || passedOver.contains(where: \.isForWoman) { codes.append(.noWoman) }
    if passedOver.contains(where: \.isUnfitOrRelative) { codes.append(.winnerUnfit) }
    return codes.map { ($0, post) }
  }
}

extension PassedOver {
  fileprivate var isForWoman: Bool {
    switch reason {
    case .womanFirst, .seatReserved: true
    case .unfit, .nearRelative: false
    }
  }

  fileprivate var isUnfitOrRelative: Bool { !isForWoman }
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

extension PostVotes {
  /// The votes of a tally that can win: for a seat kept for a woman (A10), those for women.
  package init(_ tally: PostTally, womenOnly: Bool, _ facts: PersonFacts) {
    self.init(
      post: tally.post, seats: tally.seats,
      votes: womenOnly ? tally.votes.filter { facts.isWoman($0.key) } : tally.votes)
  }
}
