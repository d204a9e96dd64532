extension Command {
  /// The duty that a command belongs to; without `default`, so that no new command is open to everybody.
  package var duty: Duty {
    switch self {
    case .importRoll: .rollKeeping
    case .freezeRoll: .rollFreezing
    case .advance, .recordFact, .moveElectionDay: .procedure
    case .recordCards: .cards
    case .replaceCard: .cardReplacement
    case .layOutBallots, .recordBallots: .ballots
    case .openPoll, .closePoll: .polling
    case .issue, .issueToAgent, .spoil: .issuing
    case .registerProxy, .revokeProxy: .proxies
    case .openCount, .acceptSheets: .counting
    case .recordDecisions: .deciding
    case .reconcile: .reconciling
    case .closeCount: .closing
    case .issueBulletin: .bulletins
    case .raiseAnomaly, .submitAnomaly: .anomalies
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
    default: []
    }
  }
}
