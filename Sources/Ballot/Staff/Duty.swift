/// A kind of work at the box that not everybody may do.
package enum Duty: String, Codable, Sendable, CaseIterable {
  /// Beginning an election, going on to a stage, recording that a condition holds, moving the day.
  case procedure
  /// Looking people up on the roll, with their ID numbers masked.
  case rollLooking
  case rollKeeping
  case rollFreezing
  case candidates
  /// Printing voter cards.
  case cards
  /// Voiding a card and making a new one.
  case cardReplacement
  /// Laying out and printing ballots.
  case ballots
  /// Opening and closing the polls.
  case polling
  /// Checking cards, issuing and exchanging ballots.
  case issuing
  case proxies
  /// Opening the boxes and reading sheets.
  case counting
  /// Deciding doubtful marks.
  case deciding
  case reconciling
  /// Signing the totals.
  case closing
  case bulletins
  /// Reporting an anomaly to the guidance body.
  case anomalies
  /// Taking in a decision of the guidance body.
  case authorising
  case sealing
  /// Carrying bundles out of the box.
  case exporting
  /// Entering, removing and unlocking staff.
  case staffing
  /// Reading the journal and the statistics.
  case supervising
  /// Devices, clock, settings.
  case maintaining
}
