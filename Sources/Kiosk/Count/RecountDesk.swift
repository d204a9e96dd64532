import Archive
import Ballot

/// The recount that is going on: both readings, and what comes of comparing them.
struct RecountDesk {
  let first: CountDesk
  let second: CountDesk
  let comparison: RecountComparison
  /// Sheets on which a mark waits for people, in each reading.
  let waiting: (first: Int, second: Int)

  init(_ box: Box) throws {
    try self.init(CountDesk(box), CountDesk(box, .second))
  }

  private init(_ first: CountDesk, _ second: CountDesk) throws {
    self.first = first
    self.second = second
    let (one, other) = (try RecountDesk.tables(first), try RecountDesk.tables(second))
    comparison = RecountComparison(
      election: first.election, recount: second.recount ?? 0,
      pages: first.pages.enumerated().map { (page: $1, first: one[$0], second: other[$0]) })
    waiting = (one.reduce(0) { $0 + $1.waiting }, other.reduce(0) { $0 + $1.waiting })
  }

  /// The findings of each page of a reading.
  private static func tables(_ desk: CountDesk) throws -> [RecountTable] {
    guard let rules = desk.election.validity else { throw Failure.noElection }
    let sheets = try desk.sheets().map(\.sheet)
    return desk.pages.map { page in
      RecountTable(sheets.filter { $0.page == page.page }, posts: desk.posts(on: page), rules: rules)
    }
  }

  /// Ends the recount under the scrutineers' names: the comparison is kept, then the journal names it.
  ///
  /// Given up before all sheets were read again, it only says so. The order of reading goes out of the second files
  /// first; a power cut in between leaves the recount open, and ending it again does this again.
  func close(signers: [String], abandoned: Bool) throws -> RecountClosed {
    try first.election.checkScrutineers(signers)
    if !abandoned, waiting.first + waiting.second > 0 {
      throw Failure(Refusal.sheetsUndecided(waiting.first + waiting.second))
    }
    let digest = try first.box.blobs.put(Array(comparison.json.utf8))
    let facts = RecountClosed(
      number: comparison.recount, outcome: abandoned ? .abandoned : comparison.outcome,
      first: comparison.first, second: comparison.second, differing: comparison.differing,
      comparison: digest.hex, signers: Set(signers).sorted())
    try first.box.check(.closeRecount(facts))
    try second.store.closeCount()
    try first.box.carryOut(.closeRecount(facts))
    return facts
  }
}
