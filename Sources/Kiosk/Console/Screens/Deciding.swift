import Ballot
import Terminal

/// A doubtful mark on the table, with what each of two scrutineers says of it.
///
/// Both press a key of their own; only when both say the same is it a decision.
struct Deciding: Equatable, Sendable {
  /// What can be found, in the order of the keys.
  enum Option: Equatable, Sendable, CaseIterable {
    case first, second, third, fourth
  }

  var mark: PendingMark
  private(set) var left: Option?
  private(set) var right: Option?
  /// For a write-in row: the name being looked for, and who was found.
  private(set) var search = TextField(.text, most: 20)
  private(set) var found: [VoterFace] = []
  private(set) var chosen = 0
  /// The person that the writing means, once picked from the roll.
  private(set) var person: VoterFace?
  private(set) var isSearching: Bool

  init(_ mark: PendingMark) {
    self.mark = mark
    isSearching = mark.isWriteIn
  }

  static let leftKeys: [Character] = ["a", "s", "d", "f"]
  static let rightKeys: [Character] = ["j", "k", "l", ";"]

  /// What an option means on this line; nil where it has no meaning yet.
  func finding(_ option: Option) -> LineDecision.Finding? {
    switch (option, mark.isWriteIn) {
    case (.first, false): .mark(.for)
    case (.second, false): .mark(.against)
    case (.third, false): .mark(.blank)
    case (.fourth, false): .void(.m09)
    case (.first, true): person.map { .person(PersonID(roll: $0.number)) }
    case (.second, true): .mark(.blank)
    case (.third, true): .void(.m11)
    case (.fourth, true): .void(.m12)
    }
  }

  /// What both found; nil while one is missing or they differ.
  var agreed: LineDecision.Finding? { left != nil && left == right ? left.flatMap(finding) : nil }

  var differ: Bool { left != nil && right != nil && left != right }

  /// Takes a scrutineer's key; false when it is none, or has no meaning yet.
  mutating func take(_ character: Character) -> Bool {
    let key = Character(character.lowercased())
    // A full-width semicolon is what a Chinese keyboard state gives.
    let typed: Character = key == "；" ? ";" : key
    if let place = Deciding.leftKeys.firstIndex(of: typed) {
      return set(Option.allCases[place], isLeft: true)
    }
    if let place = Deciding.rightKeys.firstIndex(of: typed) {
      return set(Option.allCases[place], isLeft: false)
    }
    return false
  }

  private mutating func set(_ option: Option, isLeft: Bool) -> Bool {
    guard finding(option) != nil else { return false }
    if isLeft { left = option } else { right = option }
    return true
  }

  /// Takes back what was pressed.
  mutating func clear() { (left, right) = (nil, nil) }

  // MARK: Who is written in

  /// Takes a key of the search; true when the text has changed.
  mutating func type(_ key: Key) -> Bool {
    guard search.take(key) else { return false }
    chosen = 0
    return true
  }

  mutating func show(_ people: [VoterFace]) {
    found = people
    chosen = min(chosen, max(0, people.count - 1))
  }

  mutating func move(_ step: Int) { chosen = min(max(0, chosen + step), max(0, found.count - 1)) }

  /// Picks the person under the bar; false when nobody was found.
  mutating func pick() -> Bool {
    guard found.indices.contains(chosen) else { return false }
    person = found[chosen]
    isSearching = false
    clear()
    return true
  }

  /// Goes on without a person: blank, illegible, not on the roll.
  mutating func nobody() {
    person = nil
    isSearching = false
    clear()
  }

  mutating func searchAgain() {
    isSearching = true
    clear()
  }
}
