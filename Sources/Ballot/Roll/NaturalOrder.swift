/// A key that sorts names with numbers as people do: 2组 before 10组, 九组 before 十组.
struct NaturalOrder: Comparable {
  private enum Part: Comparable {
    case number(Int)
    case text(String)
  }

  private let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var word = ""
    var digits = ""
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if isDigit || ChineseNumber.isNumeral(scalar) {
        if let last = digits.unicodeScalars.last, ("0"..."9").contains(last) != isDigit {
          NaturalOrder.close(&digits, into: &parts)
        }
        if !word.isEmpty { parts.append(.text(word)) }
        word = ""
        digits.unicodeScalars.append(scalar)
      } else {
        NaturalOrder.close(&digits, into: &parts)
        word.unicodeScalars.append(scalar)
      }
    }
    NaturalOrder.close(&digits, into: &parts)
    if !word.isEmpty { parts.append(.text(word)) }
    // 第三组 sorts with 3组.
    if parts.first == .text("第") { parts.removeFirst() }
    self.parts = parts
  }

  static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  private static func close(_ digits: inout String, into parts: inout [Part]) {
    guard !digits.isEmpty else { return }
    let value = Int(digits) ?? ChineseNumber.value(of: digits)
    parts.append(value.map(Part.number) ?? .text(digits))
    digits = ""
  }
}
