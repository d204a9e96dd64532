/// The three classes of villagers who may be registered (Organic Law of Villagers' Committees, 登记类别).
package enum RegistrationClass: Int, Codable, Hashable, Sendable, CaseIterable {
  /// 户籍在本村并且在本村居住: registered and living here.
  case registeredAndLivingHere = 1
  /// 户籍在本村，不在本村居住: registered here, living elsewhere, has declared to take part.
  case registeredLivingElsewhere = 2
  /// 户籍不在本村，在本村居住一年以上: living here, registered elsewhere, applied and was admitted.
  case livingHereRegisteredElsewhere = 3

  /// Reads a class by number (1, 一类, 第三类) or by its words (户籍在本村不居住).
  package init?(written text: String) {
    if let known = Int(text).flatMap(RegistrationClass.init(rawValue:)) {
      self = known
      return
    }
    let plain = CellText.headerKey(text)
    if let number = RegistrationClass.number(in: plain), let known = RegistrationClass(rawValue: number) {
      self = known
    } else if let known = RegistrationClass(words: plain) {
      self = known
    } else {
      return nil
    }
  }

  private static func number(in plain: String) -> Int? {
    var rest = plain[...]
    if rest.hasPrefix("第") { rest.removeFirst() }
    for ending in ["类选民", "类人员", "类村民", "类居民", "类"] where rest.hasSuffix(ending) {
      rest.removeLast(ending.count)
      break
    }
    if rest.hasPrefix("类别") { rest.removeFirst(2) }
    return Int(rest) ?? ChineseNumber.value(of: rest)
  }

  private init?(words: String) {
    let registeredElsewhere = ["户籍不在本", "户口不在本", "非本村户籍", "非本社区户籍", "外来"]
    let livingElsewhere = ["不居住", "未居住", "不在本村居住", "不在本社区居住", "外出", "居住在外"]
    if registeredElsewhere.contains(where: { words.contains($0) }) {
      self = .livingHereRegisteredElsewhere
    } else if words.contains("户籍在本") || words.contains("户口在本") {
      let away = livingElsewhere.contains(where: { words.contains($0) })
      guard away || words.contains("居住") else { return nil }
      self = away ? .registeredLivingElsewhere : .registeredAndLivingHere
    } else {
      return nil
    }
  }
}
