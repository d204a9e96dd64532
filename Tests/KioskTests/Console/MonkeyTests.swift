import Archive
import Simulator
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk

/// Somebody who presses keys at random, with a shell behind the console that answers as the real one does.
private struct Monkey {
  private(set) var console: Console
  private var dice: Dice
  /// What was done without being asked before, although it cannot be taken back.
  private(set) var unasked: [String] = []

  private static let keys: [Key] =
    [
      .enter, .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .down, .left,
      .right,
      .home, .end, .pageUp, .pageDown, .control("a"), .alt("x"), .paste("石大山"),
      .paste("13800138000\n2027-05-18"),
      .character("y"), .character("y"), .character("n"), .character(" "), .character("石"), .character("é"),
    ] + (1...12).map { .function($0) } + "0123456789asdfjkl;qwxz./-".map { .character($0) }

  init(_ stage: Int, seed: UInt64) throws {
    var history = try ConsoleHistory()
    if stage > 0 { history.beReady() }
    if stage > 1 { history.vote(6) }
    if stage > 2 { history.openCount(6) }
    var briefing = history.briefing
    if stage == 0 { briefing.take(nil) }
    console = Console(briefing)
    dice = Dice(seed: seed)
    follow(console.begin())
  }

  private mutating func one<Value>(of values: [Value]) -> Value { values[dice.integer(0...values.count - 1)] }

  mutating func press() {
    let key = one(of: Monkey.keys)
    let (isAsked, agreed) = (console.question != nil, agreed)
    let effect = console.handle(key)
    let wanted = key == .character("y") ? agreed : nil
    if isAsked ? effect != wanted : effect == .leave {
      unasked.append("\(key) gave \(String(describing: effect))")
    }
    follow(effect)
    if dice.chance(0.1) { hear(one(of: [.cardSeen("KC1:"), .cardSeen("http://x"), .keyLock(nil)])) }
    if dice.chance(0.05) { _ = console.draw(size(), Look(one(of: [.zh, .en]))) }
  }

  private mutating func size() -> Size {
    Size(columns: dice.integer(1...200), rows: dice.integer(1...70))
  }

  /// What a yes to the open question does.
  private var agreed: Console.Effect? {
    switch console.question?.then {
    case nil: nil
    case .carryOut(let deed): .carryOut(deed)
    case .start(let job): .start(job)
    case .leave: .leave
    }
  }

  // MARK: The shell

  private mutating func hear(_ news: News) { follow(console.hear(news)) }

  private mutating func follow(_ effect: Console.Effect?) {
    switch effect {
    case nil, .leave: break
    case .cancel: hear(.refused(Complaint(.stopped)))
    case .carryOut(let deed): hear(answer(deed))
    case .start(let job):
      if dice.chance(0.3) {
        hear(.progress(Work(title: Sentence(zh: "打印", en: "Printing"), done: 1, total: 9)))
      }
      // Some work goes on for longer than somebody waits.
      if dice.chance(0.7) { hear(answer(job)) }
    }
  }

  private mutating func answer(_ deed: Deed) -> News {
    switch deed {
    case .judgeNumber, .judgeCard:
      let verdicts: [CardVerdict] = [
        .valid(ConsoleHistory.card), .replaced(ConsoleHistory.card), .forged, .notACard,
        .used(ConsoleHistory.card, at: ConsoleHistory.morning, desk: 2),
      ]
      return .judged(
        Judgement(verdict: one(of: verdicts), voter: dice.chance(0.5) ? ConsoleHistory.voter : nil))
    case .issue: return dice.chance(0.8) ? .issued(roll: 7, at: ConsoleHistory.morning) : refusal
    case .search: return .found(dice.chance(0.5) ? [ConsoleHistory.voter] : [])
    case .record: return .recorded
    case .listFiles: return .files(dice.chance(0.5) ? ["/media/a/roll.xlsx", "/media/a/plan.yaml"] : [])
    case .readPlanDraft: return .planDraft([:])
    case .keepPlanDraft: return .recorded
    }
  }

  private var refusal: News { .refused(Complaint(.noElection)) }

  private mutating func answer(_ job: Job) -> News {
    if dice.chance(0.3) { return refusal }
    switch job {
    case .lookAtKeys: return .keyLock(nil)
    case .listPending: return .pending([])
    case .checkIdentities: return .identities([])
    case .logIn: return .loggedIn(StaffID(rawValue: 1))
    case .readColumns, .compareRecount, .preview, .showRequest, .readCard, .readSheet, .readDistinct, .decide,
      .voidSheet, .showSheet, .openKeys:
      return refusal
    case .command, .commands, .createByFields, .enrol:
      return .answered([Sentence(zh: "已登记。", en: "Recorded.")])
    }
  }

  /// Esc until nothing is open any more; how often that was, nil where it leads nowhere.
  mutating func goHome() -> Int? {
    for count in 0..<40 {
      if console.screens.count == 1, console.question == nil, !console.showsHelp, !console.isLocked {
        return count
      }
      follow(console.handle(console.isLocked ? .enter : .escape))
    }
    return nil
  }
}

/// Keys at random over the whole console.
@Suite("A monkey at the console")
struct MonkeyTests {
  @Test(
    "Nothing breaks at any size, nothing is done that was not asked about, and Esc leads back to the first screen",
    arguments: 0...3, 1...6 as ClosedRange<UInt64>)
  func keys(stage: Int, seed: UInt64) throws {
    var monkey = try Monkey(stage, seed: seed)
    for _ in 0..<30 {
      for _ in 0..<40 { monkey.press() }
      let place = "\(monkey.console.current)".prefix(60)
      #expect(monkey.goHome() != nil, "stage \(stage), seed \(seed): no way back from \(place)")
    }
    #expect(monkey.unasked.isEmpty, "\(monkey.unasked.first ?? "")")
  }
}
