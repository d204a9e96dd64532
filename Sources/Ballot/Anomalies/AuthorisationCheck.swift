/// Why a decision is not taken in; each is logged.
package enum AuthorisationRefusal: Error, Hashable, Sendable {
  case otherBox
  case otherElection(ElectionID)
  case otherAnomaly(Int)
  /// The request or its evidence is not what was sent.
  case altered
  case expired(Instant)
  case notYetValid(Instant)
  /// This authorisation was taken in before.
  case replayed(number: String)
  case wrongRole(Authorisation.Role)
  /// No key of this box checks the signature.
  case unknownKey
  /// Something in it was changed, or typed wrongly.
  case badSignature
  case anomaly(AnomalyRefusal)
}

extension Authorisation {
  /// What a decision is measured by.
  package struct Expectation: Sendable, Equatable {
    package let box: String
    package let election: ElectionID
    /// Hexadecimal SHA-256 of the bytes of the request that waits.
    package let request: String
    package let now: Instant
    /// Document numbers that were taken in before.
    package let used: Set<String>

    package init(box: String, election: ElectionID, request: String, now: Instant, used: Set<String>) {
      self.box = box
      self.election = election
      self.request = request
      self.now = now
      self.used = used
    }
  }

  /// Checks a decision whose signature is good, for the anomaly that waits.
  package func check(
    _ waiting: AnomalyCase, _ expected: Expectation
  ) throws(AuthorisationRefusal) {
    guard box == expected.box else { throw .otherBox }
    guard election == expected.election else { throw .otherElection(election) }
    guard anomaly == waiting.number, code == waiting.code else { throw .otherAnomaly(anomaly) }
    guard !expected.used.contains(number) else { throw .replayed(number: number) }
    guard request == expected.request else { throw .altered }
    guard issued <= expected.now else { throw .notYetValid(issued) }
    guard expected.now <= expires else { throw .expired(expires) }
    guard isFromAbove else { throw .wrongRole(role) }
    if case .authorise(let action) = decision, !waiting.actions.contains(action) {
      throw .anomaly(.actionNotAllowed(action, allowed: waiting.actions))
    }
  }

  /// Postponing a village's election is the district's to approve (A14); all else is the guidance body's.
  private var isFromAbove: Bool {
    switch role {
    case .guidanceBody: code != .dayMoved
    case .district: true
    case .electionCommittee: false
    }
  }
}
