/// The tables of an election's bundles (docs/formats/tables.md): what the sealer writes and the receiver demands.
///
/// Columns are only ever added, as optional ones, so a row of any released version can be read by these.
package enum RecordTable: String, CaseIterable, Sendable {
  case election
  case posts
  case candidates
  case tally
  case ballots
  case turnout
  case checks
  case recounts
  case stages
  case anomalies
  case bulletins
  case postings
  case roll
  case officers
  case owners
  case nominations

  package typealias Column = BundleTable.Column

  /// The tables of the bundle that everybody may read.
  package static let open: [RecordTable] = [
    .election, .posts, .candidates, .tally, .ballots, .turnout, .checks, .recounts, .stages, .anomalies,
    .bulletins,
    .postings,
  ]

  /// Every column, the common ones first.
  package var columns: [Column] { BundleTable.commonColumns + own }

  /// The table with these rows.
  package func table(_ rows: [String]) -> BundleTable {
    BundleTable(name: rawValue, title: title, columns: columns, rows: rows)
  }

  /// What people call the table.
  package var title: BundleTable.Label {
    switch self {
    case .election: .init(zh: "选举", en: "election")
    case .posts: .init(zh: "职位和结论", en: "posts and verdicts")
    case .candidates: .init(zh: "正式候选人", en: "formal candidates")
    case .tally: .init(zh: "得票", en: "votes")
    case .ballots: .init(zh: "逐张选票", en: "ballots, one row a line")
    case .turnout: .init(zh: "发票收票", en: "issue and return")
    case .checks: .init(zh: "结论的依据", en: "why each verdict is as it is")
    case .recounts: .init(zh: "复核", en: "recounts")
    case .stages: .init(zh: "阶段", en: "stages")
    case .anomalies: .init(zh: "异常情况", en: "anomalies")
    case .bulletins: .init(zh: "公告", en: "bulletins")
    case .postings: .init(zh: "公告张贴", en: "postings of bulletins")
    case .roll: .init(zh: "选民名册", en: "roll of voters")
    case .officers: .init(zh: "当选人员名册", en: "the elected")
    case .nominations: .init(zh: "提名和联审", en: "nominations and vetting")
    case .owners: .init(zh: "业主名册和表决票", en: "owners and their slips")
    }
  }

  private var own: [Column] {
    switch self {
    case .election: Self.electionColumns
    case .posts: Self.postColumns
    case .candidates: Self.candidateColumns
    case .tally: Self.tallyColumns
    case .ballots: Self.ballotColumns
    case .turnout: Self.turnoutColumns
    case .checks: Self.checkColumns
    case .recounts: Self.recountColumns
    case .stages: Self.stageColumns
    case .anomalies: Self.anomalyColumns
    case .bulletins: Self.bulletinColumns
    case .postings: Self.postingColumns
    case .roll: Self.rollColumns
    case .officers: Self.officerColumns
    case .nominations: Self.nominationColumns
    case .owners: Self.ownerColumns
    }
  }
}
