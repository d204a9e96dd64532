/// The name of a villagers' or residents' group (村民小组), sorted 1组, 2组 … 10组 and 一组 … 十组.
package struct GroupName: RawRepresentable, Hashable, Sendable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Reads a group as written; a bare number becomes `3组`.
  package init(written text: String) {
    let plain = CellText.withoutSpaces(text)
    self.rawValue = Int(plain) == nil ? plain : "\(plain)组"
  }

  /// What 3组, 三组, 第三组 and 第三村民小组 have in common, or the name itself.
  var identity: String {
    var rest = rawValue[...]
    if rest.hasPrefix("第") { rest.removeFirst() }
    var kind = ""
    for (ending, name) in GroupName.endings where rest.hasSuffix(ending) {
      rest.removeLast(ending.count)
      kind = name
      break
    }
    guard !kind.isEmpty, let number = Int(rest) ?? ChineseNumber.value(of: rest) else { return rawValue }
    return "\(number)\(kind)"
  }

  private static let endings = [
    ("村民小组", "组"), ("居民小组", "组"), ("小组", "组"), ("组", "组"),
    ("合作社", "社"), ("社", "社"), ("生产队", "队"), ("队", "队"),
  ]
}

extension GroupName: Comparable {
  package static func < (left: GroupName, right: GroupName) -> Bool {
    let (first, second) = (NaturalOrder(left.rawValue), NaturalOrder(right.rawValue))
    return first == second ? left.rawValue < right.rawValue : first < second
  }
}

extension GroupName: CustomStringConvertible {
  package var description: String { rawValue }
}
