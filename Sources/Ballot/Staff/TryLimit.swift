/// Wrong tries in a row of one person: they slow down, then lock.
///
/// The first three cost nothing but the check itself. After the third one waits 30 seconds, and twice as long after each
/// further one up to 15 minutes; the tenth locks until somebody else unlocks. A clock that was set back does not make
/// anybody wait longer: the lock is what stops guessing, the wait only makes it slow.
package struct TryLimit: Sendable, Equatable {
  package static let free = 3
  package static let locking = 10
  static let firstWait = 30
  static let longestWait = 900

  package private(set) var wrong = 0
  private var last: Instant?

  package init() {}

  package var isLocked: Bool { wrong >= TryLimit.locking }

  /// The seconds to wait before the next try counts; 0 when there is nothing to wait for.
  package func wait(at now: Instant) -> Int {
    guard wrong >= TryLimit.free, let last, last <= now else { return 0 }
    let doublings = min(wrong - TryLimit.free, 10)
    let wait = min(TryLimit.firstWait << doublings, TryLimit.longestWait)
    return max(0, last.seconds + wait - now.seconds)
  }

  mutating func fail(at moment: Instant) {
    wrong += 1
    last = moment
  }

  mutating func clear() { self = TryLimit() }
}
