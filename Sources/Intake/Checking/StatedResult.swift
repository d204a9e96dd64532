import Archive
import Ballot

/// What a public bundle says of its election, but for the single ballots: the tables that are small.
struct StatedResult {
  let election: JSON
  let posts: [JSON]
  let candidates: [JSON]
  let tally: [JSON]
  let turnout: [JSON]

  /// Reads the tables; every election has them, and one row of `election`.
  init(_ reader: BundleReader) throws(Rejected) {
    posts = try Self.rows(.posts, reader)
    candidates = try Self.rows(.candidates, reader)
    tally = try Self.rows(.tally, reader)
    turnout = try Self.rows(.turnout, reader)
    guard let row = try Self.rows(.election, reader).first else {
      throw Rejected(.tableMissing(RecordTable.election.rawValue))
    }
    election = row
  }

  /// Why a table cannot be used.
  struct Rejected: Error {
    let reason: Reason
    init(_ reason: Reason) { self.reason = reason }
  }

  private static func rows(_ table: RecordTable, _ reader: BundleReader) throws(Rejected) -> [JSON] {
    guard let rows = (try? reader.rows(of: table)) ?? nil else {
      throw Rejected(.malformed("data/tables/\(table.rawValue).ndjson"))
    }
    if rows.isEmpty { throw Rejected(.tableMissing(table.rawValue)) }
    for column in table.columns where !column.isOptional && rows[0][column.name] == nil {
      throw Rejected(.columnMissing(table: table.rawValue, column: column.name))
    }
    return rows
  }

  var packDigest: Digest? { election["rule_pack_sha256"]?.string.flatMap { Digest(hex: $0) } }
  var isValid: Bool { election["valid"] == .bool(true) }
  var kind: ElectionKind? { election["kind"]?.string.flatMap(ElectionKind.init) }
}
