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
  /// The number in it is given here.
  case openRecount(RecountOpened)
  case closeRecount(RecountClosed)
  /// With the hash of the facts in it and the number on the paper, where they are known.
  case issueBulletin(
    code: String, digest: String, data: String? = nil, document: String? = nil, number: Int? = nil,
    today: Day? = nil)
  case correctBulletin(BulletinCorrected)
  case postBulletin(BulletinMoved, today: Day)
  case removeBulletin(BulletinMoved, today: Day)
  case seal(publicID: String, restrictedID: String)
  case recordFact(FactRecorded, today: Day)
  case moveElectionDay(to: Day, anomaly: Int)
  case registerProxy(principal: Int, agent: Int, relation: Proxy.Relation, today: Day)
  case revokeProxy(certificate: Int, reason: String)
  /// A principal's card, read, with the agent's certificate and the certificates posted as B19.
  case issueToAgent(CardVerdict, certificate: Int, agent: Int, posted: Set<Int>, desk: Int)
  case raiseAnomaly(AnomalyCode, detail: String)
  case submitAnomaly(AnomalySubmitted)
  /// A decision that was refused, so that the journal shows the attempt.
  case logRefusedDecision(DecisionRefused)
  /// A decision whose signature is good; what it says is checked here.
  case takeDecision(Authorisation, box: String, now: Instant, key: String, signature: String)
  /// The number in it is given here.
  case nominate(Nomination)
  case withdrawCandidate(CandidateWithdrawn, today: Day)
  case vetCandidates(CandidatesVetted)
  /// With how many more candidates than seats the meeting wants, by post.
  case settleCandidates(CandidateOrder, surplus: [PostID: Int])
  case openRound(RoundOpened)
  /// Raises what the calendar finds late and nobody has raised yet.
  case noticeDeadlines(today: Day)
  case receiveObjection(RollObjection.Claim, roll: Int?, paper: String, today: Day)
  case decideObjection(ObjectionDecided)
  case listMobileBox(box: Int, voters: [Int], scrutineers: [String], route: String)
  case sendMobileBox(Int)
  case returnMobileBox(Int)
  /// A card read at a mobile box that is out.
  case issueMobile(CardVerdict, box: Int, desk: Int)
  case recordAssisted(VotersAssisted)
  case notePerson(PersonNoted)
  case recordSlip(OwnerSlip)
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
  case noSuchBulletin(Int)
  /// Another bulletin took the number meanwhile.
  case bulletinNumberTaken(Int)
  case postingDayImpossible(Day, issued: Day)
  case postedAlready(Int, place: String)
  case notPosted(Int, place: String)
  case unusedOutOfRange(Int)
  case sheetsUndecided(Int)
  case sealedAlready(revision: Int)
  /// The procedure does not let this stage open yet.
  case locked(asked: Stage, by: [StageLock])
  case notForStaff(Fact)
  case factInFuture(Fact, Day)
  case dayNotMovable(anomaly: Int)
  case proxyRefused([ProxyRefusal])
  case anomalyRefused(AnomalyRefusal)
  case decisionRefused(AuthorisationRefusal)
  case candidatesRefused(CandidateRefusal)
  case roundRefused(RoundRefusal)
  /// Too few ask for the recall: of voters, of representatives, against what the law wants.
  case petitionTooSmall([RuleCheck])
  case objectionRefused(ObjectionRefusal)
  case mobileRefused(MobileRefusal)
  case slipRefused(SlipRefusal)
  case recountRefused(RecountRefusal)
}
