import Archive
import Ballot
import Foundation

/// A made-up box of a made-up community: seals bundles through the real sealer.
struct PracticeBox: Sendable {
  let community: String
  let name: String
  let street: String
  let signer: NoteSigner
  let witness: NoteSigner
  let day: Day
  let seed: UInt64

  static let election = "2026-1"
  /// When practice logs are cosigned, in Unix time.
  static let cosigned: UInt64 = 1_795_312_800

  /// The box number `number` of a district, counted from 0; the same seed gives the same box and key.
  init(_ number: Int, seed: UInt64) throws {
    var dice = PracticeDice(seed: seed &* 1_000_003 &+ UInt64(number))
    let digits = String(number % 1_000_000)
    community = "500112" + String(repeating: "0", count: 6 - digits.count) + digits
    street = "第\(number / 12 + 1)街道"
    name = "演练\(number + 1)村"
    signer = try NoteSigner(checking: "kiosk-\(community)", key: Self.key(&dice))
    var own = PracticeDice(seed: seed &+ UInt64(number / 12) &+ 77)
    witness = try NoteSigner(checking: "street-\(number / 12 + 1)", key: Self.key(&own))
    day = Day(daysSince1970: 20_697 + Int.random(in: 0...20, using: &dice))
    self.seed = dice.next()
  }

  private static func key(_ dice: inout PracticeDice) throws -> SecretKey {
    try SecretKey(seed: (0..<SecretKey.size).map { _ in UInt8.random(in: 0...255, using: &dice) })
  }

  var entry: RosterEntry {
    RosterEntry(
      community: community, name: name, street: street, kiosks: [signer.noteKey],
      witnesses: [witness.witnessKey], expected: [.init(election: Self.election, day: day)])
  }

  /// What is decided before sealing and may be changed by a test.
  struct Draft {
    var revision = 1
    var tables: PracticeTables
    var files: [String: BundleFile]
    var info: [BundleField] = []
    var logLines: [String]
    var isCosigned = false
    var kind = BundleKind.public
    var voteKind = PracticeVote.kind
    var extraTables: [BundleTable] = []
  }

  /// A vote with so many sheets, ready to be sealed.
  func draft(sheets: Int = 12) throws -> Draft {
    var dice = PracticeDice(seed: seed)
    let roll = sheets + Int.random(in: 1...max(1, sheets * 2 / 3), using: &dice)
    guard let vote = PracticeVote(roll: roll, returned: sheets, using: &dice) else {
      throw IntakeFailure.unreadable(PracticeVote.packID)
    }
    let tables = PracticeTables(vote, community: name, day: day, using: &dice)
    return Draft(
      tables: tables,
      files: ["其他/rule-pack/\(PracticeVote.packID).json": .data(RulePack.files[PracticeVote.packID] ?? [])],
      logLines: (1...30).map { #"{"at":"\#(day)T09:00:00+08:00","event":"step","number":\#($0)}"# })
  }

  /// Seals a draft into a directory.
  func seal(_ draft: Draft, to folder: URL) throws -> SealedBundle {
    guard let name = BundleName(community: community, election: Self.election, revision: draft.revision)
    else {
      throw IntakeFailure.communityCode(community)
    }
    var frontier = LogFrontier()
    for line in draft.logLines { frontier.append(line: line) }
    let text = Checkpoint(origin: signer.name, size: frontier.size, root: frontier.root).text
    var note = try signer.sign(SignedNote(text: text))
    if draft.isCosigned { note = try witness.cosign(note, atUnixTime: Self.cosigned) }
    let common: [String: JSON] = [
      "community_code": .string(community), "election_id": .string(Self.election),
      "revision": .integer(draft.revision), "kind": .string(draft.voteKind.rawValue),
    ]
    let order = draft.kind == .public ? RecordTable.open : [.roll, .owners]
    let tables = order.compactMap { table -> BundleTable? in
      guard let rows = draft.tables.rows[table], !rows.isEmpty else { return nil }
      // A column that came later and that nothing here says anything of is null, as in any row.
      let blank = table.columns.filter(\.isOptional).map { ($0.name, JSON.null) }
      let common = common.merging(blank) { own, _ in own }
      return table.table(rows.map { JSON.object(common.merging($0) { _, own in own }).canonical })
    }
    let contents = BundleContents(
      name: name, kind: draft.kind, baggingDate: day.adding(days: 3).description, organization: self.name,
      files: draft.files, tables: tables + draft.extraTables, info: draft.info)
    let sealer = BundleSealer(signer: signer, witnesses: draft.isCosigned ? [witness.witnessKey] : [])
    return try sealer.seal(contents, to: folder, checkpoint: note)
  }
}
