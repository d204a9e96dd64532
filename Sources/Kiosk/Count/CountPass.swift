import Ballot

/// Which reading of the sheets: the count itself, or the second one of a recount.
enum CountPass: Hashable, Sendable {
  case first
  case second

  /// The number of the recount that is open; nil for the count itself.
  func number(in election: ElectionState) throws -> Int? {
    guard self == .second else { return nil }
    guard let open = election.openRecount else { throw Failure(Refusal.recountRefused(.notOpen)) }
    return open.number
  }
}
