import Archive
import Ballot

/// Takes the rows of one bundle in while it is checked.
final class RowReceiver: BundleVisitor {
  /// What a public bundle states; nil for a restricted one.
  let stated: StatedResult?
  private(set) var replay: TallyReplay?
  private(set) var anomalies: [JSON] = []
  private(set) var personFaults: [Reason] = []
  private(set) var rollRows = 0
  private(set) var log: LogTree?
  private(set) var decisions: [StreetDecision] = []

  /// More of these no election has; the rest is not kept.
  private static let rowLimit = 1000

  init(stated: StatedResult?) {
    self.stated = stated
    replay = stated.map(TallyReplay.init)
  }

  func visit(_ row: JSON, of table: String) {
    switch table {
    case RecordTable.ballots.rawValue: replay?.take(row)
    case RecordTable.anomalies.rawValue: if anomalies.count < Self.rowLimit { anomalies.append(row) }
    case RecordTable.roll.rawValue: rollRows += 1
    default: break
    }
    // Persons in public tables are lines of the ballot or running numbers, never numbers of the roll.
    if stated != nil, let person = row["person"]?.string, personFaults.isEmpty, !Self.isReference(person) {
      personFaults.append(.personalData(file: "tables/\(table).ndjson", .person))
    }
  }

  func visit(logLine line: [UInt8]) {
    if log == nil { log = LogTree() }
    let text = String(decoding: line, as: UTF8.self)
    log?.append(line: text)
    if decisions.count < Self.rowLimit, let decision = StreetDecision(logLine: text) {
      decisions.append(decision)
    }
  }

  /// Whether a text is `post/1` or `post/written-1`.
  private static func isReference(_ person: String) -> Bool {
    let parts = person.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let number = parts[1].hasPrefix("written-") ? parts[1].dropFirst(8) : parts[1]
    return !number.isEmpty && number.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }
}
