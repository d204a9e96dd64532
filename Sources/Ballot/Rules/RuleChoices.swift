/// What happens to a ballot that chooses one person for two posts.
package enum SamePersonRule: String, Codable, Sendable, CaseIterable { case voidBallot, keepHigherPost }

/// How far an over-vote reaches.
package enum OvervoteScope: String, Codable, Sendable, CaseIterable { case post, ballot }

/// Whether a wholly blank ballot is an abstention or void.
package enum BlankBallotClass: String, Codable, Sendable, CaseIterable { case abstention, void }

/// How the committee gets its woman (RULES §2.4, anomaly A10).
package enum WomenSeatRule: String, Codable, Sendable, CaseIterable {
  /// A woman over half takes a seat first; where none is, one seat is kept for a runoff among women.
  case priorityThenReserve
  /// A post of its own on the ballot.
  case separateSeat
  /// No rule.
  case none
}

/// Which of two near relatives stays when both are elected.
package enum NearRelativeRule: String, Codable, Sendable, CaseIterable {
  /// The higher post, then more votes, then a re-vote.
  case higherPostThenVotes
  case none
}

/// Who may vote for somebody else.
package enum ProxyScope: String, Codable, Sendable, CaseIterable {
  case nearRelative
  case nearRelativeOrVillager
  case anyVoter
  case anyone
}

/// What a majority is measured by.
package enum MajorityBase: String, Codable, Sendable, CaseIterable { case returned, attendees, participants }

/// Who stands when seats stay empty.
package enum RunoffRule: String, Codable, Sendable, CaseIterable {
  case losersInOrder
  case `repeat`
  case none
}

/// What equal votes at the last seat lead to.
package enum TieRule: String, Codable, Sendable, CaseIterable { case revote, failure }

/// How long the ballots are kept.
package enum BallotRetention: String, Codable, Sendable, CaseIterable { case untilNextGeneralElection }

/// What makes a nominee unfit (RULES §2.2).
package enum NegativeListItem: String, Codable, Sendable, CaseIterable {
  case expelledFromParty
  case criminalPunishment
  case clanActivity
  case criminalGangs
  case illegalReligionOrCult
}

/// What an owner's silence means.
package enum SilenceRule: String, Codable, Sendable, CaseIterable { case notParticipating, withMajority }
