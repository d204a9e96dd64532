import Ballot
import Terminal

/// Who is at the console: the lock, the login, the person at work and those who joined.
struct Attendance {
  /// Locked without a login, because no staff is enrolled.
  private(set) var isShut = false
  private(set) var login: LoginPanel?
  /// The person at work and the screen that only that person opens again.
  private var seat: StaffDesk
  /// Everybody logged in, in the order of coming.
  private(set) var present: [StaffID] = []
  private var lastKey: Instant

  init(idle: Int, at now: Instant) {
    seat = StaffDesk(idleLimit: idle)
    lastKey = now
  }

  /// Whether nobody may see what is on the screens.
  var isLocked: Bool { isShut || (login.map { !$0.isJoining } ?? false) }

  /// Somebody pressed a key.
  mutating func touch(at now: Instant) {
    lastKey = now
    seat.touch(at: now)
  }

  /// Asks who it is where staff is enrolled and nobody is logged in.
  mutating func ask(_ staff: StaffRegister) {
    if staff.isEmpty {
      (login, present) = (nil, [])
    } else if present.isEmpty, login == nil {
      login = LoginPanel(isJoining: false)
    }
  }

  /// Asks for the second of two people.
  mutating func join() { login = LoginPanel(isJoining: true) }

  /// Opens a screen that was shut without a login.
  mutating func open() { isShut = false }

  // MARK: Logging in

  /// Hands a key to the login; what has to be checked then.
  mutating func logIn(_ key: Key, _ staff: StaffRegister) -> Job? {
    switch login?.handle(key, staff.members) {
    case .check(let name, let secret): return .logIn(name, secret)
    case .close: login = nil
    case .none?, nil: break
    }
    return nil
  }

  mutating func refuse(_ complaint: Complaint) { login?.refuse(complaint.text) }

  /// Lets somebody in; whether another's unfinished work is to be put away.
  mutating func enter(_ person: StaffID, at now: Instant) -> Bool {
    let joins = login?.isJoining ?? false
    login = nil
    if !present.contains(person) { present.append(person) }
    return !joins && seat.enter(person, at: now) == .begin
  }

  // MARK: Locking

  /// Time has passed; true where the screen locks for it, with what the journal is to be told.
  mutating func tick(_ staff: StaffRegister, at now: Instant) -> (locks: Bool, record: LoginRecorded?) {
    guard staff.isEmpty else {
      guard case .record(let left) = seat.tick(at: now) else { return (false, nil) }
      lockOut()
      return (true, left)
    }
    // A clock set back must not keep the screen open.
    if now < lastKey { lastKey = now }
    guard now.seconds - lastKey.seconds >= seat.idleLimit else { return (false, nil) }
    isShut = true
    return (true, nil)
  }

  /// Somebody locks the screen; what the journal is to be told.
  mutating func lock(_ staff: StaffRegister) -> LoginRecorded? {
    guard !staff.isEmpty else {
      isShut = true
      return nil
    }
    let action = seat.lock()
    lockOut()
    if case .record(let left) = action { return left }
    return nil
  }

  private mutating func lockOut() {
    present = []
    login = LoginPanel(isJoining: false)
  }
}
