import Ballot
import Terminal
import Typing

/// The console as a value: the screens that are open, a question, the help, the lock, who is logged in.
///
/// Keys and news go in, effects for the shell come out; nothing here touches a device.
struct Console {
  /// What the shell has to do.
  enum Effect: Equatable, Sendable {
    case carryOut(Deed)
    case start(Job)
    case cancel
    case leave
  }

  private(set) var screens: [any Screen]
  private(set) var question: Confirmation?
  private(set) var notice: Notice?
  private(set) var showsHelp = false
  private var attendance: Attendance
  /// Work in the background, for the frame.
  private(set) var work: Work?
  private(set) var briefing: Briefing
  /// Chinese typing, while it is switched on.
  private(set) var typing: ChineseInput?
  /// Locked keys were asked for once since the box was started, or since somebody else sat down.
  private var hasAskedForKeys = false
  private let makeTyping: (ChineseInput.Field) -> ChineseInput

  /// After so many seconds without a key the screen locks, where nothing else is set.
  static let idleSeconds = 600

  init(
    _ briefing: Briefing, at place: Place = .home, idle: Int = Console.idleSeconds,
    typing: @escaping (ChineseInput.Field) -> ChineseInput = {
      ChineseInput(engine: TableEngine(), field: $0)
    }
  ) {
    self.briefing = briefing
    makeTyping = typing
    attendance = Attendance(idle: idle, at: briefing.now)
    screens = [HomeScreen()]
    if place != .home { screens.append(place.screen(briefing)) }
    attendance.ask(briefing.staff)
  }

  private var top: any Screen {
    get { screens[screens.count - 1] }
    set { screens[screens.count - 1] = newValue }
  }

  var current: any Screen { top }

  /// Whether nobody may see what is on the screens.
  var isLocked: Bool { attendance.isLocked }
  var login: LoginPanel? { attendance.login }
  /// Everybody logged in, in the order of coming.
  var present: [StaffID] { attendance.present }

  /// Takes a new briefing in; the screen locks when nobody has touched a key for long.
  mutating func take(_ briefing: Briefing) -> Effect? {
    self.briefing = briefing
    attendance.ask(briefing.staff)
    askForKeys()
    let (locks, left) = attendance.tick(briefing.staff, at: briefing.now)
    if locks { forgetSecret() }
    seePresent()
    return left.map { .carryOut(.record($0)) }
  }

  /// Tells the person at the keyboard something.
  mutating func say(_ notice: Notice) { self.notice = notice }

  /// What the first screen asks for.
  mutating func begin() -> Effect? { follow(top.open(briefing)) }

  mutating func handle(_ key: Key) -> Effect? {
    attendance.touch(at: briefing.now)
    if login != nil { return attendance.logIn(key, briefing.staff).map { .start($0) } }
    if isLocked {
      if key == .enter { attendance.open() }
      return nil
    }
    if question != nil { return answer(key) }
    if showsHelp {
      showsHelp = false
      return nil
    }
    if let typed = type(key) { return follow(typed) }
    notice = nil
    switch key {
    case .function(1): showsHelp = true
    case .function(9) where top.typing != nil: typing = typing == nil ? top.typing.map(makeTyping) : nil
    case .function(11) where !briefing.staff.isEmpty: attendance.join()
    case .function(12): return lock()
    default: return follow(top.handle(key, briefing))
    }
    return nil
  }

  mutating func hear(_ news: News) -> Effect? {
    switch news {
    case .progress(let work): self.work = work
    case .loggedIn(let person): return enter(person)
    case .loginRefused(let complaint):
      attendance.refuse(complaint)
      return nil
    case .picture where isLocked || login != nil || question != nil: return nil
    case .keysOpened(let way):
      briefing.keyLock = nil
      notice = Notice(.keysOpened(way), .good)
    case .answered, .refused, .sheetRead, .cardSeen, .pending, .identities, .compared, .paper, .request,
      .columns:
      (work, notice) = (nil, nil)
    default: break
    }
    let effect = follow(top.hear(news, briefing))
    if case .refused(let complaint) = news, complaint.isOfLockedKeys { openKeys() }
    return effect
  }

  // MARK: Who

  private mutating func seePresent() {
    briefing.present = present.compactMap { briefing.staff.member($0) }
  }

  private mutating func enter(_ person: StaffID) -> Effect? {
    let beginsAnew = attendance.enter(person, at: briefing.now)
    seePresent()
    notice = Notice(.loggedIn, .good)
    guard beginsAnew else { return nil }
    screens = [HomeScreen()]
    (question, showsHelp, typing, hasAskedForKeys) = (nil, false, nil, false)
    return nil
  }

  private mutating func lock() -> Effect? {
    let left = attendance.lock(briefing.staff)
    forgetSecret()
    seePresent()
    return left.map { .carryOut(.record($0)) }
  }

  /// What somebody has typed of a passphrase does not wait behind a lock.
  private mutating func forgetSecret() {
    if top is UnlockScreen { top = UnlockScreen() }
  }

  // MARK: Keys of the box

  /// Asks once for what opens locked keys, where nobody is in the middle of something.
  private mutating func askForKeys() {
    guard briefing.keyLock != nil, !hasAskedForKeys, screens.count == 1, question == nil else { return }
    hasAskedForKeys = true
    openKeys()
  }

  private mutating func openKeys() {
    if !(top is UnlockScreen) { screens.append(UnlockScreen()) }
  }

  // MARK: Typing

  /// Offers a key to the Chinese input; nil when it belongs to the screen, else what the screen wants then.
  private mutating func type(_ key: Key) -> Action? {
    guard top.typing != nil, let input = key.forTyping, typing != nil else { return nil }
    switch typing?.handle(input) {
    case .ignored, nil: return nil
    case .updated: return Action.none
    case .commit(let text): return top.handle(.paste(text), briefing)
    }
  }

  // MARK: What screens ask for

  private mutating func answer(_ key: Key) -> Effect? {
    guard let asked = question else { return nil }
    switch key {
    case .character("y"), .character("Y"):
      question = nil
      return effect(of: asked.then)
    case .character("n"), .character("N"), .escape:
      question = nil
      notice = Notice(.nothingDone)
    default: break
    }
    return nil
  }

  private func effect(of consequence: Confirmation.Consequence) -> Effect {
    switch consequence {
    case .carryOut(let deed): .carryOut(deed)
    case .start(let job): .start(job)
    case .leave: .leave
    }
  }

  private mutating func follow(_ action: Action) -> Effect? {
    switch action {
    case .none: return nil
    case .unknownKey: notice = Notice(.unknownKey)
    case .say(let notice): self.notice = notice
    case .ask(let question): self.question = question
    case .carryOut(let deed): return .carryOut(deed)
    case .start(let job): return .start(job)
    case .cancel: return .cancel
    case .leave: return .leave
    case .back:
      typing = nil
      guard screens.count > 1 else { return nil }
      screens.removeLast()
      return follow(top.resume(briefing))
    case .go(let place):
      typing = nil
      screens.append(place.screen(briefing))
      return follow(top.open(briefing))
    }
    return nil
  }
}
