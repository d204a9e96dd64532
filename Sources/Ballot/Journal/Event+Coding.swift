extension Event {
  /// The event's name in the journal.
  package var type: String { kind.rawValue }

  /// The names of all events, in the order of an election.
  package enum Kind: String, CaseIterable, Sendable {
    case deviceInitialised = "device.initialised"
    case electionCreated = "election.created"
    case stageAdvanced = "stage.advanced"
    case rollImported = "roll.imported"
    case rollFrozen = "roll.frozen"
    case cardsPrinted = "cards.printed"
    case cardReplaced = "card.replaced"
    case ballotsLaidOut = "ballots.laidOut"
    case ballotsPrinted = "ballots.printed"
    case pollOpened = "poll.opened"
    case ballotIssued = "ballot.issued"
    case ballotSpoiled = "ballot.spoiled"
    case pollClosed = "poll.closed"
    case countOpened = "count.opened"
    case sheetsAccepted = "sheets.accepted"
    case sheetsDecided = "sheets.decided"
    case countReconciled = "count.reconciled"
    case countClosed = "count.closed"
    case recountOpened = "recount.opened"
    case recountClosed = "recount.closed"
    case anomalyRaised = "anomaly.raised"
    case bulletinIssued = "bulletin.issued"
    case bundleSealed = "bundle.sealed"
    case offerTaken = "offer.taken"
    case factRecorded = "fact.recorded"
    case electionDayMoved = "day.moved"
    case proxyRegistered = "proxy.registered"
    case proxyRevoked = "proxy.revoked"
    case anomalySubmitted = "anomaly.submitted"
    case anomalyDecided = "anomaly.decided"
    case decisionRefused = "anomaly.decisionRefused"
    case candidateNominated = "candidate.nominated"
    case candidateWithdrawn = "candidate.withdrawn"
    case candidatesVetted = "candidates.vetted"
    case candidatesSettled = "candidates.settled"
    case roundOpened = "round.opened"
    case guidanceEnrolled = "guidance.enrolled"
    case objectionReceived = "objection.received"
    case objectionDecided = "objection.decided"
    case mobileListed = "mobile.listed"
    case mobileSent = "mobile.sent"
    case mobileReturned = "mobile.returned"
    case votersAssisted = "voters.assisted"
    case personNoted = "person.noted"
    case ownerSlip = "owners.slip"
    case bulletinCorrected = "bulletin.corrected"
    case bulletinPosted = "bulletin.posted"
    case bulletinRemoved = "bulletin.removed"
    case staffEnrolled = "staff.enrolled"
    case staffChanged = "staff.changed"
    case loginRecorded = "login.recorded"
    case keyRotated = "key.rotated"
    case keyProtected = "key.protected"
    case keyTried = "key.tried"
  }

  package var kind: Kind {
    switch self {
    case .deviceInitialised: .deviceInitialised
    case .electionCreated: .electionCreated
    case .stageAdvanced: .stageAdvanced
    case .rollImported: .rollImported
    case .rollFrozen: .rollFrozen
    case .cardsPrinted: .cardsPrinted
    case .cardReplaced: .cardReplaced
    case .ballotsLaidOut: .ballotsLaidOut
    case .ballotsPrinted: .ballotsPrinted
    case .pollOpened: .pollOpened
    case .ballotIssued: .ballotIssued
    case .ballotSpoiled: .ballotSpoiled
    case .pollClosed: .pollClosed
    case .countOpened: .countOpened
    case .sheetsAccepted: .sheetsAccepted
    case .sheetsDecided: .sheetsDecided
    case .countReconciled: .countReconciled
    case .countClosed: .countClosed
    case .recountOpened: .recountOpened
    case .recountClosed: .recountClosed
    case .anomalyRaised: .anomalyRaised
    case .bulletinIssued: .bulletinIssued
    case .bundleSealed: .bundleSealed
    case .offerTaken: .offerTaken
    case .factRecorded: .factRecorded
    case .electionDayMoved: .electionDayMoved
    case .proxyRegistered: .proxyRegistered
    case .proxyRevoked: .proxyRevoked
    case .anomalySubmitted: .anomalySubmitted
    case .anomalyDecided: .anomalyDecided
    case .decisionRefused: .decisionRefused
    case .candidateNominated: .candidateNominated
    case .candidateWithdrawn: .candidateWithdrawn
    case .candidatesVetted: .candidatesVetted
    case .candidatesSettled: .candidatesSettled
    case .roundOpened: .roundOpened
    case .guidanceEnrolled: .guidanceEnrolled
    case .objectionReceived: .objectionReceived
    case .objectionDecided: .objectionDecided
    case .mobileListed: .mobileListed
    case .mobileSent: .mobileSent
    case .mobileReturned: .mobileReturned
    case .votersAssisted: .votersAssisted
    case .personNoted: .personNoted
    case .ownerSlip: .ownerSlip
    case .bulletinCorrected: .bulletinCorrected
    case .bulletinPosted: .bulletinPosted
    case .bulletinRemoved: .bulletinRemoved
    case .staffEnrolled: .staffEnrolled
    case .staffChanged: .staffChanged
    case .loginRecorded: .loginRecorded
    case .keyRotated: .keyRotated
    case .keyProtected: .keyProtected
    case .keyTried: .keyTried
    }
  }

  /// The event's facts, to be encoded.
  var payload: any Encodable {
    switch self {
    case .deviceInitialised(let facts): facts
    case .electionCreated(let facts): facts
    case .stageAdvanced(let facts): facts
    case .rollImported(let facts): facts
    case .rollFrozen(let facts): facts
    case .cardsPrinted(let facts): facts
    case .cardReplaced(let facts): facts
    case .ballotsLaidOut(let facts): facts
    case .ballotsPrinted(let facts): facts
    case .pollOpened(let facts): facts
    case .ballotIssued(let facts): facts
    case .ballotSpoiled(let facts): facts
    case .pollClosed(let facts): facts
    case .countOpened(let facts): facts
    case .sheetsAccepted(let facts): facts
    case .sheetsDecided(let facts): facts
    case .countReconciled(let facts): facts
    case .countClosed(let facts): facts
    case .recountOpened(let facts): facts
    case .recountClosed(let facts): facts
    case .anomalyRaised(let facts): facts
    case .bulletinIssued(let facts): facts
    case .bundleSealed(let facts): facts
    case .offerTaken(let facts): facts
    case .factRecorded(let facts): facts
    case .electionDayMoved(let facts): facts
    case .proxyRegistered(let facts): facts
    case .proxyRevoked(let facts): facts
    case .anomalySubmitted(let facts): facts
    case .anomalyDecided(let facts): facts
    case .decisionRefused(let facts): facts
    case .candidateNominated(let facts): facts
    case .candidateWithdrawn(let facts): facts
    case .candidatesVetted(let facts): facts
    case .candidatesSettled(let facts): facts
    case .roundOpened(let facts): facts
    case .guidanceEnrolled(let facts): facts
    case .objectionReceived(let facts): facts
    case .objectionDecided(let facts): facts
    case .mobileListed(let facts): facts
    case .mobileSent(let facts): facts
    case .mobileReturned(let facts): facts
    case .votersAssisted(let facts): facts
    case .personNoted(let facts): facts
    case .ownerSlip(let facts): facts
    case .bulletinCorrected(let facts): facts
    case .bulletinPosted(let facts): facts
    case .bulletinRemoved(let facts): facts
    case .staffEnrolled(let facts): facts
    case .staffChanged(let facts): facts
    case .loginRecorded(let facts): facts
    case .keyRotated(let facts): facts
    case .keyProtected(let facts): facts
    case .keyTried(let facts): facts
    }
  }

  /// Reads the facts of an event of a kind.
  init(_ kind: Kind, from read: FactReader) throws {
    switch kind {
    case .deviceInitialised: self = .deviceInitialised(try read())
    case .electionCreated: self = .electionCreated(try read())
    case .stageAdvanced: self = .stageAdvanced(try read())
    case .rollImported: self = .rollImported(try read())
    case .rollFrozen: self = .rollFrozen(try read())
    case .cardsPrinted: self = .cardsPrinted(try read())
    case .cardReplaced: self = .cardReplaced(try read())
    case .ballotsLaidOut: self = .ballotsLaidOut(try read())
    case .ballotsPrinted: self = .ballotsPrinted(try read())
    case .pollOpened: self = .pollOpened(try read())
    case .ballotIssued: self = .ballotIssued(try read())
    case .ballotSpoiled: self = .ballotSpoiled(try read())
    case .pollClosed: self = .pollClosed(try read())
    case .countOpened: self = .countOpened(try read())
    case .sheetsAccepted: self = .sheetsAccepted(try read())
    case .sheetsDecided: self = .sheetsDecided(try read())
    case .countReconciled: self = .countReconciled(try read())
    case .countClosed: self = .countClosed(try read())
    case .recountOpened: self = .recountOpened(try read())
    case .recountClosed: self = .recountClosed(try read())
    case .anomalyRaised: self = .anomalyRaised(try read())
    case .bulletinIssued: self = .bulletinIssued(try read())
    case .bundleSealed: self = .bundleSealed(try read())
    case .offerTaken: self = .offerTaken(try read())
    case .factRecorded: self = .factRecorded(try read())
    case .electionDayMoved: self = .electionDayMoved(try read())
    case .proxyRegistered: self = .proxyRegistered(try read())
    case .proxyRevoked: self = .proxyRevoked(try read())
    case .anomalySubmitted: self = .anomalySubmitted(try read())
    case .anomalyDecided: self = .anomalyDecided(try read())
    case .decisionRefused: self = .decisionRefused(try read())
    case .candidateNominated: self = .candidateNominated(try read())
    case .candidateWithdrawn: self = .candidateWithdrawn(try read())
    case .candidatesVetted: self = .candidatesVetted(try read())
    case .candidatesSettled: self = .candidatesSettled(try read())
    case .roundOpened: self = .roundOpened(try read())
    case .guidanceEnrolled: self = .guidanceEnrolled(try read())
    case .objectionReceived: self = .objectionReceived(try read())
    case .objectionDecided: self = .objectionDecided(try read())
    case .mobileListed: self = .mobileListed(try read())
    case .mobileSent: self = .mobileSent(try read())
    case .mobileReturned: self = .mobileReturned(try read())
    case .votersAssisted: self = .votersAssisted(try read())
    case .personNoted: self = .personNoted(try read())
    case .ownerSlip: self = .ownerSlip(try read())
    case .bulletinCorrected: self = .bulletinCorrected(try read())
    case .bulletinPosted: self = .bulletinPosted(try read())
    case .bulletinRemoved: self = .bulletinRemoved(try read())
    case .staffEnrolled: self = .staffEnrolled(try read())
    case .staffChanged: self = .staffChanged(try read())
    case .loginRecorded: self = .loginRecorded(try read())
    case .keyRotated: self = .keyRotated(try read())
    case .keyProtected: self = .keyProtected(try read())
    case .keyTried: self = .keyTried(try read())
    }
  }
}
