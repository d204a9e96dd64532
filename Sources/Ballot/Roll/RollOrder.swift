/// Numbers the voters: by group, within it by household, within that as in the file.
enum RollOrder {
  static func numbered(_ drafts: [RollDraft]) -> [VoterRecord] {
    let groups = ranks(Set(drafts.map(\.group.rawValue)))
    let households = ranks(Set(drafts.map(\.household)))
    var keys = drafts.indices.map { index in
      Key(
        group: groups[drafts[index].group.rawValue] ?? 0, household: households[drafts[index].household] ?? 0,
        index: index)
    }
    keys.sort()
    return keys.enumerated().map { place, key in drafts[key.index].numbered(place + 1) }
  }

  private struct Key: Comparable {
    let group: Int
    let household: Int
    let index: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.group, left.household, left.index) < (right.group, right.household, right.index)
    }
  }

  /// The place of every name in natural order; the empty one last.
  private static func ranks(_ names: Set<String>) -> [String: Int] {
    let ordered = names.map { (name: $0, order: NaturalOrder($0)) }.sorted { left, right in
      if left.name.isEmpty != right.name.isEmpty { return right.name.isEmpty }
      return left.order == right.order ? left.name < right.name : left.order < right.order
    }
    return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.name, $0) })
  }
}
