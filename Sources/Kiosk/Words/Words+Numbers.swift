import Ballot

extension Day {
  /// `5月18日`, for a day of the current year.
  var chineseShort: String { "\(month)月\(day)日" }

  /// `2027年5月18日（星期二）`.
  var chineseWithWeekday: String { "\(chinese)（星期\(weekdayName)）" }

  private var weekdayName: String {
    // 1970-01-01 was a Thursday.
    let names = ["四", "五", "六", "日", "一", "二", "三"]
    return names[((daysSince1970 % 7) + 7) % 7]
  }

  /// How a day stands to today: 今天, 明天, 还有 3 天, 已过 2 天.
  func distance(from today: Day) -> Sentence {
    switch daysSince1970 - today.daysSince1970 {
    case 0: Sentence(zh: "今天", en: "today")
    case 1: Sentence(zh: "明天", en: "tomorrow")
    case -1: Sentence(zh: "昨天", en: "yesterday")
    case let days where days > 0: Sentence(zh: "还有 \(days) 天", en: "in \(days) days")
    case let days: Sentence(zh: "已过 \(-days) 天", en: "\(-days) days ago")
    }
  }
}

/// A part of a whole in per cent, one digit after the point, cut and never rounded up.
///
/// 49.99 % must not read 50 %, since half is where verdicts turn.
struct Percent: Equatable {
  let part: Int
  let whole: Int

  init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// `85.1%`, `100%`; `—` of nothing.
  var text: String {
    guard whole > 0, (0...Int.max / 1000).contains(part) else { return "—" }
    let tenths = part * 1000 / whole
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}

extension String {
  /// A name as it stands in a column: two characters are spread to the width of three, 王　伟.
  var spreadName: String {
    let characters = Array(self)
    guard characters.count == 2, !contains("·") else { return self }
    return "\(characters[0])　\(characters[1])"
  }
}
