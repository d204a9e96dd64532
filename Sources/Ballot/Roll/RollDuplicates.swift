/// Finds people who are in the table twice.
struct RollDuplicates {
  private struct Person: Hashable {
    let name: String
    let birth: Int
    let group: String
  }

  private struct Seen {
    let row: Int
    let hasIdentity: Bool
  }

  private var identities: [IdentityNumber: Int] = [:]
  private var people: [Person: Seen] = [:]

  /// The earlier row with the same identity number, or nil, and then this row is remembered.
  mutating func firstRow(of identity: IdentityNumber, row: Int) -> Int? {
    if let first = identities[identity] { return first }
    identities[identity] = row
    return nil
  }

  /// The earlier row with the same name, date of birth and group, or nil.
  ///
  /// Two such people are told apart by their identity numbers; where one of the two has none, the officer
  /// has to look.
  mutating func firstRow(of draft: RollDraft, row: Int) -> Int? {
    let person = Person(name: draft.name, birth: draft.birth.daysSince1970, group: draft.group.rawValue)
    let hasIdentity = draft.identity != nil
    guard let other = people[person] else {
      people[person] = Seen(row: row, hasIdentity: hasIdentity)
      return nil
    }
    return hasIdentity && other.hasIdentity ? nil : other.row
  }
}
