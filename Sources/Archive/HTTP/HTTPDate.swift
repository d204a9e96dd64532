import Ballot

/// The time in an HTTP header (RFC 9110 §5.6.7), such as `Tue, 24 Nov 2026 10:11:54 GMT`.
enum HTTPDate {
  private static let months = [
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10,
    "Nov": 11, "Dec": 12,
  ]

  /// Seconds since 1970; nil for anything else.
  static func seconds(_ text: String) -> Int? {
    let fields = text.split(separator: " ")
    guard fields.count == 6, fields[5] == "GMT", let month = months[String(fields[2])] else { return nil }
    let iso = "\(fields[3])-\(month < 10 ? "0" : "")\(month)-\(fields[1])T\(fields[4])+08:00"
    return Instant(iso).map { $0.seconds + 8 * 3600 }
  }
}
