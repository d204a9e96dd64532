import Ballot

extension Day {
  /// `2027年5月18日`.
  var chinese: String { "\(year)年\(month)月\(day)日" }
}

extension Int {
  /// The number in Chinese numerals, as terms of office are counted: 12 is 十二.
  ///
  /// From 0 to 99.
  var chinese: String {
    let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (0..<100).contains(self) else { return String(self) }
    if self < 10 { return digits[self] }
    let tens = self / 10 == 1 ? "十" : "\(digits[self / 10])十"
    return self % 10 == 0 ? tens : tens + digits[self % 10]
  }
}
