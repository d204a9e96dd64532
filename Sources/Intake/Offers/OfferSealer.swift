import Archive
import Ballot
import Foundation

extension District {
  /// The last revision of each election that was accepted, of these communities or of all.
  func offerable(_ communities: Set<String>) -> [AcceptedBundle] {
    let open = ledger.accepted.values.filter {
      $0.kind == .public && (communities.isEmpty || communities.contains($0.name.community))
    }
    let last = Dictionary(
      open.map { ([$0.name.community, $0.name.election], $0) },
      uniquingKeysWith: { $0.name.revision < $1.name.revision ? $1 : $0 })
    return last.values.sorted { $0.name.folder < $1.name.folder }
  }

  /// Seals what goes back to a community's box: the accepted result, who was elected, and the rules.
  ///
  /// The same bundle gives the same offer as long as the district's log has not grown.
  func sealOffer(of accepted: AcceptedBundle, to folder: URL, day: Day) throws -> SealedBundle {
    let object = StoredObject(
      community: accepted.name.community, election: accepted.name.election, bundle: accepted.bundle)
    let reader = try BundleReader(copies.appending(path: object.path))
    let stated = try StatedResult(reader)
    let pack = stated.election["rule_pack"]?.string ?? ""
    let path = "其他/rule-pack/\(pack).json"
    guard let rules = try reader.payload(path, limit: RulePacks.sizeLimit) else {
      throw IntakeFailure.unreadable(path)
    }
    let rows: [RecordTable: [JSON]] = [
      .election: [stated.election], .posts: stated.posts, .tally: stated.tally,
      .officers: Self.officers(of: stated),
    ]
    let tables = Offer.tables.compactMap { table -> BundleTable? in
      guard let rows = rows[table], !rows.isEmpty else { return nil }
      return table.table(rows.map(\.canonical))
    }
    let contents = BundleContents(
      name: accepted.name, kind: .public, baggingDate: day.description, organization: keys.name,
      files: [path: .data(rules)], tables: tables,
      info: [Offer.purpose, BundleField(Offer.sourceLabel, accepted.bundle.hex)])
    return try BundleSealer(signer: keys.signer).seal(
      contents, to: folder, checkpoint: journal.checkpoint(signedBy: keys.signer))
  }

  private static func officers(of stated: StatedResult) -> [JSON] {
    let titles = Dictionary(
      stated.posts.map { ($0["post"], $0["title"]) }, uniquingKeysWith: { first, _ in first })
    let common = BundleTable.commonColumns.map(\.name)
    return stated.tally.filter { $0["elected"] == .bool(true) }.map { row in
      var officer = (row.members ?? [:]).filter { common.contains($0.key) }
      officer["body"] = .string(body(of: stated.kind))
      officer["title"] = titles[row["post"]] ?? .string("")
      for column in ["post", "name", "votes", "denominator"] { officer[column] = row[column] }
      for column in ["term", "election_day"] { officer[column] = stated.election[column] }
      return .object(officer)
    }
  }

  /// Which roster of officers a kind of election fills.
  private static func body(of kind: ElectionKind?) -> String {
    switch kind {
    case .villagerRepresentative, .residentRepresentative: "representative"
    case .groupLeader, .residentGroupLeader: "groupLeader"
    case .supervisionCommittee, .residentsSupervision: "supervision"
    case .villageCommittee, .residentsAllVoters, .residentsHousehold, .residentsRepresentatives,
      .electionCommittee, .subCommittee, .byElection, .recall, .resignation, .runoff, .freshElection,
      .ownersCommittee, .ownersDecision, nil:
      "committee"
    }
  }
}
