/// What kind of vote a round is.
package enum VoteKind: String, Codable, Sendable, CaseIterable {
  case first
  /// 另行选举: the highest losers stand for the seats that are empty; the most votes, and at least one third.
  case runoff
  /// 再次投票: those with equal votes at the last seat; the most votes.
  case revote
  /// 重新选举: the whole vote again after it was declared void.
  case fresh
}
