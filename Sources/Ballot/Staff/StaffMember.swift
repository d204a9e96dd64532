/// The number of a person on the box's staff list, from 1 in the order of enrolment; never used again.
package struct StaffID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  package static func < (left: StaffID, right: StaffID) -> Bool { left.rawValue < right.rawValue }
}

/// Somebody who can log in.
package struct StaffMember: Sendable, Equatable {
  package let id: StaffID
  package let name: String
  package let role: StaffRole
  /// Hexadecimal SHA-256 of the credential that is kept beside the journal.
  package internal(set) var credential: String
  package internal(set) var tries = TryLimit()
}
