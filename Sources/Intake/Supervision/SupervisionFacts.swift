import Archive
import Ballot
import Foundation

extension District {
  /// Writes what the queries need beside the bundles: the roster and the list of what came.
  ///
  /// - Parameter source: Where the rows of the bundles are read.
  /// - Returns: The tables of the queries.
  /// - Throws: `FileFault`; `IntakeFailure.copyDamaged` when rows have to be gathered from a copy that was changed.
  func supervisionTables(_ source: SupervisionTables.Source = .gathered) throws -> SupervisionTables {
    let facts = "supervision"
    try write(roster.expectedRows, to: "\(facts)/expected.ndjson")
    try write(roster.communityRows, to: "\(facts)/communities.ndjson")
    try write(ledgerRows, to: "\(facts)/ledger.ndjson")
    let segments = source == .gathered ? try GatheredRows(self).update().map(\.path) : []
    return SupervisionTables(
      copies: copies.path, facts: home.appending(path: facts).path, segments: segments)
  }

  private func write(_ rows: [JSON], to path: String) throws {
    try folder.write(Array(rows.map { $0.canonical + "\n" }.joined().utf8), to: path)
  }

  private var ledgerRows: [JSON] {
    ledger.accepted.values.sorted { $0.bundle < $1.bundle }.map { accepted in
      .object([
        "bundle": .string(accepted.bundle.hex), "community_code": .string(accepted.name.community),
        "election_id": .string(accepted.name.election), "revision": .integer(accepted.name.revision),
        "kind": .string(accepted.kind.rawValue), "supersedes": .string(accepted.supersedes?.hex ?? ""),
        "received_at": .string(
          ledger.answers[
            StoredObject(
              community: accepted.name.community, election: accepted.name.election, bundle: accepted.bundle)]?
            .statement.time.description ?? ""),
      ])
    }
  }
}
