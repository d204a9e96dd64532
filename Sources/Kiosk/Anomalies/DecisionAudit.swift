import Archive
import Ballot

/// Checks every decision in a journal again: enrolled key, signature, and that the event says what was signed.
///
/// Who holds the box can write events, and sign the log; decisions of the guidance body nobody there can make.
struct DecisionAudit {
  private var box: String?
  private var roles: [String: Authorisation.Role] = [:]
  private(set) var checked = 0
  /// The events whose decision was not made by an enrolled key.
  private(set) var forged: [Int] = []

  mutating func take(_ record: Record) {
    switch record.event {
    case .deviceInitialised(let keys): box = keys.kioskKey
    case .guidanceEnrolled(let guidance): roles[guidance.key] = guidance.role
    case .anomalyDecided(let decided):
      checked += 1
      if !isGood(decided, record.election) { forged.append(record.sequence) }
    default: break
    }
  }

  private func isGood(_ decided: AnomalyDecided, _ election: ElectionID?) -> Bool {
    let payload = Array(decided.payload.utf8)
    guard let role = roles[decided.key],
      let key = [UInt8](hex: decided.key).flatMap({ PublicKey(bytes: $0) }),
      let signature = [UInt8](hex: decided.signature), key.verifies(signature, over: payload),
      let signed = Authorisation(bytes: payload)
    else { return false }
    let decision: Authorisation.Decision =
      decided.action.map(Authorisation.Decision.authorise) ?? .sendBack(reason: decided.reason ?? "")
    return signed.box == box && signed.election == election && signed.anomaly == decided.number
      && signed.number == decided.authorisation && signed.role == role && signed.decision == decision
  }
}

extension Journal {
  /// Checks all decisions in it.
  func auditDecisions() throws -> DecisionAudit {
    var audit = DecisionAudit()
    try forEachLine(after: 0) { _, line in
      if let record = try? Record(line: line) { audit.take(record) }
    }
    return audit
  }
}
