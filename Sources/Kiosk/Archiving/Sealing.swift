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
  private let result: ResultDocument

  init(_ box: Box) throws {
    self.box = box
    election = try box.election()
    result = try box.result()
  }

  /// Seals a new revision; the restricted bundle names the public one.
  func seal() throws -> Pair {
    let revision = election.bundles.count + 1
    guard
      let name = BundleName(
        community: election.plan.community.code, election: election.id.rawValue, revision: revision)
    else { throw Failure.usage("community code / election id") }
    let desk = try CountDesk(box)
    let sheets = try desk.sheets()
    let tables = ElectionTables(election, result, revision: revision)
    let checkpoint = try box.journal.checkpoint(signedBy: box.keys.signer)
    let sealer = BundleSealer(signer: box.keys.signer, witnesses: try box.home.witnesses())
    try removeUnrecorded(name)
    let open = try sealer.seal(
      contents(name, .public, tables.publicTables(sheets, desk), try publicFiles(), info: supersedes),
      to: box.home.bundles, checkpoint: checkpoint)
    let restricted = try sealer.seal(
      contents(
        name, .restricted, [tables.roll(try box.roll()), .log(try logLines(checkpoint))],
        restrictedFiles(sheets, desk), info: supersedes + [BundleField("Public-Bundle", open.id.hex)]),
      to: box.home.bundles, checkpoint: checkpoint)
    try box.carryOut(.seal(publicID: open.id.hex, restrictedID: restricted.id.hex))
    return Pair(
      revision: revision, open: open, restricted: restricted, posted: try drawPosted(open.id.hex))
  }

  /// Draws the result once more for the wall, now with the codes of the bundle and of the log's head.
  private func drawPosted(_ publicID: String) throws -> URL? {
    guard let bulletin = election.bulletins.last(where: { $0.code == "B22" }) else { return nil }
    let note = try box.journal.checkpoint(signedBy: box.keys.signer).description
    let file = try box.folder(nil).appending(path: "B22-\(bulletin.number)-posted.pdf")
    try box.drawResult(
      to: file, number: bulletin.number, sealed: .init(publicID: publicID, checkpoint: note))
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
      organization: election.plan.community.name, files: files, tables: tables, info: info)
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
      "其他/rule-pack/\(election.plan.pack).json": .data(RulePack.files[election.plan.pack] ?? []),
      "其他/result.json": .data(Array(result.published.json.utf8)),
    ]
    for bulletin in election.bulletins {
      guard let digest = Digest(hex: bulletin.digest), let pdf = try box.blobs.get(digest) else {
        throw Failure.lostBlob
      }
      files["电子档案/\(election.plan.day.year)/选举/\(bulletin.code)-\(bulletin.number).pdf"] = .data(pdf)
    }
    return files
  }

  private func restrictedFiles(
    _ sheets: [CountDesk.CountedSheet], _ desk: CountDesk
  ) -> [String: BundleFile] {
    var files: [String: BundleFile] = ["其他/result.json": .data(Array(result.json.utf8))]
    for counted in sheets {
      files["其他/scans/\(counted.id.hex).jpg"] = .file(desk.store.scan(of: counted.id))
    }
    return files
  }
}
