import Archive
import Ballot

/// A decision on an anomaly as it stands in a log, with everything to check it again.
struct StreetDecision {
  private let decided: AnomalyDecided

  /// The decision in a line of the log; nil when the line is another event.
  init?(logLine line: String) {
    guard line.contains(Event.Kind.anomalyDecided.rawValue), let record = try? Record(line: line),
      case .anomalyDecided(let decided) = record.event
    else { return nil }
    self.decided = decided
  }

  /// Why the decision is not by one of the street's public keys, given in hexadecimal; nil when it is.
  func fault(trusted: Set<String>) -> Reason? {
    guard let bytes = Hex.bytes(decided.key),
      let key = PublicKey(bytes: bytes),
      let signature = Hex.bytes(decided.signature),
      key.verifies(signature, over: Array(decided.payload.utf8)),
      let payload = Authorisation(bytes: Array(decided.payload.utf8)), payload.anomaly == decided.number,
      payload.number == decided.authorisation, agrees(payload.decision)
    else { return .decisionUnproven(anomaly: decided.number) }
    return trusted.contains(decided.key)
      ? nil : .decisionByUnknownKey(anomaly: decided.number, key: decided.key)
  }

  private func agrees(_ decision: Authorisation.Decision) -> Bool {
    switch decision {
    case .authorise(let action): decided.action == action
    case .sendBack: decided.action == nil
    }
  }
}
