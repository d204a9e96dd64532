/// What became of a file: the whole roll, or every reason why not.
package struct RollOutcome: Equatable, Sendable {
  package let columns: [RollColumn]
  package let totals: RollTotals
  package let notices: [RollNotice]
  package let result: Result<[VoterRecord], RollRejection>
}

/// Why nothing was imported.
package enum RollRejection: Error, Equatable, Sendable {
  case header(RollHeaderError)
  /// Every fault of every row, in order of rows.
  case rows([RollRefusal])
  /// The table has a header and no person.
  case nobody
}

/// How many rows were what.
package struct RollTotals: Equatable, Sendable {
  /// Rows that say something about a person, right or wrong.
  package internal(set) var people = 0
  package internal(set) var accepted = 0
  package internal(set) var refused = 0
  /// Empty rows, and rows with nothing in a recognised column.
  package internal(set) var blank = 0
  package internal(set) var repeatedHeaders = 0
  package internal(set) var withoutIdentity = 0
  /// Rows that got a class because theirs was empty or there is no such column.
  package internal(set) var assumedClass = 0
}

/// Something accepted that an officer should know.
package enum RollNotice: Hashable, Sendable {
  /// One group was written in several ways; the first is kept.
  case groupSpellings(kept: GroupName, others: [String])
}

extension RollRejection: CustomStringConvertible {
  package var description: String {
    switch self {
    case .header(let error): error.description
    case .rows(let refusals): "\(Set(refusals.map(\.row)).count) rows are refused; nothing was imported"
    case .nobody: "there is nobody in the table"
    }
  }
}
