/// A moment in whole seconds, written in China Standard Time: `2027-05-18T09:12:33+08:00`.
package struct Instant: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  private static let offset = 8 * 3600

  /// The civil date in China.
  package var day: Day { Day(daysSince1970: Instant.floor(seconds + Instant.offset, 86400)) }

  /// The time of day in China, `09:12`.
  package var clock: String { String(description.dropFirst(11).prefix(5)) }

  /// Reads what `description` writes and nothing else.
  package init?(_ text: String) {
    guard text.utf8.count == 25, text.hasSuffix("+08:00"), let day = Day(iso: text.prefix(10)) else {
      return nil
    }
    let clock = text.dropFirst(11).prefix(8).split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, clock.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    let numbers = clock.compactMap { Int($0) }
    guard numbers.count == 3, (0..<24).contains(numbers[0]), (0..<60).contains(numbers[1]),
      (0..<60).contains(numbers[2])
    else { return nil }
    let time = numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    self.init(seconds: day.daysSince1970 * 86400 + time - Instant.offset)
    guard description == text else { return nil }
  }

  private static func floor(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }
}

extension Instant: CustomStringConvertible {
  package var description: String {
    let local = seconds + Instant.offset
    let time = local - Instant.floor(local, 86400) * 86400
    return "\(day)T\(Instant.two(time / 3600)):\(Instant.two(time / 60 % 60)):\(Instant.two(time % 60))+08:00"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension Instant: Comparable {
  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
