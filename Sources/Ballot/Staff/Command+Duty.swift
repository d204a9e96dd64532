extension Command {
  /// The duty that a command belongs to; without `default`, so that no new command is open to everybody.
  package var duty: Duty {
    switch self {
    case .importRoll: .rollKeeping
    case .freezeRoll: .rollFreezing
    case .advance, .recordFact, .moveElectionDay, .openRound, .notePerson: .procedure
    case .receiveObjection, .decideObjection: .rollKeeping
    case .nominate, .withdrawCandidate, .vetCandidates, .settleCandidates: .candidates
    case .recordCards: .cards
    case .replaceCard: .cardReplacement
    case .layOutBallots, .recordBallots: .ballots
    case .openPoll, .closePoll: .polling
    case .issue, .issueToAgent, .issueMobile, .spoil, .sendMobileBox, .returnMobileBox, .recordAssisted,
      .recordSlip:
      .issuing
    case .registerProxy, .revokeProxy, .listMobileBox: .proxies
    case .openCount, .acceptSheets, .openRecount: .counting
    case .recordDecisions: .deciding
    case .reconcile: .reconciling
    case .closeCount, .closeRecount: .closing
    case .issueBulletin, .correctBulletin, .postBulletin, .removeBulletin: .bulletins
    case .raiseAnomaly, .submitAnomaly, .noticeDeadlines: .anomalies
    case .takeDecision, .logRefusedDecision: .authorising
    case .seal: .sealing
    }
  }
}

extension Command {
  /// The officers in whose names a command is given.
  package var signers: [String] {
    switch self {
    case .recordDecisions(let facts): facts.deciders
    case .closeCount(let facts, _): facts.signers
    case .closeRecount(let facts): facts.signers
    default: []
    }
  }
}
