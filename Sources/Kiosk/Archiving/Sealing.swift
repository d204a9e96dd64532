import Archive
import Ballot
import Foundation

/// Seals an election into its public and its restricted bundle.
struct Sealing {
  /// The two bundles of one revision.
  struct Pair {
    let revision: Int
    let open: SealedBundle
    let restricted: SealedBundle
    /// The result for the wall with the codes of bundle and checkpoint; nil where no result was issued.
    let posted: URL?
  }

  private let box: Box
  private let election: ElectionState
  private let rounds: [ElectionTables.Round]

  /// - Throws: `Refusal.resultMissing` while a round is not counted.
  init(_ box: Box) throws {
    self.box = box
    election = try box.election()
    rounds = try election.rounds.map { round in
      let result = try box.result(of: round)
      let desk = try CountDesk(box, round)
      return ElectionTables.Round(election: round, result: result, desk: desk, sheets: try desk.sheets())
    }
  }

  private var bulletins: BulletinRecords { BulletinRecords(box, election) }

  /// Seals a new revision; the restricted bundle names the public one.
  func seal() throws -> Pair {
    let revision = election.bundles.count + 1
    guard
      let name = BundleName(
        community: election.plan.community.code, election: election.id.rawValue, revision: revision)
    else { throw Failure.usage("community code / election id") }
    guard let last = rounds.last else { throw Failure(Refusal.resultMissing) }
    let tables = ElectionTables(rounds, last, revision: revision, today: box.now().day)
    let keys = try box.keys
    let checkpoint = try box.journal.checkpoint(signedBy: keys.signer)
    let sealer = BundleSealer(signer: keys.signer, witnesses: try box.home.witnesses(), sm2: keys.sm2)
    try removeUnrecorded(name)
    let open = try sealer.seal(
      try contents(
        name, .public, tables.publicTables(bulletins), try publicFiles(), info: supersedes),
      to: box.home.bundles, checkpoint: checkpoint)
    let restricted = try sealer.seal(
      contents(
        name, .restricted,
        [try register(tables), tables.nominations].filter { !$0.rows.isEmpty }
          + [.log(try logLines(checkpoint))],
        try restrictedFiles(), info: supersedes + [BundleField("Public-Bundle", open.id.hex)]),
      to: box.home.bundles, checkpoint: checkpoint)
    try box.carryOut(.seal(publicID: open.id.hex, restrictedID: restricted.id.hex))
    return Pair(
      revision: revision, open: open, restricted: restricted, posted: try drawPosted(open.id.hex))
  }

  /// Who could vote: the roll, or the owners with their slips.
  private func register(_ tables: ElectionTables) throws -> BundleTable {
    try election.plan.kind.isOwnersVote ? tables.owners(box.owners()) : tables.roll(box.roll())
  }

  /// Draws the result once more for the wall, now with the codes of the bundle and of the log's head.
  private func drawPosted(_ publicID: String) throws -> URL? {
    guard let bulletin = election.bulletins.last(where: { $0.code == "B22" }) else { return nil }
    let note = try box.journal.checkpoint(signedBy: box.keys.signer).description
    let file = try box.folder(nil).appending(path: "B22-\(bulletin.number)-posted.pdf")
    try box.drawResult(
      to: file, bulletin: bulletin, sealed: .init(publicID: publicID, checkpoint: note))
    return file
  }

  /// What a power cut between sealing and recording has left: nobody has its id, so it goes.
  private func removeUnrecorded(_ name: BundleName) throws {
    for kind in BundleKind.allCases {
      let file = box.home.bundles.appending(path: name.file(kind))
      if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
    }
  }

  private func contents(
    _ name: BundleName, _ kind: BundleKind, _ tables: [BundleTable], _ files: [String: BundleFile],
    info: [BundleField]
  ) -> BundleContents {
    BundleContents(
      name: name, kind: kind, baggingDate: box.now().day.description,
      organization: election.plan.community.name, files: files, tables: tables, info: info,
      titles: bulletins.titles)
  }

  private var supersedes: [BundleField] {
    election.bundles.last.map { [BundleField("Supersedes", $0.publicID)] } ?? []
  }

  /// The log's lines that the checkpoint covers.
  private func logLines(_ note: SignedNote) throws -> [String] {
    try box.journal.lines(limit: try Checkpoint(note).size)
  }

  /// Bulletins, the rule pack and the result: what everybody may read.
  private func publicFiles() throws -> [String: BundleFile] {
    var files: [String: BundleFile] = [
      "其他/rule-pack/\(election.plan.pack).json": .data(RulePack.files[election.plan.pack] ?? [])
    ]
    for round in rounds { files[name(of: round)] = .data(Array(round.result.published.json.utf8)) }
    return files.merging(try bulletins.papers(for: .public)) { own, _ in own }
  }

  private func restrictedFiles() throws -> [String: BundleFile] {
    var files = try bulletins.papers(for: .restricted)
    files.merge(try bulletins.photographs()) { own, _ in own }
    for round in rounds {
      files[name(of: round)] = .data(Array(round.result.json.utf8))
      for counted in round.sheets {
        files["其他/scans/\(counted.id.hex).jpg"] = .file(round.desk.store.scan(of: counted.id))
      }
    }
    return files
  }

  /// `result.json` for the first vote, `result-2.json` for the second round.
  private func name(of round: ElectionTables.Round) -> String {
    round.election.round == 1 ? "其他/result.json" : "其他/result-\(round.election.round).json"
  }
}
