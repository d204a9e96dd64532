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
    /// The name in UTF-8, in which searching is comparing bytes.
    let bytes: [UInt8]
    let identity: [UInt8]
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
      return Entry(
        voter: voter, name: SpelledText(name: voter.name, table: table), bytes: Array(voter.name.utf8),
        identity: Array((voter.identity?.unmasked ?? "").utf8), group: place)
    }
    self.groups = groups
  }

  /// The people that a query fits, best first and by roll number among equals; nobody for an empty query.
  package func find(_ query: String, limit: Int = 50) -> [Match] {
    let sought = SearchTerm.terms(of: query).map { Sought($0, groups) }
    guard !sought.isEmpty else { return [] }
    let matches = entries.compactMap { entry in
      PersonIndex.rank(entry, sought).map { Match(voter: entry.voter, rank: $0) }
    }
    let sorted = matches.sorted { ($0.rank, $0.voter.number) < ($1.rank, $1.voter.number) }
    return Array(sorted.prefix(limit))
  }

  /// A word with what does not depend on the person: its bytes, and the groups that it may mean.
  private struct Sought {
    let term: SearchTerm
    let bytes: [UInt8]
    let groups: Set<Int>

    init(_ term: SearchTerm, _ groups: [Group]) {
      self.term = term
      bytes =
        switch term {
        case .characters(let text), .digits(let text), .identityTail(let text): Array(text.utf8)
        case .letters, .group: []
        }
      self.groups = Set(groups.indices.filter { Sought.fits(term, groups[$0]) })
    }

    private static func fits(_ term: SearchTerm, _ group: Group) -> Bool {
      switch term {
      case .characters(let text):
        group.name.text.contains(text) || group.identity == GroupName(rawValue: text).identity
      case .letters(let letters): group.name.fit(letters).map { $0 <= .whole } ?? false
      case .digits(let digits): group.identity.prefix { $0.isASCII && $0.isNumber } == digits
      case .identityTail: false
      case .group(let identity): group.identity == identity
      }
    }
  }

  /// The best word decides the rank; a word that does not fit at all decides that the person is not meant.
  private static func rank(_ entry: Entry, _ sought: [Sought]) -> Rank? {
    var best: Rank?
    for word in sought {
      guard
        let rank = rank(entry, word.term, word.bytes) ?? (word.groups.contains(entry.group) ? .group : nil)
      else { return nil }
      best = min(best ?? rank, rank)
    }
    return best
  }

  /// The rank by the person alone.
  private static func rank(_ entry: Entry, _ term: SearchTerm, _ bytes: [UInt8]) -> Rank? {
    switch term {
    case .characters: rank(name: entry.bytes, bytes)
    case .letters(let letters): entry.name.fit(letters).map(Rank.init)
    case .digits(let digits):
      String(entry.voter.number.rawValue) == digits
        ? .rollNumber : identity(entry.identity, endsWith: bytes) ? .identityTail : nil
    case .identityTail: identity(entry.identity, endsWith: bytes) ? .identityTail : nil
    case .group: nil
    }
  }

  private static func rank(name: [UInt8], _ text: [UInt8]) -> Rank? {
    if name.starts(with: text) { return name.count == text.count ? .exactName : .beginningOfName }
    guard name.count > text.count else { return nil }
    let isInside = (1...name.count - text.count).contains { name[$0...].starts(with: text) }
    return isInside ? .insideName : nil
  }

  /// Fewer than three characters of an ID number would fit too many people.
  private static func identity(_ number: [UInt8], endsWith tail: [UInt8]) -> Bool {
    tail.count >= 3 && number.suffix(tail.count) == tail[...]
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
