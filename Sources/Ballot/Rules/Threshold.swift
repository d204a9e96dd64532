/// How many of a base are enough, as a fraction that is only ever cross-multiplied (RULES §0.4).
///
/// "过半数" and "超过 a/b" are strict; "a/b 以上" and "不得少于 a/b" include equality (Civil Code, art. 1259).
package enum Threshold: Hashable, Sendable {
  /// More than a/b of the base.
  case moreThan(Int, Int)
  /// At least a/b of the base.
  case atLeast(Int, Int)
  /// The most votes win; one vote is enough.
  case plurality

  /// Whether `count` of `base` reaches the threshold.
  ///
  /// Products are twice as wide as their factors, so no area and no count can overflow them.
  package func isMet(by count: Int, of base: Int) -> Bool {
    switch self {
    case .moreThan(let a, let b): Threshold.product(count, b) > Threshold.product(base, a)
    case .atLeast(let a, let b): Threshold.product(count, b) >= Threshold.product(base, a)
    case .plurality: count > 0
    }
  }

  /// The smallest count of `base` that reaches the threshold.
  package func minimum(of base: Int) -> Int {
    switch self {
    case .moreThan(let a, let b): Threshold.quotient(base, a, b).quotient + 1
    case .atLeast(let a, let b):
      Threshold.quotient(base, a, b).quotient + (Threshold.quotient(base, a, b).remainder > 0 ? 1 : 0)
    case .plurality: 1
    }
  }

  private static func product(_ left: Int, _ right: Int) -> (Int, UInt) {
    let wide = left.multipliedFullWidth(by: right)
    return (wide.high, wide.low)
  }

  /// `base * a / b`; a fraction of a pack is at most one, so the quotient fits.
  private static func quotient(_ base: Int, _ a: Int, _ b: Int) -> (quotient: Int, remainder: Int) {
    let divided = b.dividingFullWidth(base.multipliedFullWidth(by: a))
    return (divided.quotient, divided.remainder)
  }
}

extension Threshold: CustomStringConvertible {
  /// `> 1/2`, `>= 1/3` or `plurality`, as written in a rule pack.
  package var description: String {
    switch self {
    case .moreThan(let a, let b): "> \(a)/\(b)"
    case .atLeast(let a, let b): ">= \(a)/\(b)"
    case .plurality: "plurality"
    }
  }

  /// Reads what `description` writes.
  package init?(_ text: String) {
    if text == "plurality" {
      self = .plurality
      return
    }
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    let numbers = words[1].split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 2, numbers[0] > 0, numbers[1] >= numbers[0], numbers[1] <= 1000 else { return nil }
    switch words[0] {
    case ">": self = .moreThan(numbers[0], numbers[1])
    case ">=": self = .atLeast(numbers[0], numbers[1])
    default: return nil
    }
  }
}

extension Threshold: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let threshold = Threshold(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no threshold: \(text)"))
    }
    self = threshold
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
