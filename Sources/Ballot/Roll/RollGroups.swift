/// Keeps one spelling a group, so that 3, 3组 and 三组 are one.
struct RollGroups {
  private var kept: [String: GroupName] = [:]
  private var spellings: [String: GroupName] = [:]
  private var others: [GroupName: [String]] = [:]

  /// The spelling that the group had first.
  mutating func name(for group: GroupName) -> GroupName {
    if let known = spellings[group.rawValue] { return known }
    let identity = group.identity
    let name = kept[identity] ?? group
    if name != group { others[name, default: []].append(group.rawValue) }
    kept[identity] = name
    spellings[group.rawValue] = name
    return name
  }

  /// The groups written in several ways.
  var notices: [RollNotice] {
    others.sorted { $0.key < $1.key }.map { .groupSpellings(kept: $0.key, others: $0.value) }
  }
}
