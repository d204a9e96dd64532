/// A person taken onto the staff list.
package struct StaffEnrolled: Codable, Sendable, Equatable {
  package let person: StaffID
  package let name: String
  package let role: StaffRole
  /// Hexadecimal SHA-256 of the credential, which is never in the journal.
  package let credential: String

  package init(person: StaffID, name: String, role: StaffRole, credential: String) {
    self.person = person
    self.name = name
    self.role = role
    self.credential = credential
  }
}

/// A change on the staff list.
package struct StaffChanged: Codable, Sendable, Equatable {
  package enum Change: String, Codable, Sendable {
    case removed
    /// Tries are free again after a lock.
    case unlocked
    /// A new PIN, passphrase or key.
    case credentialReplaced
  }

  package let person: StaffID
  package let change: Change
  package let credential: String?

  package init(person: StaffID, change: Change, credential: String? = nil) {
    self.person = person
    self.change = change
    self.credential = credential
  }
}

/// Something at the login: who came, who left, who was refused.
///
/// Never what was typed, not even a name that nobody has: people type PINs into the wrong field.
package struct LoginRecorded: Codable, Sendable, Equatable {
  package enum Outcome: String, Codable, Sendable {
    case accepted
    /// A wrong PIN, passphrase or key.
    case wrong
    /// The wrong try that locked the person.
    case locked
    /// A try of somebody who had to wait or was locked.
    case refused
    /// A name that is not on the list.
    case unknown
    /// Left by the person.
    case left
    /// Left by the box, because nobody did anything.
    case idle
    /// Logged in, and asked for something that the role may not do.
    case notAllowed
  }

  package let person: StaffID?
  package let outcome: Outcome
  /// What was not allowed.
  package let duty: Duty?

  package init(_ outcome: Outcome, person: StaffID? = nil, duty: Duty? = nil) {
    self.person = person
    self.outcome = outcome
    self.duty = duty
  }
}
