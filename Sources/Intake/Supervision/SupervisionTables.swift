import Archive
import Ballot
import Foundation

/// The statements that make the tables of the queries from the accepted bundles and the roster.
///
/// The engine can read all tables out of the tars themselves. From gathered rows it reads the same rows sooner.
struct SupervisionTables {
  /// Where accepted bundles lie: `<community>/<election>/<bundle id>.tar`.
  let copies: String
  /// The directory with `expected.ndjson`, `communities.ndjson` and `ledger.ndjson`.
  let facts: String
  /// The directories with gathered rows; where there is none, the tars are read.
  let segments: [String]

  /// Where the rows of the bundles are read.
  enum Source: String {
    /// From the rows that were gathered.
    case gathered
    /// From the tars alone.
    case tars
  }

  /// How the tables are made.
  enum Manner: String {
    /// Read once into memory, for many queries in one run.
    case loaded = "TABLE"
    /// Read anew by each query.
    case live = "VIEW"
  }

  /// The statements, each ended by a semicolon: of all tables, or of those alone that some queries name.
  ///
  /// The ballots are many and only one query reads them, so they are never loaded.
  func statements(_ manner: Manner, for queries: [SupervisionQuery] = SupervisionQuery.allCases) -> String {
    let words = queries.flatMap { $0.sql.split { !$0.isLetter && $0 != "_" }.map(String.init) }
    let named = Set(words + [RecordTable.election.rawValue])
    let bundles = RecordTable.open.filter { named.contains($0.rawValue) }.map { table in
      create(table.rawValue, table == .ballots ? .live : manner, bundleSource(table))
    }
    let own = Self.ownTables.filter { named.contains($0.0) }.map { name, columns in
      create(name, manner, "file(\(quoted("\(facts)/\(name).ndjson")), JSONEachRow, \(quoted(columns)))")
    }
    let latest = """
      CREATE \(manner.rawValue) latest \(manner == .loaded ? "ENGINE = Memory " : "")AS \
      SELECT community_code, election_id, max(revision) AS revision FROM election \
      GROUP BY community_code, election_id;
      """
    return (bundles + own + [latest]).joined(separator: "\n") + "\n"
  }

  private func create(_ name: String, _ manner: Manner, _ source: String) -> String {
    let engine = manner == .loaded ? "ENGINE = Memory " : ""
    return "CREATE \(manner.rawValue) \(name) \(engine)AS SELECT * FROM \(source);"
  }

  private func bundleSource(_ table: RecordTable) -> String {
    let columns = table.columns.map { "\($0.name) \(Self.type($0))" }.joined(separator: ", ")
    let file = "\(table.rawValue).ndjson"
    let path = segments.isEmpty ? "\(copies)/*/*/*.tar :: */data/tables/\(file)" : gathered(file)
    return "file(\(quoted(path)), JSONEachRow, \(quoted(columns)))"
  }

  /// The files of one table in all segments; only these, whatever else lies there.
  private func gathered(_ file: String) -> String {
    let names = segments.map { $0.split(separator: "/").last.map(String.init) ?? "" }
    let parent = segments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return "\(parent.joined(separator: "/"))/{\(names.joined(separator: ","))}/\(file)"
  }

  private static let ownTables: [(String, String)] = [
    (
      "expected",
      "community_code String, community String, street String, election_id String, election_day String"
    ),
    ("communities", "community_code String, community String, street String"),
    (
      "ledger",
      "bundle String, community_code String, election_id String, revision Int64, kind String, supersedes String, "
        + "received_at String"
    ),
  ]

  private static func type(_ column: BundleTable.Column) -> String {
    let type =
      switch column.type {
      case .text, .time, .enumeration, .digest: "String"
      case .integer: "Int64"
      case .boolean: "Bool"
      case .date: "Date32"
      }
    return column.isOptional ? "Nullable(\(type))" : type
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
