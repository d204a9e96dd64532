/// Whole numbers below a thousand written in Chinese characters, as in 十二组 or 二〇三号.
enum ChineseNumber {
  /// The value of a numeral such as 十, 二十三, 一百零二 or 一〇二, or nil.
  static func value(of text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.unicodeScalars.count <= 7 else { return nil }
    let structured = text.unicodeScalars.contains { $0 == "十" || $0 == "百" || $0 == "廿" }
    return structured ? value(structured: text) : value(positional: text)
  }

  /// Whether a character can be part of a numeral.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || scalar == "十" || scalar == "百" || scalar == "廿"
  }

  private static func value(positional text: some StringProtocol) -> Int? {
    var value = 0
    for scalar in text.unicodeScalars {
      guard let digit = digit(scalar) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private static func value(structured text: some StringProtocol) -> Int? {
    var total = 0
    var pending: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "百": total += (pending ?? 1) * 100
      case "十": total += (pending ?? 1) * 10
      case "廿": total += 20
      default:
        guard let digit = digit(scalar) else { return nil }
        pending = digit == 0 ? nil : digit
        continue
      }
      pending = nil
    }
    return total + (pending ?? 0)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一", "壹": 1
    case "二", "两", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }
}
