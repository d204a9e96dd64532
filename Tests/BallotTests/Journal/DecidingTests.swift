import Ballot
import Testing

@Suite("What the procedure refuses and allows")
struct DecidingTests {
  typealias Case = (history: [Event], command: Command, refusal: Refusal)

  private static let import_ = Command.importRoll(
    RollImported(digest: History.other, source: "x", voters: 1, men: 1, women: 0))
  private static func freeze(_ digest: String) -> Command {
    .freezeRoll(RollFrozen(digest: digest, voters: 3, candidates: [:]))
  }
  private static let cards = Command.recordCards(CardsPrinted(cards: 3, pages: 1, delivery: .file))
  private static let layOut = Command.layOutBallots(
    BallotsLaidOut(
      type: BallotType(rawValue: "x"), batch: BatchCode(rawValue: "0001"), pages: 1, geometryDigest: ""))
  private static let print = Command.recordBallots(copies: 1, delivery: .file)
  private static let open = Command.openPoll(PollOpened(boxes: 1, witnesses: []))
  private static func issue(_ verdict: CardVerdict) -> Command { .issue(verdict, desk: 1, manner: .inPerson) }
  private static func issue(_ roll: Int) -> Command { issue(.valid(History.card(roll))) }
  private static let count = Command.openCount(CountOpened(boxes: [1], witnesses: []))
  private static let accept = Command.acceptSheets(accepted: 1, total: 1, refused: 0)
  private static func record(_ deciders: [String]) -> Command {
    .recordDecisions(SheetsDecided(lines: 1, deciders: deciders))
  }
  private static func close(_ signers: [String]) -> Command {
    .closeCount(CountClosed(resultDigest: "", signers: signers), anomalies: [])
  }
  private static let two = ["赵敏", "钱强"]
  private static let bulletin = Command.issueBulletin(code: "B22", digest: "")
  private static let seal = Command.seal(publicID: History.digest, restrictedID: History.other)

  static let before: [Case] = [
    (History.toFrozen, import_, .rollFrozenAlready),
    ([], freeze(History.digest), .rollMissing),
    (History.toFrozen, freeze(History.digest), .rollFrozenAlready),
    ([History.imported], freeze(History.other), .rollChanged),
    ([History.imported], cards, .rollNotFrozen),
    ([History.imported], .replaceCard(roll: 1, reason: ""), .rollNotFrozen),
    (History.toFrozen, .replaceCard(roll: 0, reason: ""), .notOnRoll(0)),
    (History.toFrozen, .replaceCard(roll: 4, reason: ""), .notOnRoll(4)),
    (History.toFrozen, .replaceCard(roll: .min, reason: ""), .notOnRoll(.min)),
    ([History.imported], layOut, .rollNotFrozen),
    (History.toOpened, layOut, .pollOpenAlready),
    (History.toFrozen, print, .ballotsNotLaidOut),
    (History.toOpened, print, .pollOpenAlready),
    (History.toPrinted, .recordBallots(copies: 0, delivery: .file), .copiesOutOfRange(0)),
    (History.toPrinted, .recordBallots(copies: 100_001, delivery: .file), .copiesOutOfRange(100_001)),
    ([], .advance(.prepare), .stageNotAhead(current: .planAdopted, asked: .prepare)),
    ([], .advance(.planAdopted), .stageNotAhead(current: .planAdopted, asked: .planAdopted)),
    ([], .advance(.cardsIssued), .locked(asked: .cardsIssued, by: [.fact(.rollFrozen, of: .rollObjections)])),
    (
      History.toFrozen, .advance(.polling),
      .locked(asked: .polling, by: [.fact(.ballotsPrinted, of: .dayPrepared)])
    ),
    (
      History.toOpened, .advance(.counting), .locked(asked: .counting, by: [.fact(.pollClosed, of: .polling)])
    ),
    (
      History.toCounting, .advance(.declared),
      .locked(
        asked: .declared, by: [.fact(.identitiesHold, of: .counting), .fact(.totalsSigned, of: .counting)])
    ),
    (History.toEnded, .advance(.filed), .locked(asked: .filed, by: [.bulletin("B22", of: .declared)])),
  ]

  static let voting: [Case] = [
    ([History.imported], open, .rollNotFrozen),
    (History.toFrozen, open, .ballotsNotPrinted),
    (History.toOpened, open, .pollOpenAlready),
    (History.toPrinted, issue(1), .pollNotOpen),
    (History.toClosed, issue(3), .pollClosed),
    (History.toOpened, issue(0), .notOnRoll(0)),
    (History.toOpened, issue(4), .notOnRoll(4)),
    (History.toOpened, issue(.forged), .cardRefused(.forged)),
    (History.toOpened, issue(.notACard), .cardRefused(.notACard)),
    (History.toOpened, issue(.otherElection), .cardRefused(.otherElection)),
    (
      History.toOpened, issue(.otherStation(History.card(1))), .cardRefused(.otherStation(History.card(1)))
    ),
    // Two desks read the same card; the slower one must not issue on it.
    (
      History.toOpened + [History.issued(1)], issue(1),
      .cardRefused(.used(History.card(1), at: Instant(seconds: 1_800_000_005), desk: 1))
    ),
    // The card was replaced between its reading and the issue.
    (
      History.toOpened + [.cardReplaced(CardReplaced(roll: 1, generation: 1, reason: ""))], issue(1),
      .cardRefused(.replaced(History.card(1)))
    ),
    (
      History.toOpened,
      issue(
        .valid(
          VoterCard(election: Array(repeating: 0, count: 8), roll: 1, round: 1, station: 1, generation: 0))),
      .cardRefused(.otherElection)
    ),
    (
      History.toOpened + [History.issued(1), History.issued(2), History.spoiled, History.spoiled], issue(3),
      .ballotsUsedUp(printed: 4)
    ),
    (
      History.toOpened + [History.issued(1), History.spoiled, History.spoiled, History.spoiled],
      .spoil(desk: 1), .ballotsUsedUp(printed: 4)
    ),
    (History.toPrinted, .spoil(desk: 1), .pollNotOpen),
    (History.toOpened, .spoil(desk: 1), .nothingToSpoil),
    (History.toClosed, .spoil(desk: 1), .pollClosed),
    (History.toPrinted, .closePoll(unused: 0), .pollNotOpen),
    (History.toClosed, .closePoll(unused: 0), .pollClosed),
  ]

  static let counting: [Case] = [
    (History.toPrinted, count, .pollNotOpen),
    (History.toOpened, count, .pollStillOpen),
    (History.toCounting, count, .countOpenAlready),
    (History.toClosed, accept, .countNotOpen),
    (History.toEnded, accept, .countClosed),
    (History.toClosed, record(two), .countNotOpen),
    (History.toEnded, record(two), .countClosed),
    (History.toCounting, record(["赵敏"]), .tooFewSigners(have: 1, need: 2)),
    (History.toCounting, record(["赵敏", "赵敏"]), .tooFewSigners(have: 1, need: 2)),
    (History.toClosed, .reconcile([]), .countNotOpen),
    (History.toEnded, .reconcile([]), .countClosed),
    (History.toClosed, close(two), .countNotOpen),
    (History.toEnded, close(two), .countClosed),
    (History.toCounting, close(two), .notReconciled),
    (History.toCounting + [History.unreconciled], close(two), .identitiesFail(["N06"])),
    (History.toCounting + [History.reconciled], close([]), .tooFewSigners(have: 0, need: 2)),
    // A sheet or a decision that came later has to be reconciled too.
    (History.toCounting + [History.reconciled, History.accepted], close(two), .notReconciled),
    (History.toCounting + [History.reconciled, History.decided], close(two), .notReconciled),
    (History.toCounting, bulletin, .resultMissing),
    (History.toCounting, seal, .resultMissing),
    (History.toEnded + [History.sealed], seal, .sealedAlready(revision: 1)),
  ]

  @Test("Refused before election day", arguments: before)
  func refusesBefore(_ example: Case) throws { try check(example) }

  @Test("Refused on election day", arguments: voting)
  func refusesVoting(_ example: Case) throws { try check(example) }

  @Test("Refused in the count and after it", arguments: counting)
  func refusesCounting(_ example: Case) throws { try check(example) }

  private func check(_ example: Case) throws {
    let state = History.state(example.history)
    #expect(throws: example.refusal) { try state.decide(example.command) }
  }

  /// The refusals that `decide` makes; the others are made by the count's desk.
  @Test("Every refusal of the procedure is in these tables")
  func complete() {
    let seen = Set((Self.before + Self.voting + Self.counting).map { "\($0.refusal)".prefix { $0 != "(" } })
    #expect(seen.count == 25)
  }

  @Test(
    "Allowed, with the events it brings",
    arguments: [
      ([Event](), import_, ["roll.imported", "stage.advanced"]),
      ([History.imported], import_, ["roll.imported", "stage.advanced"]),
      ([History.imported], freeze(History.digest), ["roll.frozen", "stage.advanced"]),
      (History.toFrozen, cards, ["cards.printed", "stage.advanced"]),
      (History.toFrozen, .replaceCard(roll: 3, reason: "x"), ["card.replaced"]),
      (History.toFrozen, layOut, ["ballots.laidOut"]),
      (History.toPrinted, print, ["ballots.printed"]),
      (History.toPrinted, open, ["poll.opened", "stage.advanced"]),
      (History.toOpened, issue(1), ["ballot.issued"]),
      (History.toOpened + [History.issued(1)], .spoil(desk: 1), ["ballot.spoiled"]),
      (History.toOpened, .closePoll(unused: 0), ["poll.closed"]),
      (History.toClosed, count, ["count.opened", "stage.advanced"]),
      (History.toCounting, accept, ["sheets.accepted"]),
      (History.toCounting, .acceptSheets(accepted: 0, total: 2, refused: 0), []),
      (History.toCounting, .acceptSheets(accepted: 0, total: 5, refused: 0), ["sheets.accepted"]),
      (History.toCounting, record(two), ["sheets.decided"]),
      (History.toCounting, .reconcile([Identity(.n06, false, "")]), ["count.reconciled"]),
      (History.toCounting + [History.reconciled], close(two), ["count.closed", "stage.advanced"]),
      (History.toEnded, bulletin, ["bulletin.issued"]),
      (History.toEnded, seal, ["bundle.sealed"]),
      (History.toEnded + [History.sealed], .seal(publicID: "x", restrictedID: "y"), ["bundle.sealed"]),
    ])
  func allows(history: [Event], command: Command, types: [String]) throws {
    let state = History.state(history)
    #expect(
      try state.decide(command).map(\.type).filter { $0 != "stage.advanced" || types.contains($0) } == types)
  }

  @Test("An election void for want of voters is closed with its anomaly")
  func voided() throws {
    let failing = Event.countReconciled(CountReconciled(holding: [], failing: ["N07", "N08", "N09"]))
    let events = try History.state(History.toCounting + [failing]).decide(
      .closeCount(
        CountClosed(resultDigest: "", signers: Self.two), anomalies: [AnomalyRaised(code: "A02", detail: "")])
    )
    #expect(events.map(\.type).prefix(2) == ["anomaly.raised", "count.closed"])
  }
}
