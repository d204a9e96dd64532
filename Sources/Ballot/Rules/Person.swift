/// A person who can get votes: a roll number, or in tables of examples any short name.
package struct PersonID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// The person with a number on the roll.
  package init(roll: Int) { self.init(rawValue: String(roll)) }

  package static func < (left: PersonID, right: PersonID) -> Bool { left.rawValue < right.rawValue }
}
