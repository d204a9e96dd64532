import Ballot

/// The questions that the street asks of all elections together; each is an SQL file beside this one.
enum SupervisionQuery: String, CaseIterable {
  case turnout, unfilled, officers
  case missing, returned, recount, anomalies, late, disorder, revisions

  /// The query as ClickHouse reads it; the tables it names are made by `SupervisionTables`.
  var sql: String {
    let bytes =
      switch self {
      case .turnout: PackageResources.turnout_sql
      case .unfilled: PackageResources.unfilled_sql
      case .officers: PackageResources.officers_sql
      case .missing: PackageResources.missing_sql
      case .returned: PackageResources.returned_sql
      case .recount: PackageResources.recount_sql
      case .anomalies: PackageResources.anomalies_sql
      case .late: PackageResources.late_sql
      case .disorder: PackageResources.disorder_sql
      case .revisions: PackageResources.revisions_sql
      }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether every row is something that somebody has to look into.
  var isAlarm: Bool {
    switch self {
    case .turnout, .unfilled, .officers: false
    case .missing, .returned, .recount, .anomalies, .late, .disorder, .revisions: true
    }
  }
}
