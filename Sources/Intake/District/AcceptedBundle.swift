import Archive
import Ballot

/// What the district's log says of a bundle that it took in, beside the receipt.
struct AcceptedBundle: Hashable, Sendable {
  let bundle: Digest
  let name: BundleName
  let kind: BundleKind
  /// The sealing key, as a line of text.
  let key: String
  /// The head of the box's log when it was sealed.
  let size: Int
  let root: Digest
  let supersedes: Digest?
  /// The public bundle that a restricted one belongs to.
  let publicBundle: Digest?
  /// What an owners' vote comes to, by what this bundle holds; nil for any other vote.
  let owners: OwnersCount?

  /// The facts of an inspection that found nothing wrong; nil when some are missing.
  init?(_ inspection: Inspection) {
    guard let name = inspection.name, let kind = inspection.kind, let key = inspection.key,
      let checkpoint = inspection.checkpoint
    else { return nil }
    bundle = inspection.object.bundle
    self.name = name
    self.kind = kind
    self.key = key.vkey
    size = checkpoint.size
    root = checkpoint.root
    supersedes = inspection.supersedes
    publicBundle = inspection.publicBundle
    owners = inspection.owners
  }

  /// Whose log it is: a box keeps its log, and the log its name, when the key is rotated.
  var log: String { "\(name.community) \(key.prefix { $0 != "+" })" }

  private static let type = "bundle"

  /// The facts as a line of the log.
  var line: String {
    var members: [String: JSON] = [
      "type": .string(Self.type), "bundle": .string(bundle.hex), "community": .string(name.community),
      "election": .string(name.election), "revision": .integer(name.revision), "kind": .string(kind.rawValue),
      "key": .string(key), "logSize": .integer(size), "logRoot": .string(root.hex),
      "supersedes": supersedes.map { .string($0.hex) } ?? .null,
      "publicBundle": publicBundle.map { .string($0.hex) } ?? .null,
    ]
    members["owners"] = owners?.json
    return JSON.object(members).canonical
  }

  /// The facts in a line of the log; nil when the line is something else.
  init?(line: String) {
    guard let json = try? JSON(parsing: line), json["type"]?.string == Self.type,
      let bundle = json["bundle"]?.string.flatMap({ Digest(hex: $0) }),
      let community = json["community"]?.string, let election = json["election"]?.string,
      let revision = json["revision"]?.integer,
      let name = BundleName(community: community, election: election, revision: revision),
      let kind = json["kind"]?.string.flatMap(BundleKind.init), let key = json["key"]?.string,
      let size = json["logSize"]?.integer, let root = json["logRoot"]?.string.flatMap({ Digest(hex: $0) })
    else { return nil }
    self.bundle = bundle
    self.name = name
    self.kind = kind
    self.key = key
    self.size = size
    self.root = root
    supersedes = json["supersedes"]?.string.flatMap { Digest(hex: $0) }
    publicBundle = json["publicBundle"]?.string.flatMap { Digest(hex: $0) }
    owners = OwnersCount(json["owners"])
  }
}
