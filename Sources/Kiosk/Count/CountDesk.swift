import Archive
import Ballot
import Foundation
import Scanner

/// The counting table of an election: reads pictures, keeps readings and decisions, adds up.
struct CountDesk {
  let box: Box
  let election: ElectionState
  let pages: [BallotPage]
  let store: BallotStore
  /// The number of the recount whose second reading this is; nil for the count itself.
  let recount: Int?

  /// The table of the round that is going on, for the count or for the recount that is open.
  init(_ box: Box, _ pass: CountPass = .first) throws {
    let election = try box.election()
    try self.init(box, election, recount: pass.number(in: election))
  }

  /// The table of one round.
  init(_ box: Box, _ election: ElectionState, recount: Int? = nil) throws {
    self.box = box
    self.election = election
    self.recount = recount
    let batch = election.layout?.batch ?? BatchCode(rawValue: "0001")
    // Owners write on slips of their own.
    pages = try election.plan.kind.isOwnersVote ? [] : BallotPaper(election, batch: batch).layout.pages
    store = try BallotStore(
      directory: box.home.ballots(election.id.rawValue, round: election.round, recount: recount))
  }

  /// A sheet as the count sees it, with the id it is kept under.
  struct CountedSheet {
    let id: ReadingID
    let sheet: Ballot.RecordedSheet
  }

  /// All sheets with their decisions, in the order of their ids.
  func sheets() throws -> [CountedSheet] {
    let decisions = Dictionary(grouping: try store.decisions(), by: \.sheet)
    return try store.sheets().map { kept in
      let sheet = try Ballot.RecordedSheet(
        page: kept.page, lines: KeptReading(json: kept.json).lines,
        decisions: decisions[kept.id]?.map { ($0.line, $0.json) } ?? [])
      return CountedSheet(id: kept.id, sheet: sheet)
    }
  }

  /// The posts of a page with the person on each printed line.
  func posts(on page: BallotPage) -> [CountedPost] {
    election.countedPosts(on: page)
  }

  /// The tally of every page, recomputed from the sheets.
  func tally() throws -> [PageTally] {
    guard let rules = election.validity else { throw Failure.noElection }
    let sheets = try sheets()
    let undecided = sheets.reduce(0) { $0 + $1.sheet.undecided.count }
    guard undecided == 0 else { throw Refusal.sheetsUndecided(undecided) }
    return pages.compactMap { page in
      Tallier(posts: posts(on: page), rules: rules).tally(
        page: page.page, sheets.map(\.sheet).filter { $0.page == page.page })
    }
  }

  /// One line of one sheet.
  private struct Place: Hashable {
    let sheet: ReadingID
    let line: String
  }

  /// Adds a decision; the machine's reading stays as it is.
  func decide(_ id: ReadingID, _ decision: KeptDecision, line: String) throws {
    try decide([(id, decision, line)])
  }

  /// Adds decisions, all or none.
  func decide(_ decisions: [(id: ReadingID, decision: KeptDecision, line: String)]) throws {
    let deciders = decisions.first?.decision.deciders ?? []
    let command = Command.recordDecisions(SheetsDecided(lines: decisions.count, deciders: deciders))
    try check(command)
    let earlier = try store.decisions()
    try checkStanding(decisions.filter { $0.line == KeptDecision.wholeSheet }.map(\.id), earlier)
    var rounds = Dictionary(grouping: earlier) { Place(sheet: $0.sheet, line: $0.line) }
      .mapValues(\.count)
    try store.decide(
      decisions.map { id, decision, line in
        let round = rounds[Place(sheet: id, line: line), default: 0] + 1
        rounds[Place(sheet: id, line: line)] = round
        return Decision(sheet: id, line: line, round: round, json: decision.json)
      })
    try carryOut(command)
  }

  /// Refuses what the count would refuse now, and any work on a recount that has ended.
  func check(_ command: Command) throws {
    try box.check(command)
    guard let recount, try box.election().openRecount?.number != recount else { return }
    throw Failure(Refusal.recountRefused(.notOpen))
  }

  /// Tells the journal what came into the count; what comes into a recount it hears when the recount ends.
  func carryOut(_ command: Command) throws {
    if recount == nil { try box.carryOut(command) }
  }

  /// Refuses to void sheets that are void already; a second finding would change nothing.
  private func checkStanding(_ sheets: [ReadingID], _ decisions: [Decision]) throws {
    let void = Set(decisions.filter { $0.line == KeptDecision.wholeSheet }.map(\.sheet))
    guard sheets.contains(where: void.contains) else { return }
    throw Failure.voidAlready
  }

  /// Tells the journal of decisions that a power cut kept from it; numbers checked before them count no more.
  func recordForgotten(by people: [String]) throws {
    let forgotten = try store.decisions().count - election.decided
    guard forgotten > 0 else { return }
    try box.carryOut(.recordDecisions(SheetsDecided(lines: forgotten, deciders: people)))
    throw Failure(Refusal.notReconciled)
  }
}
