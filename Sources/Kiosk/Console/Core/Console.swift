import Ballot
import Terminal

/// The console as a value: the screens that are open, a question, the help, the lock.
///
/// Keys and news go in, effects for the shell come out; nothing here touches a device.
struct Console: Sendable {
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
  private(set) var isLocked = false
  /// Work in the background, for the frame.
  private(set) var work: Work?
  private(set) var briefing: Briefing
  private var lastKey: Instant

  /// After so many seconds without a key the screen locks.
  static let idleSeconds = 600

  init(_ briefing: Briefing, at place: Place = .home) {
    self.briefing = briefing
    lastKey = briefing.now
    screens = [HomeScreen()]
    if place != .home { screens.append(place.screen(briefing)) }
  }

  private var top: any Screen {
    get { screens[screens.count - 1] }
    set { screens[screens.count - 1] = newValue }
  }

  var current: any Screen { top }

  /// Takes a new briefing in; the screen locks when nobody has touched a key for long.
  mutating func take(_ briefing: Briefing) {
    self.briefing = briefing
    if briefing.now.seconds - lastKey.seconds >= Console.idleSeconds { isLocked = true }
  }

  /// What the first screen asks for.
  mutating func begin() -> Effect? { follow(top.open(briefing)) }

  mutating func handle(_ key: Key) -> Effect? {
    lastKey = briefing.now
    if isLocked { return unlock(key) }
    if question != nil { return answer(key) }
    if showsHelp {
      showsHelp = false
      return nil
    }
    notice = nil
    switch key {
    case .function(1): showsHelp = true
    case .function(12): isLocked = true
    default: return follow(top.handle(key, briefing))
    }
    return nil
  }

  mutating func hear(_ news: News) -> Effect? {
    switch news {
    case .progress(let work): self.work = work
    case .picture where isLocked || question != nil: return nil
    case .answered, .refused, .sheetRead, .cardSeen, .pending, .identities: work = nil
    default: break
    }
    return follow(top.hear(news, briefing))
  }

  private mutating func unlock(_ key: Key) -> Effect? {
    if key == .enter { isLocked = false }
    return nil
  }

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
      if screens.count > 1 { screens.removeLast() }
    case .go(let place):
      screens.append(place.screen(briefing))
      return follow(top.open(briefing))
    }
    return nil
  }
}

extension Place {
  /// The screen of this place as it opens.
  func screen(_ briefing: Briefing) -> any Screen {
    switch self {
    case .home: HomeScreen()
    case .form(let id): FormScreen(Form.make(id, briefing))
    case .checkIn: CheckInScreen()
    case .rollSearch: RollSearchScreen()
    case .count: CountScreen()
    case .identities: IdentitiesScreen()
    case .stages: StagesScreen()
    }
  }
}
