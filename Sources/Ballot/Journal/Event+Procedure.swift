/// A person's word that a step's condition holds, or, as a correction, that it does not after all.
package struct FactRecorded: Codable, Sendable, Equatable {
  package let fact: Fact
  /// The day on which it became true, never later than the day it was recorded.
  package let day: Day
  package let note: String
  /// Hexadecimal SHA-256 of the papers that show it.
  package let evidence: [String]
  /// True for a correction: the fact no longer holds.
  package let withdrawn: Bool?

  package init(fact: Fact, day: Day, note: String = "", evidence: [String] = [], withdrawn: Bool? = nil) {
    self.fact = fact
    self.day = day
    self.note = note
    self.evidence = evidence
    self.withdrawn = withdrawn
  }
}

/// A new election day, which only an authorised anomaly gives.
package struct ElectionDayMoved: Codable, Sendable, Equatable {
  package let day: Day
  /// The number of the anomaly whose authorisation moves it.
  package let anomaly: Int

  package init(day: Day, anomaly: Int) {
    self.day = day
    self.anomaly = anomaly
  }
}

/// A mandate withdrawn before it was used.
package struct ProxyRevoked: Codable, Sendable, Equatable {
  package let certificate: Int
  package let reason: String

  package init(certificate: Int, reason: String) {
    self.certificate = certificate
    self.reason = reason
  }
}

/// An anomaly sent to the guidance body.
package struct AnomalySubmitted: Codable, Sendable, Equatable {
  package let number: Int
  package let evidence: [String]
  /// Hexadecimal SHA-256 of the request's bytes, which the decision must name.
  package let request: String

  package init(number: Int, evidence: [String], request: String) {
    self.number = number
    self.evidence = evidence
    self.request = request
  }
}

/// A decision of the guidance body that was taken in, with everything to check it again.
package struct AnomalyDecided: Codable, Sendable, Equatable {
  package let number: Int
  /// Nil when the case was sent back.
  package let action: AnomalyAction?
  package let reason: String?
  /// The document number of the authorisation.
  package let authorisation: String
  package let officer: String
  /// The signer's public key and the signature over the payload, hexadecimal; the payload as it was signed.
  package let key: String
  package let signature: String
  package let payload: String

  package init(
    number: Int, action: AnomalyAction?, reason: String?, authorisation: String, officer: String, key: String,
    signature: String, payload: String
  ) {
    self.number = number
    self.action = action
    self.reason = reason
    self.authorisation = authorisation
    self.officer = officer
    self.key = key
    self.signature = signature
    self.payload = payload
  }
}

/// A decision that was refused: replayed, of another box, expired, altered or of the wrong role.
package struct DecisionRefused: Codable, Sendable, Equatable {
  package let number: Int
  package let reason: String

  package init(number: Int, reason: String) {
    self.number = number
    self.reason = reason
  }
}
