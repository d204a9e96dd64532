/// Dates stored as a number of days, in the 1900 and 1904 systems of ECMA-376 part 1, 18.17.4.1.
enum SerialDate {
  /// The date cell for a serial number, or nil where it is no day: times, 1900-02-29 and numbers out of range.
  static func cell(_ serial: Double, from1904: Bool) -> Cell? {
    guard serial >= (from1904 ? 0 : 1), serial < 2_958_466 else { return nil }
    let number = Int(serial)
    if from1904 { return cell(daysSince1970: number - 24_107) }
    // Lotus and Excel take 1900 for a leap year: 60 is a day that never was, and 1 to 59 are a day behind.
    if number == 60 { return nil }
    return cell(daysSince1970: number - (number < 60 ? 25_568 : 25_569))
  }

  /// The date at the start of an ISO 8601 text.
  static func cell(iso text: String) -> Cell? {
    let parts = text.prefix { $0 != "T" && $0 != " " }.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return .date(year: year, month: month, day: day)
  }

  /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days, for days after year 0.
  private static func cell(daysSince1970 number: Int) -> Cell {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return .date(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
