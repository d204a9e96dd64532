/// Something that happened in the procedure.
///
/// Facts only, never a choice on a ballot.
///
/// Events are written once and replayed for ever: a field may be added as an optional, nothing may be renamed.
package enum Event: Sendable, Equatable {
  case deviceInitialised(DeviceInitialised)
  case electionCreated(ElectionCreated)
  case stageAdvanced(StageAdvanced)
  case rollImported(RollImported)
  case rollFrozen(RollFrozen)
  case cardsPrinted(CardsPrinted)
  case cardReplaced(CardReplaced)
  case ballotsLaidOut(BallotsLaidOut)
  case ballotsPrinted(BallotsPrinted)
  case pollOpened(PollOpened)
  case ballotIssued(BallotIssued)
  case ballotSpoiled(BallotSpoiled)
  case pollClosed(PollClosed)
  case countOpened(CountOpened)
  case sheetsAccepted(SheetsAccepted)
  case sheetsDecided(SheetsDecided)
  case countReconciled(CountReconciled)
  case countClosed(CountClosed)
  case recountOpened(RecountOpened)
  case recountClosed(RecountClosed)
  case anomalyRaised(AnomalyRaised)
  case bulletinIssued(BulletinIssued)
  case bundleSealed(BundleSealed)
  case offerTaken(OfferTaken)
  case factRecorded(FactRecorded)
  case electionDayMoved(ElectionDayMoved)
  case proxyRegistered(Proxy)
  case proxyRevoked(ProxyRevoked)
  case anomalySubmitted(AnomalySubmitted)
  case anomalyDecided(AnomalyDecided)
  case decisionRefused(DecisionRefused)
  case candidateNominated(Nomination)
  case candidateWithdrawn(CandidateWithdrawn)
  case candidatesVetted(CandidatesVetted)
  case candidatesSettled(CandidatesSettled)
  case roundOpened(RoundOpened)
  case guidanceEnrolled(GuidanceEnrolled)
  case objectionReceived(ObjectionReceived)
  case objectionDecided(ObjectionDecided)
  case mobileListed(MobileBoxListed)
  case mobileSent(MobileBoxMoved)
  case mobileReturned(MobileBoxMoved)
  case votersAssisted(VotersAssisted)
  case personNoted(PersonNoted)
  case ownerSlip(OwnerSlip)
  case bulletinCorrected(BulletinCorrected)
  case bulletinPosted(BulletinMoved)
  case bulletinRemoved(BulletinMoved)
  case staffEnrolled(StaffEnrolled)
  case staffChanged(StaffChanged)
  case loginRecorded(LoginRecorded)
  case keyRotated(KeyRotated)
  case keyProtected(KeyProtected)
  case keyTried(KeyTried)
}

/// The box's keys at its first start, hexadecimal.
package struct DeviceInitialised: Codable, Sendable, Equatable {
  package let kioskKey: String
  package let cardKey: String
  package init(kioskKey: String, cardKey: String) {
    self.kioskKey = kioskKey
    self.cardKey = cardKey
  }
}

/// An election with its adopted plan and the hash of the rule pack's file.
package struct ElectionCreated: Codable, Sendable, Equatable {
  package let plan: Plan
  package let planDigest: String
  package let packDigest: String
  package init(plan: Plan, planDigest: String, packDigest: String) {
    self.plan = plan
    self.planDigest = planDigest
    self.packDigest = packDigest
  }
}

package struct StageAdvanced: Codable, Sendable, Equatable {
  package let stage: Stage
  package init(stage: Stage) { self.stage = stage }
}

/// A whole roll, kept beside the journal under its hash.
package struct RollImported: Codable, Sendable, Equatable {
  package let digest: String
  package let source: String
  package let voters: Int
  package let men: Int
  package let women: Int
  package init(digest: String, source: String, voters: Int, men: Int, women: Int) {
    self.digest = digest
    self.source = source
    self.voters = voters
    self.men = men
    self.women = women
  }
}

/// The roll's last word: its hash, its size and who the candidates are on it.
package struct RollFrozen: Codable, Sendable, Equatable {
  package let digest: String
  package let voters: Int
  /// The roll number of each candidate: post, then place on the ballot.
  package let candidates: [String: [Int]]
  package init(digest: String, voters: Int, candidates: [String: [Int]]) {
    self.digest = digest
    self.voters = voters
    self.candidates = candidates
  }
}

package struct CardsPrinted: Codable, Sendable, Equatable {
  package let cards: Int
  package let pages: Int
  package let delivery: Delivery
  package init(cards: Int, pages: Int, delivery: Delivery) {
    self.cards = cards
    self.pages = pages
    self.delivery = delivery
  }
}

/// How a paper left the box.
package enum Delivery: String, Codable, Sendable {
  /// The printer's job was followed until it had really finished.
  case printed
  /// The printer could not be believed; a person counted the sheets and said so.
  case confirmedByPerson
  /// A PDF for a printer elsewhere.
  case file
}

/// A new card for a voter; the older ones are void from now on.
package struct CardReplaced: Codable, Sendable, Equatable {
  package let roll: Int
  package let generation: Int
  package let reason: String
  package init(roll: Int, generation: Int, reason: String) {
    self.roll = roll
    self.generation = generation
    self.reason = reason
  }
}

package struct BallotsLaidOut: Codable, Sendable, Equatable {
  package let type: BallotType
  package let batch: BatchCode
  package let pages: Int
  package let geometryDigest: String
  package init(type: BallotType, batch: BatchCode, pages: Int, geometryDigest: String) {
    self.type = type
    self.batch = batch
    self.pages = pages
    self.geometryDigest = geometryDigest
  }
}

package struct BallotsPrinted: Codable, Sendable, Equatable {
  package let batch: BatchCode
  package let copies: Int
  package let delivery: Delivery
  package init(batch: BatchCode, copies: Int, delivery: Delivery) {
    self.batch = batch
    self.copies = copies
    self.delivery = delivery
  }
}

package struct PollOpened: Codable, Sendable, Equatable {
  package let boxes: Int
  package let witnesses: [String]
  package init(boxes: Int, witnesses: [String]) {
    self.boxes = boxes
    self.witnesses = witnesses
  }
}

/// One set of ballots handed over against a card.
package struct BallotIssued: Codable, Sendable, Equatable {
  package enum Manner: String, Codable, Sendable { case inPerson, agent, mobile }

  package let roll: Int
  package let generation: Int
  package let desk: Int
  package let manner: Manner
  /// The agent's certificate; nil for anybody who votes in person.
  package let certificate: Int?
  package init(roll: Int, generation: Int, desk: Int, manner: Manner, certificate: Int? = nil) {
    self.roll = roll
    self.generation = generation
    self.desk = desk
    self.manner = manner
    self.certificate = certificate
  }
}

/// A spoiled sheet taken back and exchanged before casting.
package struct BallotSpoiled: Codable, Sendable, Equatable {
  package let desk: Int
  package init(desk: Int) { self.desk = desk }
}

package struct PollClosed: Codable, Sendable, Equatable {
  /// Unused sets, destroyed in public.
  package let unused: Int
  package init(unused: Int) { self.unused = unused }
}

package struct CountOpened: Codable, Sendable, Equatable {
  /// Sheets counted by hand out of each box.
  package let boxes: [Int]
  package let witnesses: [String]
  package init(boxes: [Int], witnesses: [String]) {
    self.boxes = boxes
    self.witnesses = witnesses
  }
}

/// How many sheets a reading run took in.
///
/// Never which.
package struct SheetsAccepted: Codable, Sendable, Equatable {
  package let accepted: Int
  package let total: Int
  package let refused: Int
  package init(accepted: Int, total: Int, refused: Int) {
    self.accepted = accepted
    self.total = total
    self.refused = refused
  }
}

/// How many lines the scrutineers decided.
///
/// Never how.
package struct SheetsDecided: Codable, Sendable, Equatable {
  package let lines: Int
  package let deciders: [String]
  package init(lines: Int, deciders: [String]) {
    self.lines = lines
    self.deciders = deciders
  }
}

package struct CountReconciled: Codable, Sendable, Equatable {
  package let holding: [String]
  package let failing: [String]
  package init(holding: [String], failing: [String]) {
    self.holding = holding
    self.failing = failing
  }
}

/// The result: totals by person are public from here on.
package struct CountClosed: Codable, Sendable, Equatable {
  package let resultDigest: String
  package let signers: [String]
  package init(resultDigest: String, signers: [String]) {
    self.resultDigest = resultDigest
    self.signers = signers
  }
}

package struct AnomalyRaised: Codable, Sendable, Equatable {
  /// A01 … A23.
  package let code: String
  package let detail: String
  package init(code: String, detail: String) {
    self.code = code
    self.detail = detail
  }
}

package struct BulletinIssued: Codable, Sendable, Equatable {
  package let code: String
  package let number: Int
  package let digest: String
  /// SHA-256 of the facts that stand in it, hexadecimal; nil for a bulletin that was drawn before there were any.
  package let data: String?
  /// The number on the paper: `青禾村选字〔2027〕第7号`.
  package let document: String?

  package init(code: String, number: Int, digest: String, data: String? = nil, document: String? = nil) {
    self.code = code
    self.number = number
    self.digest = digest
    self.data = data
    self.document = document
  }
}

package struct BundleSealed: Codable, Sendable, Equatable {
  package let revision: Int
  package let publicID: String
  package let restrictedID: String
  package init(revision: Int, publicID: String, restrictedID: String) {
    self.revision = revision
    self.publicID = publicID
    self.restrictedID = restrictedID
  }
}

/// What the district sent back, kept beside the journal under the hash of its tar.
package struct OfferTaken: Codable, Sendable, Equatable {
  /// The bundle's id, hexadecimal.
  package let bundle: String
  package let community: String
  package let election: String
  package let revision: Int
  /// SHA-256 of the tar, hexadecimal.
  package let object: String
  /// The receiver whose key sealed it.
  package let receiver: String
  package let officers: Int

  package init(
    bundle: String, community: String, election: String, revision: Int, object: String, receiver: String,
    officers: Int
  ) {
    self.bundle = bundle
    self.community = community
    self.election = election
    self.revision = revision
    self.object = object
    self.receiver = receiver
    self.officers = officers
  }
}
