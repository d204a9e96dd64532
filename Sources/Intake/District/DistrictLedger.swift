import Archive
import Ballot

/// Everything that the district's log says, folded from its lines.
struct DistrictLedger: Sendable {
  /// The last answer to each object, with its leaf in the log.
  ///
  /// By key and not by bundle: who puts another's bundle under a key of his own changes nothing for the other.
  private(set) var answers: [StoredObject: (statement: ReceiptStatement, index: Int)] = [:]
  /// Objects that were answered more than once, so that an old receipt may lie in the store.
  private(set) var answeredAgain: Set<StoredObject> = []
  private(set) var accepted: [Digest: AcceptedBundle] = [:]
  private(set) var tree = LogTree()
  private var revisions: [Revision: Digest] = [:]
  private var heads: [String: [AcceptedBundle]] = [:]

  private struct Revision: Hashable {
    let name: BundleName
    let kind: BundleKind
  }

  var size: Int { tree.size }

  /// Takes a line of the log in.
  mutating func take(_ line: String) {
    let index = tree.size
    tree.append(line: line)
    if let statement = ReceiptStatement(line: line) {
      let object = StoredObject(statement)
      if answers.updateValue((statement, index), forKey: object) != nil { answeredAgain.insert(object) }
    } else if let bundle = AcceptedBundle(line: line) {
      take(bundle)
    }
  }

  /// Takes the facts of an accepted bundle in.
  private mutating func take(_ bundle: AcceptedBundle) {
    accepted[bundle.bundle] = bundle
    revisions[Revision(name: bundle.name, kind: bundle.kind)] = bundle.bundle
    heads[bundle.log, default: []].append(bundle)
  }

  /// What the district's knowledge of other bundles says against one that is good by itself.
  func reasons(against bundle: AcceptedBundle, log: LogTree?) -> [Reason] {
    var reasons: [Reason] = []
    if let other = revisions[Revision(name: bundle.name, kind: bundle.kind)], other != bundle.bundle {
      reasons.append(.revisionTwice(other: other))
    }
    if let owners = bundle.owners {
      let others = accepted.values.filter {
        $0.publicBundle == bundle.bundle || $0.bundle == bundle.publicBundle
      }
      for other in others {
        guard let counted = other.owners else { continue }
        let (stated, found) = bundle.kind == .public ? (owners, counted) : (counted, owners)
        reasons += stated.differences(from: found)
      }
    }
    let known = heads[bundle.log] ?? []
    if let rewritten = known.first(where: { contradicts($0, bundle, log) }) {
      reasons.append(.logRewritten(size: rewritten.size))
    }
    return reasons
  }

  /// Whether two bundles of one key cannot come from one log that only grows.
  private func contradicts(_ known: AcceptedBundle, _ bundle: AcceptedBundle, _ log: LogTree?) -> Bool {
    if known.size == bundle.size { return known.root != bundle.root }
    if let root = log?.root(atSize: known.size), root != known.root { return true }
    let isSameElection = known.name.election == bundle.name.election
    return isSameElection
      && (known.size < bundle.size) != (known.name.revision < bundle.name.revision)
      && known.name.revision != bundle.name.revision
  }
}
