package import Ballot
package import Foundation

/// What a district sends back to a community's box: a bundle like any other, sealed by the receiver's key.
///
/// It holds the result that was accepted, who was elected, and the rules, for the consultation and decision side.
package struct Offer: Sendable {
  package let id: Digest
  package let name: BundleName
  /// The public bundle that it was made from.
  package let source: Digest
  /// The receiver's key.
  package let receiver: NoteKey
  package let election: JSON
  /// Who was elected, one row each.
  package let officers: [JSON]
  package let pack: String

  /// The field of `bag-info.txt` that tells an offer from a station's own bundle.
  package static let purpose = BundleField("Bundle-Purpose", "offer")
  package static let sourceLabel = "Source-Bundle"
  /// Larger ones are not read, in bytes.
  package static let sizeLimit = 64 << 20

  /// The tables of an offer.
  package static let tables: [RecordTable] = [.election, .posts, .tally, .officers]

  /// Reads and checks an offer.
  ///
  /// - Parameters:
  ///   - url: The tar.
  ///   - receivers: The keys of the receivers that are trusted.
  /// - Throws: `OfferFault`.
  package init(checking url: URL, by receivers: [NoteKey]) throws(OfferFault) {
    do {
      let reader = try BundleReader(url)
      let report = reader.verify(trusted: receivers.map(\.key), witnesses: [])
      self = try Offer(reader, report)
    } catch let fault as OfferFault {
      throw fault
    } catch {
      throw .damaged("\(error)")
    }
  }

  private init(_ reader: BundleReader, _ report: BundleReport) throws {
    let altered = report.findings.first { $0 != .keyNotTrusted }
    if let altered { throw OfferFault.damaged(altered.description) }
    guard report.trust == .pinned, let receiver = report.key else {
      throw OfferFault.foreign(report.key?.name ?? "?")
    }
    guard try reader.info(Self.purpose.label) == Self.purpose.value, let id = report.id,
      let name = report.name, report.kind == .public,
      let source = try reader.info(Self.sourceLabel).flatMap({ Digest(hex: $0) })
    else { throw OfferFault.noOffer }
    guard let election = try reader.rows(of: .election)?.first, let officers = try reader.rows(of: .officers),
      let pack = election["rule_pack"]?.string,
      let file = try reader.payload("其他/rule-pack/\(pack).json", limit: 4 << 20)
    else { throw OfferFault.noOffer }
    guard election["rule_pack_sha256"]?.string == Digest.of(file).hex, (try? RulePack(file: file)) != nil
    else {
      throw OfferFault.unknownPack(pack)
    }
    guard let tally = try reader.rows(of: .tally), Self.areElected(officers, in: tally) else {
      throw OfferFault.officersDiffer
    }
    self.id = id
    self.name = name
    self.source = source
    self.receiver = receiver
    self.election = election
    self.officers = officers
    self.pack = pack
  }
}

extension Offer {
  /// Whether the officers are exactly those whom the tally calls elected, with their votes.
  private static func areElected(_ officers: [JSON], in tally: [JSON]) -> Bool {
    let facts = { (row: JSON) in ["post", "name", "votes", "denominator"].map { row[$0]?.canonical ?? "" } }
    let elected = tally.filter { $0["elected"] == .bool(true) }
    return officers.count == elected.count && Set(officers.map(facts)) == Set(elected.map(facts))
  }
}

/// Why an offer is not taken in.
package enum OfferFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is no intact bundle.
  case damaged(String)
  /// None of the trusted receivers sealed it.
  case foreign(String)
  /// It is a bundle, and no offer.
  case noOffer
  /// Who is called an officer is not who was elected.
  case officersDiffer
  /// Its rules are not those that it names.
  case unknownPack(String)

  package var description: String {
    switch self {
    case .damaged(let detail): "The bundle is damaged or was altered: \(detail)"
    case .foreign(let name): "“\(name)” is no receiver known here."
    case .noOffer: "This bundle is not one that a district sends back."
    case .officersDiffer: "The officers are not those whom the tally calls elected."
    case .unknownPack(let pack): "The rule pack \(pack) is not the one that the bundle names."
    }
  }
}
