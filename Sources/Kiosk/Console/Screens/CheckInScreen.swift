import Ballot
import Scanner
import Terminal

/// Check-in: a card or a number, a verdict, the ballots.
struct CheckInScreen: Screen {
  enum Stand: Equatable, Sendable {
    case waiting
    case judged(Judgement)
    case issued(roll: Int, at: Instant)
    /// The journal would not have it: somebody else was faster, or the ballots are used up.
    case refused(Complaint)
  }

  private(set) var stand = Stand.waiting
  private(set) var number = TextField(.digits, most: 6)

  var title: Sentence { Sentence(zh: "验证发票", en: "Check-in") }

  var help: [Sentence] { Sentence.checkInHelp }

  func camera(_ briefing: Briefing) -> CameraWish? { CameraWish(use: .cards) }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    var hints = [KeyHint(.digitsKey, .typeNumber)]
    switch stand {
    case .judged(let judged) where judged.isValid && number.isEmpty:
      hints = [KeyHint(.enterKey, .issueBallots)]
    case .waiting where number.isEmpty: break
    default: hints.append(KeyHint(.enterKey, number.isEmpty ? .nextVoter : .look))
    }
    return hints + [KeyHint("Esc", isIdle ? .back : .putAside), KeyHint("F3", .exchange)]
  }

  private var isIdle: Bool { stand == .waiting && number.isEmpty }

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch key {
    case .enter: return enter()
    case .escape:
      if isIdle { return .back }
      (stand, number) = (.waiting, TextField(.digits, most: 6))
      return .none
    case .function(3):
      return .ask(
        Confirmation(
          text: .exchangeQuestion, then: .start(.command(["poll", "spoil", "--desk", String(briefing.desk)])))
      )
    default:
      guard number.take(key) else { return .unknownKey }
      // Somebody types for the next person: the card before is put aside, nothing was issued on it.
      stand = .waiting
      return .none
    }
  }

  private mutating func enter() -> Action {
    if let typed = number.number {
      number.clear()
      return .carryOut(.judgeNumber(typed))
    }
    switch stand {
    case .judged(let judged) where judged.isValid: return .carryOut(.issue(judged.verdict))
    case .waiting: return .unknownKey
    case .judged, .issued, .refused:
      stand = .waiting
      return .none
    }
  }

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .picture(let file): return .start(.readCard(file))
    case .cardSeen(let text): return .carryOut(.judgeCard(text ?? ""))
    case .judged(let judgement): stand = .judged(judgement)
    case .issued(let roll, let at): stand = .issued(roll: roll, at: at)
    case .refused(let complaint): stand = .refused(complaint)
    case .answered(let lines):
      if let first = lines.first { return .say(Notice(first, .good)) }
    default: break
    }
    return .none
  }
}

extension Judgement {
  var isValid: Bool { if case .valid = verdict { true } else { false } }
}
