/// The states of an election in the order of RULES §3.
package enum Stage: String, Codable, Sendable, CaseIterable, Comparable {
  case prepare
  case committeeFormed
  case planAdopted
  case dayAnnounced
  case registering
  case rollPosted
  case rollObjections
  case cardsIssued
  case repsElected
  case nominating
  case vetting
  case primary
  case candidatesPosted
  case forum
  case dayPrepared
  case polling
  case counting
  case declared
  case filed
  case supervisionElected
  case handedOver
  case archived

  /// S00 … S21.
  package var code: String {
    let number = Stage.allCases.firstIndex(of: self) ?? 0
    return number < 10 ? "S0\(number)" : "S\(number)"
  }

  package static func < (left: Stage, right: Stage) -> Bool { left.code < right.code }
}
