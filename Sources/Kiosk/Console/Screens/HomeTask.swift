import Ballot

/// The steps that the home screen lists, in the order of an election.
enum HomeTask: String, CaseIterable, Sendable {
  case plan, roll, search, freeze, cards, reissue, candidates, ballots, pollOpen, checkIn, pollClose,
    countOpen
  case count, recount, reconcile, close, bulletins, round, seal, export, anomalies, stages, doctor, journal,
    staff,
    more

  var place: Place {
    switch self {
    case .plan: .plan
    case .roll: .rollImport
    case .search: .rollSearch
    case .freeze: .form(.rollFreeze)
    case .cards: .form(.cards)
    case .reissue: .form(.reissue)
    case .candidates: .form(.candidates)
    case .ballots: .form(.ballots)
    case .pollOpen: .form(.pollOpen)
    case .checkIn: .checkIn
    case .pollClose: .form(.pollClose)
    case .countOpen: .form(.countOpen)
    case .count: .count
    case .recount: .recount
    case .reconcile: .form(.reconcile)
    case .close: .form(.countClose)
    case .bulletins: .form(.bulletins)
    case .round: .form(.roundOpen)
    case .seal: .form(.seal)
    case .export: .form(.export)
    case .anomalies: .form(.anomalies)
    case .stages: .stages
    case .doctor: .form(.doctor)
    case .journal: .form(.journal)
    case .staff: .form(.staff)
    case .more: .more
    }
  }

  /// The first step that is neither done nor a mere look-up.
  static func due(_ briefing: Briefing) -> HomeTask {
    allCases.first { $0.isStep && !$0.isDone(briefing) } ?? .stages
  }

  /// Whether the election has to pass it; the others are there when they are wanted.
  var isStep: Bool {
    switch self {
    case .search, .reissue, .candidates, .recount, .anomalies, .stages, .doctor, .journal, .staff, .more:
      false
    default: true
    }
  }

  func isDone(_ briefing: Briefing) -> Bool {
    guard let election = briefing.election else { return false }
    switch self {
    case .plan: return true
    case .roll: return election.roll != nil
    case .freeze: return election.frozen != nil
    case .cards: return election.cardsPrinted.count > election.cardsBefore
    case .ballots: return !election.printRuns.isEmpty
    case .pollOpen: return election.opened != nil
    case .checkIn, .pollClose: return election.closed != nil
    case .countOpen: return election.countOpened != nil
    case .count: return election.countClosed != nil || isCounted(election)
    case .recount: return election.recounts.contains { !$0.isOpen }
    case .reconcile: return election.reconciled != nil || election.countClosed != nil
    case .close: return election.countClosed != nil
    case .bulletins:
      return election.bulletins.dropFirst(election.bulletinsBefore).contains { $0.code == "B22" }
    case .round: return election.countClosed != nil && !isVotedAgain(briefing, election)
    case .seal: return election.bundles.count > election.bundlesBefore
    case .export, .search, .reissue, .candidates, .anomalies, .stages, .doctor, .journal, .staff, .more:
      return false
    }
  }

  /// Whether people have to vote once more; a seat that a runoff left empty may stay empty.
  private func isVotedAgain(_ briefing: Briefing, _ election: ElectionState) -> Bool {
    briefing.openVotes.contains { $0 != .runoff || election.vote != .runoff }
  }

  /// All sheets of all boxes were read.
  private func isCounted(_ election: ElectionState) -> Bool {
    guard let opened = election.countOpened else { return false }
    let pages = election.layout?.pages ?? 1
    return election.sheets >= opened.boxes.reduce(0, +) * pages && election.sheets > 0
  }

  /// Why it cannot be done yet; nil when it can.
  func lock(_ briefing: Briefing) -> Sentence? { missing(briefing) ?? waiting(briefing) }

  /// The stage that the step enters.
  private var stage: Stage? {
    switch self {
    case .roll: .registering
    case .freeze: .rollObjections
    case .cards: .cardsIssued
    case .pollOpen: .polling
    case .countOpen: .counting
    case .close: .declared
    case .plan, .search, .reissue, .candidates, .ballots, .checkIn, .pollClose, .count, .recount, .reconcile,
      .bulletins, .round, .seal, .export, .anomalies, .stages, .doctor, .journal, .staff, .more:
      nil
    }
  }

  /// The anomaly that has to be authorised before the step, and what to do about it.
  private func waiting(_ briefing: Briefing) -> Sentence? {
    guard let election = briefing.election, let lock = election.facts.anomalies.locks.first,
      self == .round || briefing.anomaliesLock && enters(election, briefing.now.day)
    else { return nil }
    return lock.sentence + .howToSubmit
  }

  /// Whether the election enters a stage by this step.
  private func enters(_ election: ElectionState, _ today: Day) -> Bool {
    let steps = election.calendar(today: today)?.lines.map(\.stage) ?? []
    return stage.map { $0 > election.stage && steps.contains($0) } ?? false
  }

  private func missing(_ briefing: Briefing) -> Sentence? {
    guard let election = briefing.election else {
      return [.plan, .doctor, .journal, .staff].contains(self) ? nil : Failure.noElection.sentence
    }
    switch self {
    case .plan, .roll, .candidates, .anomalies, .stages, .doctor, .journal, .staff, .more: return nil
    case .search, .freeze: return election.roll == nil ? Refusal.rollMissing.sentence : nil
    case .cards, .reissue, .ballots: return election.frozen == nil ? Refusal.rollNotFrozen.sentence : nil
    case .pollOpen: return election.printRuns.isEmpty ? Refusal.ballotsNotPrinted.sentence : nil
    case .checkIn, .pollClose: return election.opened == nil ? Refusal.pollNotOpen.sentence : nil
    case .countOpen: return election.closed == nil ? Refusal.pollStillOpen.sentence : nil
    case .recount: return election.sheets == 0 ? Refusal.recountRefused(.nothingRead).sentence : nil
    case .count, .reconcile: return election.countOpened == nil ? Refusal.countNotOpen.sentence : nil
    case .close: return election.reconciled == nil ? Refusal.notReconciled.sentence : nil
    case .bulletins, .round, .seal: return election.countClosed == nil ? Refusal.resultMissing.sentence : nil
    case .export: return election.bundles.isEmpty ? Sentence.notSealedYet : nil
    }
  }
}
