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

  init(_ box: Box) throws { try self.init(box, box.election()) }

  /// The table of one round.
  init(_ box: Box, _ election: ElectionState) throws {
    self.box = box
    self.election = election
    let batch = election.layout?.batch ?? BatchCode(rawValue: "0001")
    // Owners write on slips of their own.
    pages = try election.plan.kind.isOwnersVote ? [] : BallotPaper(election, batch: batch).layout.pages
    store = try BallotStore(directory: box.home.ballots(election.id.rawValue, round: election.round))
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
    try box.check(command)
    var rounds = Dictionary(grouping: try store.decisions()) { Place(sheet: $0.sheet, line: $0.line) }
      .mapValues(\.count)
    try store.decide(
      decisions.map { id, decision, line in
        let round = rounds[Place(sheet: id, line: line), default: 0] + 1
        rounds[Place(sheet: id, line: line)] = round
        return Decision(sheet: id, line: line, round: round, json: decision.json)
      })
    try box.carryOut(command)
  }

  /// Tells the journal of decisions that a power cut kept from it; numbers checked before them count no more.
  func recordForgotten(by people: [String]) throws {
    let forgotten = try store.decisions().count - election.decided
    guard forgotten > 0 else { return }
    try box.carryOut(.recordDecisions(SheetsDecided(lines: forgotten, deciders: people)))
    throw Failure(Refusal.notReconciled)
  }
}
