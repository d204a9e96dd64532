import Archive
import Ballot

/// What a public bundle says of its election, but for the single ballots: the tables that are small.
struct StatedResult {
  let election: JSON
  let posts: [JSON]
  let candidates: [JSON]
  let tally: [JSON]
  let turnout: [JSON]
  /// The rules that were applied; read where owners vote, whose areas stand nowhere else.
  let checks: [JSON]

  /// Reads the tables; every election has them, and one row of `election`.
  init(_ reader: BundleReader) throws(Rejected) {
    guard let row = try Self.rows(.election, reader).first else {
      throw Rejected(.tableMissing(RecordTable.election.rawValue))
    }
    election = row
    // Owners vote by slips that are not public, and a question has no candidates.
    let isOwners = row["kind"]?.string.flatMap(ElectionKind.init)?.isOwnersVote == true
    posts = try Self.rows(.posts, reader, mayLack: isOwners)
    candidates = try Self.rows(.candidates, reader, mayLack: true)
    tally = try Self.rows(.tally, reader, mayLack: isOwners)
    turnout = try Self.rows(.turnout, reader, mayLack: isOwners)
    checks = isOwners ? try Self.rows(.checks, reader) : []
  }

  /// The rounds of voting that are stated, in order; a bundle from before there were rounds has the first alone.
  var rounds: [Int] { Set(turnout.map(Self.round)).sorted() }

  /// What is stated of one round.
  func inRound(_ number: Int) -> StatedResult {
    let isOwn = { (row: JSON) in Self.round(row) == number }
    return StatedResult(
      election: election, posts: posts.filter(isOwn), candidates: candidates.filter(isOwn),
      tally: tally.filter(isOwn), turnout: turnout.filter(isOwn), checks: checks.filter(isOwn))
  }

  /// The round that a row belongs to.
  static func round(_ row: JSON) -> Int { row["round"]?.integer ?? 1 }

  private init(
    election: JSON, posts: [JSON], candidates: [JSON], tally: [JSON], turnout: [JSON], checks: [JSON]
  ) {
    self.election = election
    self.posts = posts
    self.candidates = candidates
    self.tally = tally
    self.turnout = turnout
    self.checks = checks
  }

  /// Whether every page of these rows reached a valid vote.
  var turnoutIsValid: Bool { turnout.allSatisfy { $0["verdict"]?.string == "valid" } }

  /// Why a table cannot be used.
  struct Rejected: Error {
    let reason: Reason
    init(_ reason: Reason) { self.reason = reason }
  }

  private static func rows(
    _ table: RecordTable, _ reader: BundleReader, mayLack: Bool = false
  ) throws(Rejected) -> [JSON] {
    guard let rows = (try? reader.rows(of: table)) ?? nil else {
      throw Rejected(.malformed("data/tables/\(table.rawValue).ndjson"))
    }
    if rows.isEmpty {
      if mayLack { return [] }
      throw Rejected(.tableMissing(table.rawValue))
    }
    for column in table.columns where !column.isOptional && rows[0][column.name] == nil {
      throw Rejected(.columnMissing(table: table.rawValue, column: column.name))
    }
    return rows
  }

  var packDigest: Digest? { election["rule_pack_sha256"]?.string.flatMap { Digest(hex: $0) } }
  var day: Day? { election["election_day"]?.string.flatMap { Day(iso: $0) } }
  var isValid: Bool { election["valid"] == .bool(true) }
  var kind: ElectionKind? { election["kind"]?.string.flatMap(ElectionKind.init) }
}
