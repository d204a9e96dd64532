import Ballot
import Foundation

@testable import Archive
@testable import Intake

/// One thing wrong in a bundle that is otherwise properly sealed, by a known key.
enum Planted: String, CaseIterable {
  case votesAdded, votesMoved, ballotRemoved, ballotTwice, lineTwice, ballotsOutOfOrder, voteNotCounted
  case voteCountedTwice, doubtfulUndecided, verdictChanged, returnedChanged, needChanged, looserElected
  case electedBelowNeed, ruleChanged, turnoutNeedChanged, invalidMadeValid, voidHidden, candidateRenamed
  case unknownReading, rulePackOther, rulePackFileOther, rulePackMissing, anomalyWithoutWitness
  case identityNumber, identityNumberInFile, telephone, card, picture, rollNumber, rollTable
  case postsMissing, columnMissing

  /// The code of the reason that must be given.
  var code: String {
    switch self {
    case .votesAdded, .votesMoved, .ballotRemoved, .returnedChanged, .needChanged, .looserElected,
      .electedBelowNeed, .ruleChanged, .turnoutNeedChanged, .invalidMadeValid, .candidateRenamed:
      "tallyDiffers"
    case .ballotTwice, .lineTwice, .ballotsOutOfOrder, .voteNotCounted, .voteCountedTwice, .doubtfulUndecided,
      .verdictChanged, .voidHidden, .unknownReading:
      "ballotRow"
    case .rulePackOther, .rulePackFileOther, .rulePackMissing: "unknownRulePack"
    case .anomalyWithoutWitness: "cosignatureMissing"
    case .identityNumber, .identityNumberInFile, .telephone, .card, .picture, .rollNumber, .rollTable:
      "personalData"
    case .postsMissing: "tableMissing"
    case .columnMissing: "columnMissing"
    }
  }

  /// Number 1 of GB 11643's own example, whose check digit is right.
  static let identity = "11010519491231002X"

  func plant(_ draft: inout PracticeBox.Draft, _ box: PracticeBox) {
    switch self {
    case .votesAdded, .votesMoved, .looserElected, .electedBelowNeed, .candidateRenamed: plantTally(&draft)
    case .returnedChanged, .needChanged, .ruleChanged, .turnoutNeedChanged, .invalidMadeValid:
      plantTotals(&draft)
    case .ballotRemoved, .ballotTwice, .lineTwice, .ballotsOutOfOrder, .voteNotCounted, .voteCountedTwice,
      .doubtfulUndecided, .verdictChanged, .voidHidden, .unknownReading:
      plantBallots(&draft)
    case .rulePackOther, .rulePackFileOther, .rulePackMissing: plantPack(&draft)
    case .anomalyWithoutWitness: draft.tables.rows[.anomalies] = [Self.anomaly("open")]
    case .identityNumber, .identityNumberInFile, .telephone, .card, .picture, .rollNumber, .rollTable:
      plantPersonalData(&draft)
    case .postsMissing: draft.tables.rows[.posts] = nil
    case .columnMissing:
      draft.extraTables = [Self.withoutVotes(draft, box)]
      draft.tables.rows[.tally] = nil
    }
  }

  static func anomaly(_ state: String) -> [String: JSON] {
    [
      "code": .string("A02"), "detail": .string("page 1"), "number": .integer(1),
      "authority": .string("guidance"), "state": .string(state), "action": .null, "authorisation": .null,
    ]
  }

  private func plantTally(_ draft: inout PracticeBox.Draft) {
    guard var rows = draft.tables.rows[.tally] else { return }
    switch self {
    case .votesAdded:
      rows[0]["votes"] = .integer((rows[0]["votes"]?.integer ?? 0) + 1)
      rows[0]["numerator"] = rows[0]["votes"]
    case .votesMoved:
      for (index, step) in [(0, -1), (1, 1)] {
        rows[index]["votes"] = .integer((rows[index]["votes"]?.integer ?? 0) + step)
        rows[index]["numerator"] = rows[index]["votes"]
      }
    case .looserElected:
      let place = rows.indices.last { rows[$0]["elected"] == .bool(false) } ?? 0
      rows[place]["elected"] = .bool(true)
    case .electedBelowNeed:
      // The counts of elected persons stay right: one takes the other's seat.
      let out = rows.indices.first { rows[$0]["elected"] == .bool(true) } ?? 0
      let into = rows.indices.last { rows[$0]["post"] == rows[out]["post"] } ?? 0
      (rows[out]["elected"], rows[into]["elected"]) = (.bool(false), .bool(true))
    default: rows[0]["name"] = .string("别的人")
    }
    draft.tables.rows[.tally] = rows
  }

  private func plantTotals(_ draft: inout PracticeBox.Draft) {
    func change(_ table: RecordTable, _ column: String, _ value: (JSON?) -> JSON) {
      let changed = value(draft.tables.rows[table]?[0][column])
      draft.tables.rows[table]?[0][column] = changed
    }
    switch self {
    case .returnedChanged: change(.turnout, "returned") { .integer(($0?.integer ?? 0) + 1) }
    case .needChanged: change(.posts, "need") { .integer(($0?.integer ?? 0) - 1) }
    case .ruleChanged: change(.posts, "rule") { _ in .string(">= 1/4") }
    case .turnoutNeedChanged: change(.turnout, "need") { .integer(($0?.integer ?? 0) - 2) }
    default:
      // More sheets came back than were issued, and still it is called valid.
      change(.turnout, "issued") { .integer(($0?.integer ?? 0) - 20) }
    }
  }

  private func plantBallots(_ draft: inout PracticeBox.Draft) {
    guard var rows = draft.tables.rows[.ballots] else { return }
    let first = rows[0]["ballot"]
    let counted = rows.firstIndex { $0["counted"] == .bool(true) } ?? 0
    switch self {
    case .ballotRemoved: rows.removeAll { $0["ballot"] == first }
    case .ballotTwice: rows += rows.filter { $0["ballot"] == first }
    case .lineTwice: rows.insert(rows[0], at: 1)
    case .ballotsOutOfOrder:
      rows = rows.filter { $0["ballot"] != first } + rows.filter { $0["ballot"] == first }
    case .voteNotCounted: rows[counted]["counted"] = .bool(false)
    case .voteCountedTwice:
      let blank = rows.firstIndex { $0["verdict"] == .string("blank") } ?? 0
      rows[blank]["counted"] = .bool(true)
    case .doubtfulUndecided:
      let clear = rows.firstIndex { $0["decided"] == .bool(false) } ?? 0
      rows[clear]["certainty"] = .string("doubtful")
    case .verdictChanged:
      let clear = rows.firstIndex { $0["decided"] == .bool(false) && $0["reading"] == .string("blank") } ?? 0
      rows[clear]["verdict"] = .string("against")
    case .voidHidden: rows[counted]["ballot_void"] = .string("M22")
    default: rows[0]["reading"] = .string("maybe")
    }
    draft.tables.rows[.ballots] = rows
  }

  private func plantPack(_ draft: inout PracticeBox.Draft) {
    let path = "其他/rule-pack/\(PracticeVote.packID).json"
    let other = RulePack.files["CQ-V-2018"] ?? []
    switch self {
    case .rulePackOther:
      draft.files[path] = .data(other + [0x20])
      draft.tables.rows[.election]?[0]["rule_pack_sha256"] = .string(Digest.of(other + [0x20]).hex)
    case .rulePackFileOther: draft.files[path] = .data(other)
    default: draft.files[path] = nil
    }
  }

  private func plantPersonalData(_ draft: inout PracticeBox.Draft) {
    func detail(_ text: String) {
      var row = Self.anomaly("authorised")
      row["detail"] = .string(text)
      row["authority"] = .string("inform")
      draft.tables.rows[.anomalies] = [row]
    }
    switch self {
    case .identityNumber: detail("当事人 \(Self.identity)，已说明")
    case .identityNumberInFile:
      // Across the border of two pieces that are read one after the other.
      let padding = String(repeating: "x", count: (1 << 20) - 10)
      draft.files["其他/notes.txt"] = .data(Array("\(padding) \(Self.identity)".utf8))
    case .telephone: detail("电话 13912345678")
    case .card: detail("KC1:ABCDEF")
    case .picture: draft.files["其他/scan.JPG"] = .data([0xff, 0xd8, 0xff])
    case .rollNumber: draft.tables.rows[.tally]?[0]["person"] = .string("17")
    default: draft.extraTables = [.log(draft.logLines)]
    }
  }

  /// A table of votes with a column too few, described as it is.
  private static func withoutVotes(_ draft: PracticeBox.Draft, _ box: PracticeBox) -> BundleTable {
    let columns = RecordTable.tally.columns.filter { $0.name != "votes" }
    let common: [String: JSON] = [
      "community_code": .string(box.community), "election_id": .string(PracticeBox.election),
      "revision": .integer(1), "kind": .string(PracticeVote.kind.rawValue),
    ]
    let rows = (draft.tables.rows[.tally] ?? []).map { row in
      JSON.object(common.merging(row.filter { $0.key != "votes" }) { _, own in own }).canonical
    }
    return BundleTable(name: "tally", title: RecordTable.tally.title, columns: columns, rows: rows)
  }

  /// A restricted bundle with a roll, its log and the public bundle's id.
  static func restricted(_ box: PracticeBox) throws -> PracticeBox.Draft {
    var draft = try box.draft()
    draft.kind = .restricted
    draft.tables.rows = [
      .roll: [
        [
          "roll": .integer(1), "name": .string("王小明"), "sex": .string("male"), "birth": .string("1949-12-31"),
          "group_name": .string("1组"), "household": .string("1"), "registration_class": .integer(1),
          "identity": .string(identity), "ballot_issued": .bool(true),
        ]
      ]
    ]
    draft.info = [BundleField("Public-Bundle", Digest.of("public").hex)]
    draft.extraTables = [.log(draft.logLines)]
    return draft
  }
}
