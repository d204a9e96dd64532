import Archive
import Ballot

/// A decision on an anomaly as it stands in a log, with everything to check it again.
struct StreetDecision {
  private let decided: AnomalyDecided
  private let election: ElectionID?

  /// The decision in a line of the log; nil when the line is another event.
  init?(logLine line: String) {
    guard line.contains(Event.Kind.anomalyDecided.rawValue), let record = try? Record(line: line),
      case .anomalyDecided(let decided) = record.event
    else { return nil }
    self.decided = decided
    election = record.election
  }

  /// Why the decision is not the street's about this box and election; nil when it is.
  ///
  /// `trusted` are the street's public keys, hexadecimal, and `boxes` the community's: what the street decided for another
  /// box counts for nothing here.
  func fault(trusted: Set<String>, boxes: Set<String>) -> Reason? {
    guard let bytes = [UInt8](hex: decided.key),
      let key = PublicKey(bytes: bytes),
      let signature = [UInt8](hex: decided.signature),
      key.verifies(signature, over: Array(decided.payload.utf8)),
      let payload = Authorisation(bytes: Array(decided.payload.utf8)), payload.anomaly == decided.number,
      payload.number == decided.authorisation, boxes.contains(payload.box), payload.election == election,
      payload.role != .electionCommittee, agrees(payload.decision)
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
