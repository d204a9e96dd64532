import Archive
import Ballot

/// Takes the rows of one bundle in while it is checked.
final class RowReceiver: BundleVisitor {
  /// What a public bundle states; nil for a restricted one.
  let stated: StatedResult?
  /// The ballots of each round of voting, added up.
  private(set) var replays: [Int: TallyReplay]
  /// Whether a ballot is of a round that nothing is stated of.
  private(set) var hasStrangeRound = false
  private(set) var anomalies: [JSON] = []
  private(set) var personFaults: [Reason] = []
  /// How many voters or owners a restricted bundle lists.
  private(set) var rollRows = 0
  private(set) var log: LogTree?
  /// The slips of an owners' vote, added up; nil in any other bundle.
  private(set) var owners: OwnersReplay?
  private let election: String
  private(set) var decisions: [StreetDecision] = []

  /// More of these no election has; the rest is not kept.
  private static let rowLimit = 1000
  private static let roundLimit = 20

  init(stated: StatedResult?, owners: OwnersReplay? = nil, election: String = "") {
    self.stated = stated
    self.owners = owners
    self.election = election
    let rounds = stated?.rounds.prefix(Self.roundLimit) ?? []
    replays = Dictionary(
      rounds.compactMap { number in stated.map { (number, TallyReplay($0.inRound(number))) } },
      uniquingKeysWith: { first, _ in first })
  }

  func visit(_ row: JSON, of table: String) {
    switch table {
    case RecordTable.ballots.rawValue:
      let round = StatedResult.round(row)
      if replays[round] == nil { hasStrangeRound = true }
      replays[round]?.take(row)
    case RecordTable.anomalies.rawValue: if anomalies.count < Self.rowLimit { anomalies.append(row) }
    case RecordTable.roll.rawValue: rollRows += 1
    case RecordTable.owners.rawValue:
      rollRows += 1
      owners?.take(row)
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
    if owners != nil, text.contains(Event.Kind.ownerSlip.rawValue), let record = try? Record(line: text),
      record.election?.rawValue == election, case .ownerSlip(let slip) = record.event
    {
      owners?.take(slip)
    }
    if decisions.count < Self.rowLimit, let decision = StreetDecision(logLine: text) {
      decisions.append(decision)
    }
  }

  /// Whether a text is `post/1`, `post/written-1` or, for a question, `question/agree`.
  private static func isReference(_ person: String) -> Bool {
    let parts = person.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x7a ~= $0 || 0x41...0x5a ~= $0 || $0 == 0x2d }
      }
  }
}
