import Archive
import Ballot
import Foundation

/// Checks a stored bundle: form, hashes, signatures, log, cosignatures, rule pack, privacy and the count itself.
struct Inspector: Sendable {
  let roster: Roster
  let packs: RulePacks

  /// Checks the copy of an object; whatever is in it, the answer is an inspection.
  func inspect(_ file: URL, of object: StoredObject, digest: Digest, size: Int) -> Inspection {
    var inspection = Inspection(object, digest: digest, size: size)
    do {
      let reader = try BundleReader(file)
      guard try reader.id == object.bundle else {
        inspection.reasons = [.damaged("tagmanifest-sha256.txt")]
        return inspection
      }
      try inspect(reader, into: &inspection)
    } catch let fault as TarFault {
      inspection.reasons = [.damaged("\(fault)")]
    } catch let rejected as StatedResult.Rejected {
      inspection.reasons.append(rejected.reason)
    } catch {
      inspection.reasons.append(.damaged("\(error)"))
    }
    return inspection
  }

  private func inspect(_ reader: BundleReader, into inspection: inout Inspection) throws {
    inspection.name = reader.name
    guard let name = reader.name, name.community == inspection.object.community,
      name.election == inspection.object.election
    else {
      inspection.reasons.append(.wrongPlace(folder: reader.name?.folder ?? "?"))
      return
    }
    guard let entry = roster[name.community] else {
      inspection.reasons.append(.unknownCommunity(name.community))
      return
    }
    let isPublic = try reader.info("Bundle-Kind") == BundleKind.public.rawValue
    let stated = Result<StatedResult?, any Error> { isPublic ? try StatedResult(reader) : nil }
    let rows = RowReceiver(
      stated: (try? stated.get()) ?? nil, owners: try isPublic ? nil : Self.ownersReplay(reader),
      election: name.election)
    let report = reader.verify(
      trusted: entry.kiosks.map(\.key), witnesses: entry.witnesses, visitor: rows)
    inspection.kind = report.kind
    inspection.key = report.key
    inspection.checkpoint = report.checkpoint
    inspection.log = rows.log
    inspection.supersedes = try reader.info("Supersedes").flatMap { Digest(hex: $0) }
    inspection.reasons += FindingReasons.reasons(for: report)
    // What the tables lack is said only of bytes that are the sealed ones.
    guard inspection.reasons.isEmpty else { return }
    _ = try stated.get()
    switch report.kind {
    case .public: try inspectPublic(reader, rows, report, entry, into: &inspection)
    case .restricted: try inspectRestricted(reader, rows, entry, into: &inspection)
    case nil: inspection.reasons.append(.malformed("bag-info.txt"))
    }
  }

  /// What adds owners' slips up, with the posts of the full result; nil where owners do not vote.
  private static func ownersReplay(_ reader: BundleReader) throws -> OwnersReplay? {
    guard reader.payload.contains("tables/\(RecordTable.owners.rawValue).ndjson") else { return nil }
    guard let bytes = try reader.payload("其他/result.json", limit: 64 << 20),
      let result = try? JSON(parsing: bytes)
    else { throw StatedResult.Rejected(.malformed("data/其他/result.json")) }
    let posts = result["pages"]?.elements?.first?["posts"]?.elements ?? []
    return OwnersReplay(
      posts: posts.compactMap { post in
        post["post"]?.string.flatMap { name in post["seats"]?.integer.map { (name, $0) } }
      })
  }

  private func inspectPublic(
    _ reader: BundleReader, _ rows: RowReceiver, _ report: BundleReport, _ entry: RosterEntry,
    into inspection: inout Inspection
  ) throws {
    guard let stated = rows.stated else { return }
    guard let digest = stated.packDigest, let pack = packs[digest] else {
      inspection.reasons.append(.unknownRulePack(stated.election["rule_pack"]?.string ?? "?"))
      return
    }
    let id = stated.election["rule_pack"]?.string ?? ""
    let file = try reader.payload("其他/rule-pack/\(id).json", limit: RulePacks.sizeLimit)
    if file.map({ Digest.of($0) }) != digest || pack.id != id {
      inspection.reasons.append(.unknownRulePack(id))
    }
    if let day = stated.day, !pack.isInForce(on: day) { inspection.reasons.append(.unknownRulePack(id)) }
    if stated.kind?.isOwnersVote == true {
      try inspectOwners(stated, pack, into: &inspection)
    } else {
      inspection.reasons += recount(stated, rows, pack)
    }
    let day = try reader.info("Bagging-Date").flatMap { Day(iso: $0) }
    inspection.reasons += try PrivacyScan(reader, sealed: day ?? Day(daysSince1970: 0)).found
    inspection.reasons += rows.personFaults
    inspection.reasons += cosignatures(for: rows.anomalies, pack, report, entry)
  }

  /// What an owners' vote states against its rules; the slips are in the restricted bundle alone.
  private func inspectOwners(
    _ stated: StatedResult, _ pack: RulePack, into inspection: inout Inspection
  ) throws {
    guard let rules = pack.owners else { return inspection.reasons.append(.unknownRulePack(pack.id)) }
    if stated.posts.isEmpty { inspection.reasons.append(.tableMissing(RecordTable.posts.rawValue)) }
    let statement = OwnersStatement(stated, rules)
    inspection.reasons += statement.reasons.prefix(Self.reasonLimit)
    inspection.owners = statement.count
  }

  /// More differences than these nobody reads.
  private static let reasonLimit = 20

  /// What the ballots say against the totals, round by round.
  private func recount(_ stated: StatedResult, _ rows: RowReceiver, _ pack: RulePack) -> [Reason] {
    var reasons: [Reason] = rows.hasStrangeRound ? [.ballotRow(ballot: "", .unknownPost)] : []
    for number in stated.rounds {
      guard var replay = rows.replays[number] else { return reasons + [.malformed("round \(number)")] }
      replay.finishSheet()
      reasons += replay.faults + TallyComparison(stated.inRound(number), replay, pack).reasons
    }
    let last = stated.rounds.last.map(stated.inRound)
    if last?.turnoutIsValid != stated.isValid {
      reasons.append(
        .differs(
          .init(
            quantity: .validity, place: "election", stated: "\(stated.isValid)", found: "\(!stated.isValid)"))
      )
    }
    return reasons
  }

  /// An anomaly that needs the street's authorisation demands a witness of the street under the log's head.
  private func cosignatures(
    for anomalies: [JSON], _ pack: RulePack, _ report: BundleReport, _ entry: RosterEntry
  ) -> [Reason] {
    let witnessed = report.witnesses.contains { entry.witnesses.contains($0.key) }
    if witnessed { return [] }
    let needy = anomalies.first { row in
      if let authority = row["authority"]?.string { return authority == AnomalyAuthority.guidance.rawValue }
      let rule = row["code"]?.string.flatMap(AnomalyCode.init).flatMap(pack.rule)
      return rule?.authority.value ?? .guidance == .guidance
    }
    return needy.map { [.cosignatureMissing(anomaly: $0["code"]?.string ?? "?")] } ?? []
  }

  private func inspectRestricted(
    _ reader: BundleReader, _ rows: RowReceiver, _ entry: RosterEntry, into inspection: inout Inspection
  ) throws {
    inspection.publicBundle = try reader.info("Public-Bundle").flatMap { Digest(hex: $0) }
    if inspection.publicBundle == nil { inspection.reasons.append(.publicBundleUnnamed) }
    if rows.log == nil { inspection.reasons.append(.tableMissing("events")) }
    if rows.rollRows == 0 { inspection.reasons.append(.tableMissing(RecordTable.roll.rawValue)) }
    if var owners = rows.owners {
      owners.compareWithLog()
      inspection.reasons += owners.faults
      inspection.owners = owners.count
    }
    let boxes = Set(entry.kiosks.map(\.key.bytes.hex))
    inspection.reasons += rows.decisions.compactMap { $0.fault(trusted: entry.deciders, boxes: boxes) }
  }
}
