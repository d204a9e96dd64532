import Ballot
import Terminal
import Typing

/// An election's plan filled in by fields, page by page, and the election created by it.
struct PlanScreen: Screen {
  enum Stand: Equatable, Sendable {
    case filling
    case working
    case done([Sentence])
    case failed(Complaint)
  }

  private(set) var draft: PlanDraft
  /// The page in front; nil is the summary.
  private(set) var page: PlanDraft.Page? = .community
  /// The line on the page, or the fault of the summary, that is chosen.
  private(set) var focus = 0
  private(set) var stand = Stand.filling
  private var before: ElectionID?
  private var isLeaving = false
  /// The question before creating was the last thing on the screen.
  private var hasAsked = false
  private var kept: PlanDraft

  init(year: Int) {
    draft = PlanDraft(year: year)
    kept = draft
  }

  var title: Sentence { HomeTask.plan.title }
  var help: [Sentence] { [.planIntro, .planHelp] }

  var spot: PlanDraft.Spot? {
    guard let page else { return nil }
    let spots = draft.spots(page)
    return spots.indices.contains(focus) ? spots[focus] : nil
  }

  var typing: ChineseInput.Field? {
    guard stand == .filling, let spot, let field = draft[spot], field.kind == .text else { return nil }
    let isPerson = spot.page == .staff || spot.page == .posts && spot.field >= PlanDraft.firstCandidate
    return isPerson ? .name : .text
  }

  func keys(_ briefing: Briefing) -> [KeyHint] {
    switch stand {
    case .filling: fillingKeys
    case .working: [KeyHint("Esc", .stop)]
    case .done: [KeyHint(.enterKey, .goOn)]
    case .failed: [KeyHint(.enterKey, .again), KeyHint("Esc", .back)]
    }
  }

  private var fillingKeys: [KeyHint] {
    guard let page else {
      let does: Sentence = draft.faults.isEmpty ? .createElection : .planToFault
      return [KeyHint(.enterKey, does), KeyHint("PgUp", .planBack), KeyHint("Esc", .back)]
    }
    var hints = [KeyHint(.enterKey, .nextField), KeyHint("PgUp PgDn", .planTurn)]
    if page.isList { hints += [KeyHint("F2", .planAdd), KeyHint("F8", .planRemove)] }
    if page == .community { hints.append(KeyHint("F5", .planFromFile)) }
    if let spot, case .choice = draft[spot]?.kind { hints.append(KeyHint("←→", .changeValue)) }
    return hints + [KeyHint("Esc", .back)]
  }

  mutating func open(_ briefing: Briefing) -> Action {
    before = briefing.election?.plan.election
    return .carryOut(.readPlanDraft)
  }

  /// Back from the file way: with an election created by it there is nothing left to fill in.
  mutating func resume(_ briefing: Briefing) -> Action {
    briefing.election?.plan.election == before ? .none : .back
  }

  // MARK: Keys

  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action {
    switch stand {
    case .filling: return fill(key)
    case .working: return key == .escape ? .cancel : .unknownKey
    case .done: return key == .enter || key == .escape ? .back : .unknownKey
    case .failed:
      guard key == .enter || key == .escape else { return .unknownKey }
      stand = .filling
      return .none
    }
  }

  private mutating func fill(_ key: Key) -> Action {
    hasAsked = false
    switch key {
    case .escape: return leave()
    case .pageDown: return turn(1)
    case .pageUp: return turn(-1)
    case .up, .backTab: focus = max(0, focus - 1)
    case .down, .tab: focus = min(max(0, lines - 1), focus + 1)
    case .enter: return enter()
    case .function(2): return add()
    case .function(5) where page == .community: return .go(.form(.plan))
    case .function(8):
      guard let spot, draft.remove(spot) else { return .unknownKey }
      focus = min(focus, max(0, lines - 1))
    default: return spot.map { draft.take(key, at: $0) } ?? false ? .none : .unknownKey
    }
    return .none
  }

  /// The lines of the page in front that can be chosen.
  private var lines: Int { page.map { draft.spots($0).count } ?? draft.faults.count }

  private mutating func enter() -> Action {
    if page == nil { return finish() }
    guard focus >= lines - 1 else {
      focus += 1
      return .none
    }
    return turn(1)
  }

  private mutating func add() -> Action {
    guard let page, page.isList else { return .unknownKey }
    draft.add(page)
    let last = draft.entries(page).count - 1
    focus = draft.spots(page).firstIndex { $0.entry == last } ?? focus
    return .none
  }

  /// Turns to the page before or after; what was typed is kept on the way.
  private mutating func turn(_ step: Int) -> Action {
    let all = PlanDraft.Page.allCases
    let at = (page.flatMap { all.firstIndex(of: $0) } ?? all.count) + step
    guard (0...all.count).contains(at) else { return .none }
    page = at < all.count ? all[at] : nil
    focus = 0
    return keep()
  }

  private mutating func keep() -> Action {
    guard draft != kept else { return .none }
    kept = draft
    return .carryOut(.keepPlanDraft(draft.kept))
  }

  /// Leaves, with everything kept for the next time; a second Esc leaves though it could not be kept.
  private mutating func leave() -> Action {
    let keeping = keep()
    guard keeping != .none else { return .back }
    isLeaving = true
    return keeping
  }

  /// Leads to the chosen fault, or asks and creates where there is none.
  private mutating func finish() -> Action {
    let faults = draft.faults
    if faults.indices.contains(focus) {
      let fault = faults[focus]
      page = fault.spot.page
      focus = draft.spots(fault.spot.page).firstIndex(of: fault.spot) ?? 0
      return .say(Notice(fault.text, .bad))
    }
    hasAsked = true
    let id = draft.text(.community, 0, 3)
    return .ask(
      Confirmation(text: .planQuestion(id), then: .start(.createByFields(id: id, yaml: draft.yaml))))
  }

  // MARK: News

  mutating func hear(_ news: News, _ briefing: Briefing) -> Action {
    switch news {
    case .planDraft(let texts): return restore(texts)
    case .recorded where isLeaving: return .back
    case .answered(let lines): stand = .done(lines)
    case .refused(let complaint) where stand == .filling && !hasAsked:
      isLeaving = false
      return .say(Notice(complaint.text, .bad))
    case .refused(let complaint): stand = .failed(complaint)
    case .progress: stand = .working
    default: break
    }
    return .none
  }

  private mutating func restore(_ texts: [String: [[String]]]) -> Action {
    guard !texts.isEmpty else { return .none }
    draft.restore(texts)
    kept = draft
    return .say(Notice(.planRestored, .good))
  }
}
