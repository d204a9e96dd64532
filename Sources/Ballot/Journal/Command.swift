/// What somebody asks the box to do to an election.
package enum Command: Sendable, Equatable {
  case importRoll(RollImported)
  case freezeRoll(RollFrozen)
  case advance(Stage)
  case recordCards(CardsPrinted)
  case replaceCard(roll: Int, reason: String)
  case layOutBallots(BallotsLaidOut)
  case recordBallots(copies: Int, delivery: Delivery)
  case openPoll(PollOpened)
  case issue(CardVerdict, desk: Int, manner: BallotIssued.Manner)
  case spoil(desk: Int)
  /// With the unused ballots as counted by hand.
  case closePoll(unused: Int)
  case openCount(CountOpened)
  case acceptSheets(accepted: Int, total: Int, refused: Int)
  case recordDecisions(SheetsDecided)
  case reconcile([Identity])
  case closeCount(CountClosed, anomalies: [AnomalyRaised])
  case issueBulletin(code: String, digest: String)
  case seal(publicID: String, restrictedID: String)
}

/// Why a command is refused.
///
/// Nothing was recorded.
package enum Refusal: Error, Equatable, Sendable {
  case rollFrozenAlready
  case rollMissing
  case rollNotFrozen
  /// Another roll was imported since this one was looked at.
  case rollChanged
  case stageNotAhead(current: Stage, asked: Stage)
  case stageLocked(asked: Stage, until: Gate)
  case ballotsNotLaidOut
  case ballotsNotPrinted
  case copiesOutOfRange(Int)
  case pollNotOpen
  case pollOpenAlready
  case pollClosed
  case pollStillOpen
  case cardRefused(CardVerdict)
  case ballotsUsedUp(printed: Int)
  case nothingToSpoil
  case countNotOpen
  case countOpenAlready
  case countClosed
  case notOnRoll(Int)
  case identitiesFail([String])
  case notReconciled
  case tooFewSigners(have: Int, need: Int)
  case resultMissing
  case bulletinIssuedAlready(code: String, number: Int)
  case unusedOutOfRange(Int)
  case sheetsUndecided(Int)
  case sealedAlready(revision: Int)
}

/// What has to be true before a stage may be entered.
package enum Gate: Equatable, Sendable {
  case rollFrozen
  case ballotsPrinted
  case pollClosed
  case countClosed
  case bulletinIssued
}
