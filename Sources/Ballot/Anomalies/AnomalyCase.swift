/// One anomaly from the day it was raised to the guidance body's decision.
package struct AnomalyCase: Sendable, Equatable {
  package enum State: Sendable, Equatable {
    case open
    /// Sent to the guidance body with its evidence: hexadecimal SHA-256 of each file.
    case submitted(evidence: [String])
    case authorised(action: AnomalyAction, number: String)
    /// Sent back; it may be submitted again.
    case returned(reason: String)
  }

  /// From 1 in each election.
  package let number: Int
  package let code: AnomalyCode
  package let detail: String
  package let authority: AnomalyAuthority
  package let actions: [AnomalyAction]
  package internal(set) var state: State = .open

  package init(
    number: Int, code: AnomalyCode, detail: String, authority: AnomalyAuthority, actions: [AnomalyAction]
  ) {
    self.number = number
    self.code = code
    self.detail = detail
    self.authority = authority
    self.actions = actions
  }

  /// What was authorised; nil while nothing was.
  package var authorised: AnomalyAction? {
    if case .authorised(let action, _) = state { action } else { nil }
  }

  package var evidence: [String] {
    if case .submitted(let evidence) = state { evidence } else { [] }
  }

  /// Whether the election stands still because of it.
  package var isLocking: Bool { authority == .guidance && authorised == nil }
}

/// Why a step of an anomaly is refused.
package enum AnomalyRefusal: Error, Hashable, Sendable {
  case noSuchAnomaly(Int)
  /// Without evidence the guidance body cannot judge.
  case noEvidence(Int)
  case alreadyDecided(Int)
  case notSubmitted(Int)
  case actionNotAllowed(AnomalyAction, allowed: [AnomalyAction])
  case noNumber(Int)
}

/// All anomalies of an election and what became of them.
package struct AnomalyLedger: Sendable, Equatable {
  package private(set) var cases: [AnomalyCase] = []

  package init() {}

  /// The anomalies that nothing moves without.
  package var locking: [AnomalyCase] { cases.filter(\.isLocking) }

  /// What they keep from being entered, said as for every other stage that is locked.
  package var locks: [StageLock] { locking.map { .anomaly($0.number, $0.code) } }

  package subscript(number: Int) -> AnomalyCase? {
    cases.indices.contains(number - 1) ? cases[number - 1] : nil
  }

  /// Opens a case; an anomaly that the pack does not know waits for the guidance body.
  @discardableResult
  package mutating func raise(
    _ code: AnomalyCode, detail: String, under rule: AnomalyRule?, at stage: Stage?
  ) -> AnomalyCase {
    let opened = AnomalyCase(
      number: cases.count + 1, code: code, detail: detail,
      authority: rule?.authority(at: stage) ?? .guidance, actions: rule?.actions ?? [])
    cases.append(opened)
    return opened
  }

  /// Sends a case to the guidance body.
  package mutating func submit(_ number: Int, evidence: [String]) throws(AnomalyRefusal) {
    let found = try undecided(number)
    guard !evidence.isEmpty else { throw .noEvidence(number) }
    cases[found.number - 1].state = .submitted(evidence: evidence)
  }

  /// Takes in an authorisation whose signature and payload were checked.
  package mutating func authorise(
    _ number: Int, action: AnomalyAction, authorisation: String
  ) throws(AnomalyRefusal) {
    let found = try submitted(number)
    guard found.actions.contains(action) else {
      throw .actionNotAllowed(action, allowed: found.actions)
    }
    guard !authorisation.isEmpty else { throw .noNumber(number) }
    cases[found.number - 1].state = .authorised(action: action, number: authorisation)
  }

  /// Takes in that the guidance body sent a case back.
  package mutating func sendBack(_ number: Int, reason: String) throws(AnomalyRefusal) {
    let found = try submitted(number)
    cases[found.number - 1].state = .returned(reason: reason)
  }

  private func undecided(_ number: Int) throws(AnomalyRefusal) -> AnomalyCase {
    guard let found = self[number] else { throw .noSuchAnomaly(number) }
    guard found.authorised == nil else { throw .alreadyDecided(number) }
    return found
  }

  private func submitted(_ number: Int) throws(AnomalyRefusal) -> AnomalyCase {
    let found = try undecided(number)
    guard case .submitted = found.state else { throw .notSubmitted(number) }
    return found
  }
}
