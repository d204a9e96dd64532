extension PersonIndex {
  /// How a name written by hand resembles a name on the roll, closest first.
  package enum Likeness: Int, Comparable, Sendable {
    case same
    /// Other characters that are read alike: 王小名 for 王小明.
    case soundsAlike
    /// One character of three or more differs.
    case oneCharacterOff
    /// One of the two names lacks a character of the other.
    case partOnly

    package static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
  }

  /// Somebody who may be meant by a written name.
  package struct WrittenMatch: Sendable, Equatable {
    package let voter: VoterRecord
    package let likeness: Likeness
    /// How many on the roll bear this very name; from two on the group or the house has to tell them apart.
    package let namesakes: Int
  }

  /// Who may be meant by a name that a voter wrote on a ballot, closest first.
  ///
  /// Proposals only: who is meant is decided by the scrutineers, and by the rules for wrongly written names.
  package func written(_ name: String, limit: Int = 12, table: PinyinTable = .unihan) -> [WrittenMatch] {
    let scalars = Array(CellText.withoutSpaces(name).unicodeScalars)
    guard !scalars.isEmpty else { return [] }
    let readings = scalars.map { Set(table.readings(of: $0)) }
    let likely = entries.compactMap { entry in
      PersonIndex.likeness(Array(entry.voter.name.unicodeScalars), scalars, readings, table).map {
        (voter: entry.voter, likeness: $0)
      }
    }
    let sorted = likely.sorted { ($0.likeness, $0.voter.number) < ($1.likeness, $1.voter.number) }
    return sorted.prefix(limit).map { found in
      WrittenMatch(
        voter: found.voter, likeness: found.likeness,
        namesakes: entries.count { $0.voter.name == found.voter.name })
    }
  }

  private static func likeness(
    _ name: [Unicode.Scalar], _ written: [Unicode.Scalar], _ readings: [Set<String>], _ table: PinyinTable
  ) -> Likeness? {
    if name == written { return .same }
    guard name.count == written.count else { return isPart(name, of: written) ? .partOnly : nil }
    let differing = name.indices.filter { name[$0] != written[$0] }
    if differing.allSatisfy({ !readings[$0].isDisjoint(with: table.readings(of: name[$0])) }) {
      return .soundsAlike
    }
    return name.count >= 3 && differing.count == 1 ? .oneCharacterOff : nil
  }

  /// Whether the shorter of two names, at least two characters long, is the longer one with one character left out.
  private static func isPart(_ name: [Unicode.Scalar], of written: [Unicode.Scalar]) -> Bool {
    let (short, long) = name.count < written.count ? (name, written) : (written, name)
    guard short.count >= 2, long.count == short.count + 1 else { return false }
    return long.indices.contains { place in Array(long[..<place] + long[(place + 1)...]) == short }
  }
}
