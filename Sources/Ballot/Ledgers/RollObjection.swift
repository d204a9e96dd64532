/// An objection to the posted roll (RULES §3, S06): what is asked, and what the election committee decided.
package struct RollObjection: Sendable, Equatable {
  package enum Claim: String, Codable, Sendable, CaseIterable {
    /// Somebody is missing.
    case add
    /// Somebody should not be there.
    case remove
    /// Something about somebody is wrong.
    case correct
  }

  package enum Outcome: String, Codable, Sendable, CaseIterable { case added, removed, corrected, kept }

  package let number: Int
  package let claim: Claim
  /// The roll number it is about; nil where somebody is missing.
  package let roll: Int?
  package let received: Day
  /// Hexadecimal SHA-256 of the paper with names and reasons, which are not in the journal.
  package let paper: String
  package internal(set) var outcome: Outcome?
  package internal(set) var decided: Day?

  package var isOpen: Bool { outcome == nil }
}

/// An objection as it was received.
package struct ObjectionReceived: Codable, Sendable, Equatable {
  package let number: Int
  package let claim: RollObjection.Claim
  package let roll: Int?
  package let day: Day
  package let paper: String

  package init(number: Int, claim: RollObjection.Claim, roll: Int?, day: Day, paper: String) {
    self.number = number
    self.claim = claim
    self.roll = roll
    self.day = day
    self.paper = paper
  }
}

/// The election committee's decision on an objection.
package struct ObjectionDecided: Codable, Sendable, Equatable {
  package let number: Int
  package let outcome: RollObjection.Outcome
  package let reason: String

  package init(number: Int, outcome: RollObjection.Outcome, reason: String) {
    self.number = number
    self.outcome = outcome
    self.reason = reason
  }
}

/// Why an objection is not taken in or not decided, or why the roll is not frozen because of one.
package enum ObjectionRefusal: Error, Hashable, Sendable {
  /// The roll was not posted (B05) yet.
  case notPosted
  case tooLate(until: Day)
  case noSuchObjection(Int)
  case decidedAlready(Int)
  /// A claim to add somebody names no roll number; every other claim does.
  case rollNumberNeeded(RollObjection.Claim)
  /// The decision does not answer the claim: nobody is removed who was to be added.
  case notAnAnswer(RollObjection.Claim, RollObjection.Outcome)
  /// Objections that wait; the roll cannot be frozen.
  case open([Int])
  /// The days for objections are not over; the roll cannot be frozen.
  case periodRuns(until: Day)
}
