/// Finds people of the roll by anything a person at the desk types: characters, pinyin, initials, numbers.
///
/// Words separated by spaces have to fit all: `wxm 3z` is 王小明 of group 3. Answers are ranked; the same query always
/// gives the same order.
package struct PersonIndex: Sendable {
  /// By what a person was found, best first.
  package enum Rank: Int, Comparable, Sendable {
    case rollNumber, exactName, wholeName, beginningOfName, insideName, identityTail, group

    package static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  /// A person found.
  package struct Match: Sendable, Equatable {
    package let voter: VoterRecord
    package let rank: Rank
  }

  struct Entry: Sendable {
    let voter: VoterRecord
    let name: SpelledText
    /// The place of the voter's group in `groups`.
    let group: Int
  }

  struct Group: Sendable {
    let name: SpelledText
    let identity: String
  }

  let entries: [Entry]
  let groups: [Group]

  package init(_ voters: [VoterRecord], table: PinyinTable = .unihan) {
    var places: [GroupName: Int] = [:]
    var groups: [Group] = []
    entries = voters.map { voter in
      let place = places[voter.group] ?? groups.count
      if place == groups.count {
        places[voter.group] = place
        groups.append(
          Group(
            name: SpelledText(text: voter.group.rawValue, table: table), identity: voter.group.identity))
      }
      return Entry(voter: voter, name: SpelledText(name: voter.name, table: table), group: place)
    }
    self.groups = groups
  }

  /// The people that a query fits, best first and by roll number among equals; nobody for an empty query.
  package func find(_ query: String, limit: Int = 50) -> [Match] {
    let terms = SearchTerm.terms(of: query)
    guard !terms.isEmpty else { return [] }
    let matches = entries.compactMap { entry in
      rank(entry, terms).map { Match(voter: entry.voter, rank: $0) }
    }
    let sorted = matches.sorted { ($0.rank, $0.voter.number) < ($1.rank, $1.voter.number) }
    return Array(sorted.prefix(limit))
  }

  /// The best word decides the rank; a word that does not fit at all decides that the person is not meant.
  private func rank(_ entry: Entry, _ terms: [SearchTerm]) -> Rank? {
    var best: Rank?
    for term in terms {
      guard let rank = rank(entry, term) else { return nil }
      best = min(best ?? rank, rank)
    }
    return best
  }

  private func rank(_ entry: Entry, _ term: SearchTerm) -> Rank? {
    switch term {
    case .characters(let text):
      PersonIndex.rank(name: entry.voter.name, text) ?? (groupFits(entry, characters: text) ? .group : nil)
    case .letters(let letters):
      entry.name.fit(letters).map(Rank.init)
        ?? (groups[entry.group].name.fit(letters).flatMap { $0 <= .whole ? .group : nil })
    case .digits(let digits): rank(entry, digits: digits)
    case .identityTail(let tail): PersonIndex.identity(of: entry.voter, endsWith: tail) ? .identityTail : nil
    case .group(let identity): groups[entry.group].identity == identity ? .group : nil
    }
  }

  private static func rank(name: String, _ text: String) -> Rank? {
    if name == text { return .exactName }
    if name.hasPrefix(text) { return .beginningOfName }
    return name.contains(text) ? .insideName : nil
  }

  private func groupFits(_ entry: Entry, characters text: String) -> Bool {
    let group = groups[entry.group]
    return group.name.text.contains(text) || group.identity == GroupName(rawValue: text).identity
  }

  private func rank(_ entry: Entry, digits: String) -> Rank? {
    if String(entry.voter.number.rawValue) == digits { return .rollNumber }
    if PersonIndex.identity(of: entry.voter, endsWith: digits) { return .identityTail }
    let number = groups[entry.group].identity.prefix { $0.isASCII && $0.isNumber }
    return number == digits ? .group : nil
  }

  /// Fewer than three characters of an ID number would fit too many people.
  private static func identity(of voter: VoterRecord, endsWith tail: String) -> Bool {
    tail.count >= 3 && (voter.identity?.unmasked.hasSuffix(tail) ?? false)
  }
}

extension PersonIndex.Rank {
  fileprivate init(_ fit: SpelledText.Fit) {
    switch fit {
    case .spelledOut: self = .exactName
    case .whole: self = .wholeName
    case .beginning: self = .beginningOfName
    case .inside: self = .insideName
    }
  }
}
