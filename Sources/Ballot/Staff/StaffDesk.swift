/// Who stands at the console: a login screen, somebody working, or a screen locked because nobody did anything.
///
/// Pure: the console tells it what happened and when, and does what it answers.
package struct StaffDesk: Sendable, Equatable {
  /// What the screen has to show.
  package enum State: Sendable, Equatable {
    case empty
    case working(StaffID)
    /// Only the same person's login, or somebody else's, opens it again; what was being done stays on the screen below.
    case locked(StaffID)
  }

  /// What the shell has to write and show.
  package enum Action: Sendable, Equatable {
    case none
    case record(LoginRecorded)
    /// The person came back: go on where the work was left.
    case resume
    /// Somebody else came: the other's unfinished work is put away.
    case begin
  }

  /// Seconds without a key after which the screen locks.
  package let idleLimit: Int
  package private(set) var state: State = .empty
  private var lastKey = Instant(seconds: 0)

  package init(idleLimit: Int = 300) { self.idleLimit = idleLimit }

  /// The person at work.
  package var person: StaffID? {
    if case .working(let person) = state { person } else { nil }
  }

  /// A login was accepted and recorded.
  package mutating func enter(_ person: StaffID, at now: Instant) -> Action {
    let before = state
    state = .working(person)
    lastKey = now
    return before == .locked(person) ? .resume : .begin
  }

  /// A key was pressed.
  package mutating func touch(at now: Instant) { lastKey = now }

  /// Time has passed.
  package mutating func tick(at now: Instant) -> Action {
    guard case .working(let person) = state else { return .none }
    // A clock set back must not keep a screen open: the limit then runs from the time it shows now.
    if now < lastKey { lastKey = now }
    guard now.seconds - lastKey.seconds >= idleLimit else { return .none }
    state = .locked(person)
    return .record(LoginRecorded(.idle, person: person))
  }

  /// The person locks the screen and will come back.
  package mutating func lock() -> Action {
    guard case .working(let person) = state else { return .none }
    state = .locked(person)
    return .record(LoginRecorded(.left, person: person))
  }

  /// The person leaves.
  package mutating func leave() -> Action {
    defer { state = .empty }
    guard case .working(let person) = state else { return .none }
    return .record(LoginRecorded(.left, person: person))
  }
}
