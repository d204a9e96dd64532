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
    let bytes = Array(text.utf8)
    guard bytes.count == 25, bytes[19...].elementsEqual("+08:00".utf8), let day = Day(iso: bytes[..<10]),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Int(digits: bytes[11..<13]), let minute = Int(digits: bytes[14..<16]),
      let second = Int(digits: bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(seconds: day.daysSince1970 * 86400 + hour * 3600 + minute * 60 + second - Instant.offset)
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
