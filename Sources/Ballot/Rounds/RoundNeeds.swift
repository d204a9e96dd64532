/// What the rounds so far have left open, worked out from their results.
package struct RoundNeeds: Sendable, Equatable {
  /// A round's outcome for one post.
  package struct Outcome: Sendable, Equatable {
    package let post: PostID
    package let elected: [PersonID]
    package let tied: [PersonID]
    package let tiedSeats: Int
    package let vacant: Int
    /// Who stands for the vacant seats, by the rules of the outcome.
    package let runoff: [PersonID]

    package init(
      post: PostID, elected: [PersonID] = [], tied: [PersonID] = [], tiedSeats: Int = 0, vacant: Int = 0,
      runoff: [PersonID] = []
    ) {
      self.post = post
      self.elected = elected
      self.tied = tied
      self.tiedSeats = tiedSeats
      self.vacant = vacant
      self.runoff = runoff
    }
  }

  /// One round: what kind of vote, who stood, and its outcome; a post without an outcome was void.
  package struct Round: Sendable, Equatable {
    package let vote: VoteKind
    package let stood: [PostID: [PersonID]]
    package let outcomes: [Outcome]

    package init(vote: VoteKind, stood: [PostID: [PersonID]], outcomes: [Outcome]) {
      self.vote = vote
      self.stood = stood
      self.outcomes = outcomes
    }
  }

  /// One post after all rounds.
  package struct Standing: Sendable, Equatable {
    package var elected: [PersonID] = []
    package var tied: [PersonID] = []
    package var tiedSeats = 0
    package var vacant = 0
    package var runoff: [PersonID] = []
    /// The last vote on it was void.
    package var isVoid = false
  }

  package private(set) var posts: [PostID: Standing] = [:]

  package init(_ rounds: [Round]) {
    for round in rounds {
      for (post, stood) in round.stood {
        let outcome = round.outcomes.first { $0.post == post }
        take(outcome, post, round.vote, stood)
      }
    }
  }

  private mutating func take(_ outcome: Outcome?, _ post: PostID, _ vote: VoteKind, _ stood: [PersonID]) {
    var standing = posts[post] ?? Standing()
    guard let outcome else {
      // A void runoff or re-vote is held again with the same people; a void first vote as a fresh election.
      standing.isVoid = vote == .first || vote == .fresh
      posts[post] = standing
      return
    }
    standing.isVoid = false
    standing.elected += outcome.elected
    switch vote {
    case .first, .fresh, .runoff:
      standing.tied = outcome.tied
      standing.tiedSeats = outcome.tiedSeats
      standing.vacant = outcome.vacant
      standing.runoff = outcome.runoff
    case .revote:
      standing.tiedSeats -= outcome.elected.count
      let left = outcome.tied.isEmpty ? stood.filter { !outcome.elected.contains($0) } : outcome.tied
      standing.tied = standing.tiedSeats > 0 ? left : []
    }
    posts[post] = standing
  }

  /// Seats and people of each post that may be voted on in this way; empty when there is nothing.
  package func open(_ vote: VoteKind) -> [PostID: (seats: Int, persons: [PersonID])] {
    switch vote {
    case .first: [:]
    case .runoff:
      posts.filter { $0.value.vacant > 0 && !$0.value.isVoid }.mapValues { ($0.vacant, $0.runoff) }
    case .revote:
      posts.filter { $0.value.tiedSeats > 0 && !$0.value.isVoid }.mapValues { ($0.tiedSeats, $0.tied) }
    case .fresh: posts.filter(\.value.isVoid).mapValues { _ in (0, []) }
    }
  }

  /// The kinds of round that something is open for.
  package var openVotes: [VoteKind] { VoteKind.allCases.filter { !open($0).isEmpty } }

  /// Everybody who is in after all rounds.
  package var elected: [PersonID] { posts.values.flatMap(\.elected).sorted() }

  package static func == (left: RoundNeeds, right: RoundNeeds) -> Bool { left.posts == right.posts }
}
