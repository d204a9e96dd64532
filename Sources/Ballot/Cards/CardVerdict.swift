/// The answer to a card under the camera.
package enum CardVerdict: Equatable, Sendable {
  case valid(VoterCard)
  /// Ballots were issued against it before.
  case used(VoterCard, at: Instant, desk: Int)
  /// A newer card took its place.
  case replaced(VoterCard)
  case otherElection
  case otherStation(VoterCard)
  /// The signature is not this box's, or a bit was changed.
  case forged
  case notACard

  /// The answer's name in JSON.
  package var name: String {
    switch self {
    case .valid: "valid"
    case .used: "used"
    case .replaced: "void"
    case .otherElection: "otherElection"
    case .otherStation: "otherStation"
    case .forged: "forged"
    case .notACard: "notACard"
    }
  }
}

extension ElectionState {
  /// Judges a code whose signature check came out as `signed`.
  ///
  /// A nil station accepts the cards of every polling place.
  package func verify(_ reading: CardCode.Reading, signed: Bool, station: Int?) -> CardVerdict {
    switch reading {
    case .notACard: .notACard
    case .damaged: .forged
    case .card(let code): signed ? verify(code.card, station: station) : .forged
    }
  }

  /// Judges a card whose signature is good.
  func verify(_ card: VoterCard, station: Int?) -> CardVerdict {
    guard card.election == cardElection, card.round <= cardRound else { return .otherElection }
    if let station, card.station != station { return .otherStation(card) }
    if card.round < cardRound || card.generation < generation(ofRoll: card.roll) { return .replaced(card) }
    if let issue = issues[card.roll] { return .used(card, at: issue.at, desk: issue.desk) }
    return .valid(card)
  }
}
