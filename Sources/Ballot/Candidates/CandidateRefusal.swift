/// Why a nomination, a withdrawal, a vetting or the list of candidates is refused.
package enum CandidateRefusal: Error, Hashable, Sendable {
  /// The plan names the candidates already.
  case namedInPlan
  case noSuchPost(PostID)
  case nomineeIsOfficer(String)
  case nominatedAlready(Int)
  case tooFewNominators(have: Int, need: Int)
  /// An organisation may not nominate under this pack.
  case organisationBarred
  case organisationMissing
  case votesMissing
  case nominatorNotOnRoll(Int)
  /// Nobody nominates more people for a post than it has seats.
  case nominatorFull(roll: Int, most: Int)
  case noSuchNomination(Int)
  case withdrawnAlready(Int)
  case reasonMissing(Int)
  case tooLateToWithdraw(until: Day)
  case ballotsPrinted
  /// Cleared although an item of the negative list is met.
  case clearedAgainstList(Int)
  /// An item that this pack's negative list does not hold.
  case itemNotInPack(NegativeListItem)
  case notVetted([Int])
  case surplusMissing(post: PostID, have: Int, need: Int)
  case surplusOutOfRange(post: PostID, asked: Int, least: Int, most: Int)
  /// The stroke table does not know these characters.
  case strokesUnknown([String])
  case notSettled
}
