/// The days on which a period does not end (Civil Code 203).
///
/// The table is handed in from the State Council's yearly notice; nothing about it is guessed here.
package struct Holidays: Codable, Sendable, Equatable {
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

extension Day {
  /// Whether it is a Saturday or a Sunday; 1970-01-01 was a Thursday.
  package var isWeekend: Bool {
    let weekday = (daysSince1970 % 7 + 7) % 7
    return weekday == 2 || weekday == 3
  }
}
