/// What the box asks the guidance body to decide: bound to the box, the election and the evidence.
package struct AuthorisationRequest: Sendable, Equatable {
  /// The box's public key, hexadecimal.
  package let box: String
  package let election: ElectionID
  package let anomaly: Int
  package let code: AnomalyCode
  package let detail: String
  package let evidence: [String]
  package let actions: [AnomalyAction]
  package let asked: Instant

  package init(
    box: String, election: ElectionID, anomaly: Int, code: AnomalyCode, detail: String, evidence: [String],
    actions: [AnomalyAction], asked: Instant
  ) {
    self.box = box
    self.election = election
    self.anomaly = anomaly
    self.code = code
    self.detail = detail
    self.evidence = evidence
    self.actions = actions
    self.asked = asked
  }

  /// The canonical bytes whose SHA-256 names the request in the decision.
  package var bytes: [UInt8] {
    Authorisation.bytes(
      "request",
      [
        "box": .string(box), "election": .string(election.rawValue), "anomaly": .integer(anomaly),
        "code": .string(code.rawValue), "detail": .string(detail),
        "evidence": .array(evidence.map(JSON.string)),
        "actions": .array(actions.map { .string($0.rawValue) }),
        "asked": .string(asked.description),
      ])
  }
}

/// The guidance body's decision, as signed.
///
/// The signature is Ed25519 over `bytes` and is checked outside; what the bytes say is checked here.
package struct Authorisation: Sendable, Equatable {
  package enum Decision: Sendable, Equatable {
    case authorise(AnomalyAction)
    case sendBack(reason: String)
  }

  package enum Role: String, Codable, Sendable, CaseIterable {
    /// The township or street election guidance body.
    case guidanceBody
    case district
    case electionCommittee
  }

  package let box: String
  package let election: ElectionID
  package let anomaly: Int
  package let code: AnomalyCode
  /// Hexadecimal SHA-256 of the request's bytes.
  package let request: String
  package let decision: Decision
  package let role: Role
  package let officer: String
  /// The document number of the authorisation.
  package let number: String
  package let issued: Instant
  package let expires: Instant

  package init(
    box: String, election: ElectionID, anomaly: Int, code: AnomalyCode, request: String, decision: Decision,
    role: Role, officer: String, number: String, issued: Instant, expires: Instant
  ) {
    self.box = box
    self.election = election
    self.anomaly = anomaly
    self.code = code
    self.request = request
    self.decision = decision
    self.role = role
    self.officer = officer
    self.number = number
    self.issued = issued
    self.expires = expires
  }

  /// The canonical bytes that are signed.
  package var bytes: [UInt8] {
    var members: [String: JSON] = [
      "box": .string(box), "election": .string(election.rawValue), "anomaly": .integer(anomaly),
      "code": .string(code.rawValue), "request": .string(request), "role": .string(role.rawValue),
      "officer": .string(officer), "number": .string(number), "issued": .string(issued.description),
      "expires": .string(expires.description),
    ]
    switch decision {
    case .authorise(let action): members["authorise"] = .string(action.rawValue)
    case .sendBack(let reason): members["sendBack"] = .string(reason)
    }
    return Authorisation.bytes("decision", members)
  }

  /// A line that says what is signed, then canonical JSON (RFC 8785): no other signature can be taken for it.
  static func bytes(_ kind: String, _ members: [String: JSON]) -> [UInt8] {
    Array("kiosk anomaly \(kind) v1\n".utf8) + JSON.object(members).canonicalBytes
  }
}
