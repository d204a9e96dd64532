/// A date as people type it: 2001-05-18, 2001/5/18, 2001.5.18, 20010518, 2001年5月18日, or without its day.
enum WrittenDay: Equatable {
  case day(Day)
  /// Year and month only, as in a column 出生年月.
  case month(year: Int, month: Int)

  init?(_ text: String) {
    let date = WrittenDay.withoutTime(CellText.clean(text))
    guard let numbers = WrittenDay.numbers(in: date) else { return nil }
    switch numbers.count {
    case 3:
      guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
      self = .day(day)
    case 2:
      guard Day(year: numbers[0], month: numbers[1], day: 1) != nil else { return nil }
      self = .month(year: numbers[0], month: numbers[1])
    default: return nil
    }
    guard numbers[0] >= 1800 else { return nil }
  }

  /// Drops a time of day such as ` 00:00:00` or `T00:00`.
  private static func withoutTime(_ text: String) -> Substring {
    guard text.contains(":") else { return text[...] }
    return text.prefix { $0 != " " && $0 != "T" }
  }

  private static func numbers(in text: Substring) -> [Int]? {
    var numbers: [Int] = []
    var run = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": run.unicodeScalars.append(scalar)
      case "-", "/", ".", "年", "月", "日", "号", " ", "—", "–", "、":
        guard close(&run, into: &numbers) else { return nil }
      default: return nil
      }
    }
    return close(&run, into: &numbers) ? numbers : nil
  }

  /// Ends a run of digits: a year has four, 20010518 is three numbers and 200105 two.
  private static func close(_ run: inout String, into numbers: inout [Int]) -> Bool {
    guard !run.isEmpty else { return true }
    guard let value = Int(run) else { return false }
    switch (numbers.isEmpty, run.utf8.count) {
    case (true, 8): numbers = [value / 10_000, value / 100 % 100, value % 100]
    case (true, 6): numbers = [value / 100, value % 100]
    case (true, 4), (false, 1...2): numbers.append(value)
    default: return false
    }
    run = ""
    return true
  }
}
