import Ballot
import Yams

/// Reads a YAML tree with a path for everything, and gathers every problem instead of stopping at the first.
struct PlanTree {
  private(set) var problems: [PlanProblem] = []
  private(set) var lines: [String: Int] = [:]

  /// No list of a plan comes near this; YAML's aliases can make lists of lists that never end.
  private static let longestList = 200
  /// Titles and names are printed on a page.
  private static let longestText = 100

  mutating func report(_ path: String, _ reason: PlanProblem.Reason) {
    problems.append(PlanProblem(path, reason))
  }

  /// The line of a path, or of the nearest thing around it.
  func line(of path: String) -> Int {
    var path = path[...]
    while true {
      if let line = lines[String(path)] { return line }
      guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return 1 }
      path = path[..<cut]
    }
  }

  /// The members of a mapping; unknown keys are reported.
  mutating func mapping(_ node: Node?, _ path: String, keys: [String]) -> [String: Node] {
    guard let node else { return [:] }
    note(node, path)
    guard case .mapping(let mapping) = node else {
      report(path, .wrongKind(expected: "mapping"))
      return [:]
    }
    var members: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      let place = path.isEmpty ? name : "\(path).\(name)"
      note(key, place)
      guard keys.contains(name) else {
        report(place, .unknownKey(name, known: keys))
        continue
      }
      members[name] = value
    }
    return members
  }

  mutating func list(_ node: Node?, _ path: String) -> [(node: Node, path: String)] {
    guard let node else { return [] }
    guard case .sequence(let items) = node else {
      report(path, .wrongKind(expected: "list"))
      return []
    }
    guard items.count <= PlanTree.longestList else {
      report(path, .tooMany(items.count, most: PlanTree.longestList))
      return []
    }
    return items.enumerated().map { index, item in
      note(item, "\(path)[\(index)]")
      return (item, "\(path)[\(index)]")
    }
  }

  /// Text; nil when absent, and reported when absent and required.
  mutating func text(_ node: Node?, _ path: String, required: Bool = true) -> String? {
    guard let node, node.tag.description != "tag:yaml.org,2002:null" else {
      if required { report(path, .missing) }
      return nil
    }
    guard case .scalar(let scalar) = node else {
      report(path, .wrongKind(expected: "text"))
      return nil
    }
    guard scalar.string.contains(where: { !$0.isWhitespace }) else {
      if required { report(path, .missing) }
      return nil
    }
    guard scalar.string.count <= PlanTree.longestText else {
      report(path, .tooLong(most: PlanTree.longestText))
      return nil
    }
    return scalar.string
  }

  mutating func number(_ node: Node?, _ path: String, in range: ClosedRange<Int>) -> Int? {
    guard let number = number(node, path) else { return nil }
    if range.contains(number) { return number }
    report(path, .numberOutOfRange(number, least: range.lowerBound, most: range.upperBound))
    return nil
  }

  mutating func number(_ node: Node?, _ path: String) -> Int? {
    guard let text = text(node, path) else { return nil }
    guard let number = Int(text) else {
      report(path, .wrongKind(expected: "number"))
      return nil
    }
    return number
  }

  /// `true` or `false`, in Chinese too; nil when absent.
  mutating func flag(_ node: Node?, _ path: String) -> Bool? {
    switch text(node, path, required: false) {
    case nil: return nil
    case "true", "是": return true
    case "false", "否": return false
    case let other?:
      report(path, .unknownValue(other, known: ["true", "false"]))
      return nil
    }
  }

  mutating func day(_ node: Node?, _ path: String, required: Bool = true) -> Day? {
    guard let text = text(node, path, required: required) else { return nil }
    if let day = Day(iso: text) { return day }
    report(path, .notADay(text))
    return nil
  }

  mutating func time(_ node: Node?, _ path: String) -> String? {
    guard let text = text(node, path) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.filter { $0.utf8.count == 2 }.compactMap { Int($0) }
    if parts.count == 2, numbers.count == 2, (0..<24).contains(numbers[0]), (0..<60).contains(numbers[1]) {
      return text
    }
    report(path, .notATime(text))
    return nil
  }

  mutating func id(_ node: Node?, _ path: String) -> String? {
    guard let text = text(node, path) else { return nil }
    let allowed = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
    }
    if allowed, (1...32).contains(text.utf8.count) { return text }
    report(path, .notAnID(text))
    return nil
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node?, _ path: String, required: Bool = true
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(node, path, required: required) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(path, .unknownValue(text, known: Choice.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func note(_ node: Node, _ path: String) {
    if let mark = node.mark, lines[path] == nil { lines[path] = mark.line }
  }
}
