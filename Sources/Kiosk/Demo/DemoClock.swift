import Ballot

/// The demonstration's time: it follows the election's calendar, not the wall.
final class DemoClock {
  private(set) var now: Instant

  init(_ day: Day, _ hour: Int, _ minute: Int = 0) { now = DemoClock.moment(day, hour, minute) }

  /// Goes to a moment, never back.
  func go(to day: Day, _ hour: Int, _ minute: Int = 0) { now = max(now, DemoClock.moment(day, hour, minute)) }

  /// Goes to where a demonstration that was killed had come, never back.
  func go(to moment: Instant) { now = max(now, moment) }

  func wait(seconds: Int) { now = Instant(seconds: now.seconds + seconds) }

  private static func moment(_ day: Day, _ hour: Int, _ minute: Int) -> Instant {
    Instant(seconds: day.daysSince1970 * 86_400 + (hour - 8) * 3600 + minute * 60)
  }
}
