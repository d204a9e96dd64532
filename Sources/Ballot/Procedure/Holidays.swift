/// The days on which a period does not end (Civil Code 203).
///
/// The table is handed in from the State Council's yearly notice; nothing about it is guessed here.
package struct Holidays: Sendable, Equatable {
  private let off: Set<Day>
  /// Whether Saturdays and Sundays count as days of rest.
  private let weekends: Bool
  /// Weekend days that are worked, as the yearly notice orders.
  private let worked: Set<Day>

  package init(off: Set<Day> = [], weekends: Bool = false, worked: Set<Day> = []) {
    self.off = off
    self.weekends = weekends
    self.worked = worked
  }

  /// No table: no period is moved.
  package static let unknown = Holidays()

  package func isOff(_ day: Day) -> Bool {
    if off.contains(day) { return true }
    return weekends && day.isWeekend && !worked.contains(day)
  }

  /// The day, or the first working day after it.
  package func extending(_ day: Day) -> Day {
    var last = day
    for _ in 0..<366 where isOff(last) { last = last.adding(days: 1) }
    return last
  }

  /// The last day of "within N days from X": X is not counted, and the end moves past days off.
  package func end(of days: Int, from day: Day) -> Day { extending(day.adding(days: days)) }
}

extension Holidays: Codable {
  private enum CodingKeys: String, CodingKey { case off, weekends, worked }

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      off: Set(try members.decodeIfPresent([Day].self, forKey: .off) ?? []),
      weekends: try members.decodeIfPresent(Bool.self, forKey: .weekends) ?? false,
      worked: Set(try members.decodeIfPresent([Day].self, forKey: .worked) ?? []))
  }

  /// The days in their order, so that equal tables have equal bytes.
  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(off.sorted(), forKey: .off)
    try members.encode(weekends, forKey: .weekends)
    try members.encode(worked.sorted(), forKey: .worked)
  }
}

extension Day {
  /// Whether it is a Saturday or a Sunday; 1970-01-01 was a Thursday.
  package var isWeekend: Bool {
    let weekday = (daysSince1970 % 7 + 7) % 7
    return weekday == 2 || weekday == 3
  }
}
