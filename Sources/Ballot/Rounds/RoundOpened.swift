/// A further round of an election, with a ballot, a stock, a poll and a count of its own.
package struct RoundOpened: Codable, Sendable, Equatable {
  /// Which voter cards are good in it.
  package enum Cards: String, Codable, Sendable, CaseIterable {
    /// Those of the round before.
    case kept
    /// New ones; the older are void.
    case new
  }

  /// From 2 on.
  package let round: Int
  package let vote: VoteKind
  package let day: Day
  /// The posts that are voted on again, with who stands for them.
  package let posts: [SettledPost]
  package let cards: Cards

  package init(round: Int, vote: VoteKind, day: Day, posts: [SettledPost], cards: Cards) {
    self.round = round
    self.vote = vote
    self.day = day
    self.posts = posts
    self.cards = cards
  }
}

/// Why a round is not opened.
package enum RoundRefusal: Error, Hashable, Sendable {
  /// The round before is not counted yet.
  case roundRunning(Int)
  /// Nothing is left to vote on in this way.
  case nothingOpen(VoteKind)
  /// A void vote is held again only when the guidance body has authorised it.
  case notAuthorised
  /// An anomaly waits for the guidance body.
  case anomalyWaits(number: Int, AnomalyCode)
  /// This kind of election has no such round: a recall that fails has failed.
  case notInThisKind(VoteKind)
  case dayPassed(Day)
  case outsideWindow(until: Day)
  case noSuchPost(PostID)
  case tooFewCandidates(PostID)
  /// Printed and issued numbers of rounds fit a card's byte; so many rounds nobody holds.
  case tooManyRounds
}
