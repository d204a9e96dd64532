/// A second reading of all sheets of a count, before it closes, to be compared with the first.
///
/// Both readings are sets without an order; which sheet of the one is which of the other is never kept.
package struct Recount: Sendable, Equatable {
  package let opened: RecountOpened
  package var closed: RecountClosed?
  /// Whether the first reading has changed since the recount ended.
  package var isOutdated = false

  package var number: Int { opened.number }
  package var isOpen: Bool { closed == nil }
}

/// The sheets begin to go under the camera once more.
package struct RecountOpened: Codable, Sendable, Equatable {
  /// From 1 within a round.
  package let number: Int
  package let witnesses: [String]

  package init(number: Int, witnesses: [String]) {
    self.number = number
    self.witnesses = witnesses
  }
}

/// How a recount ended, and who signed.
///
/// Never how a sheet was read: the numbers by line are in the comparison, which `comparison` names.
package struct RecountClosed: Codable, Sendable, Equatable {
  package enum Outcome: String, Codable, Sendable, CaseIterable {
    /// Every line has the same numbers in both readings.
    case agreed
    case differs
    /// Given up before all sheets were read a second time.
    case abandoned
  }

  package let number: Int
  package let outcome: Outcome
  /// Sheets in the first and in the second reading.
  package let first: Int
  package let second: Int
  /// Lines of the ballot that differ.
  package let differing: Int
  /// SHA-256 of the comparison, hexadecimal.
  package let comparison: String
  package let signers: [String]

  package init(
    number: Int, outcome: Outcome, first: Int, second: Int, differing: Int, comparison: String,
    signers: [String]
  ) {
    self.number = number
    self.outcome = outcome
    self.first = first
    self.second = second
    self.differing = differing
    self.comparison = comparison
    self.signers = signers
  }
}

/// Why a recount is not begun, not gone on with, or not ended; or why the count has to wait for it.
package enum RecountRefusal: Error, Hashable, Sendable {
  /// No sheet was read yet, so there is nothing to compare with.
  case nothingRead
  case openAlready(Int)
  case notOpen
  /// The count closes only when the recount has ended.
  case stillOpen(Int)
}
