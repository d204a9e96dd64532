/// Finds what a bulletin may never show of a voter: ID numbers, telephone numbers, reasons of health (RULES §3.1).
package enum PersonalData {
  package enum Finding: Hashable, Sendable {
    /// A number that looks like an ID number, with most of it hidden.
    case identityNumber(String)
    case telephone(String)
    case health(String)
  }

  /// Everything in a text that may not be posted; `allowed` are texts to leave out, such as the office's telephone.
  package static func findings(in text: String, allowing allowed: [String] = []) -> [Finding] {
    var found: [Finding] = []
    var seen: Set<Finding> = []
    let runs = digitRuns(text)
    let exempt = Set(allowed.flatMap(digitRuns).map { $0.joined() })
    let findings =
      runs.compactMap { exempt.contains($0.joined()) ? nil : finding($0) }
      + healthWords.filter(text.contains).map(Finding.health)
    for finding in findings where seen.insert(finding).inserted { found.append(finding) }
    return found
  }

  /// Words that tell of a person's health; general words such as 行动不便 are not among them.
  private static let healthWords = [
    "患病", "疾病", "因病", "生病", "重病", "患者", "癌", "肿瘤", "残疾", "残障", "瘫痪", "卧床", "精神病", "精神障碍", "智力障碍",
    "聋哑", "失明", "盲人", "怀孕", "孕妇", "住院", "化疗", "透析", "艾滋", "肝炎", "结核", "痴呆", "中风", "尿毒症", "糖尿病", "高血压",
  ]

  /// Groups of digits with one space or hyphen between them, each run as its groups.
  private static func digitRuns(_ text: String) -> [[String]] {
    var runs: [[String]] = []
    var run: [String] = []
    var group = ""
    var gap = false
    func close() {
      if !group.isEmpty { run.append(group) }
      if !run.isEmpty { runs.append(run) }
      (run, group, gap) = ([], "", false)
    }
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        if gap, !group.isEmpty {
          run.append(group)
          group = ""
        }
        group.append(digit)
        gap = false
      } else if " -－—".unicodeScalars.contains(scalar), !group.isEmpty, !gap {
        gap = true
      } else {
        close()
      }
    }
    close()
    return runs
  }

  /// A digit in either width, the X that ends an ID number, or the star that hides one.
  private static func digit(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar {
    case "0"..."9", "*": Character(scalar)
    case "０"..."９": Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map(Character.init)
    case "X", "x", "Ｘ", "ｘ": "X"
    default: nil
    }
  }

  private static func finding(_ groups: [String]) -> Finding? {
    for group in groups + [groups.joined()] where isIdentity(group) {
      return .identityNumber(group.prefix(4) + "**************")
    }
    let plain = groups.map { $0.filter(\.isNumber) }
    for number in (plain + [plain.joined()]).compactMap(mobile) {
      return .telephone(number.prefix(3) + "********")
    }
    for (area, line) in zip(plain, plain.dropFirst())
    where area.first == "0" && (3...4).contains(area.count) && (7...8).contains(line.count) {
      return .telephone(area + "-********")
    }
    return nil
  }

  /// Eighteen places, or the fifteen of the old numbers; stars count, for a masked number is one too.
  private static func isIdentity(_ run: String) -> Bool {
    guard run.count == 18 || run.count == 15, run.first?.isNumber == true else { return false }
    return run.dropLast().allSatisfy { $0 != "X" } && run.contains { $0.isNumber }
  }

  /// The eleven digits of a mobile number, without the country code.
  private static func mobile(_ digits: String) -> Substring? {
    let number = digits.count == 13 && digits.hasPrefix("86") ? digits.dropFirst(2) : digits[...]
    guard number.count == 11, number.first == "1" else { return nil }
    return ("3"..."9").contains(number.dropFirst().first ?? "0") ? number : nil
  }
}
