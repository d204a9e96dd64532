import Archive
import Ballot

/// What the check of one stored object found, whatever else the district knows.
struct Inspection: Sendable {
  let object: StoredObject
  /// SHA-256 and size of the bytes that were read.
  let digest: Digest
  let size: Int
  var name: BundleName?
  var kind: BundleKind?
  var key: NoteKey?
  var checkpoint: Checkpoint?
  /// The log in a restricted bundle, for comparison with checkpoints that were received before.
  var log: LogTree?
  var supersedes: Digest?
  /// The public bundle that a restricted one belongs to.
  var publicBundle: Digest?
  /// What an owners' vote comes to.
  var owners: OwnersCount?
  var reasons: [Reason] = []

  init(_ object: StoredObject, digest: Digest, size: Int) {
    self.object = object
    self.digest = digest
    self.size = size
  }

  /// Whether the stored bytes are not what was sealed.
  var isDamaged: Bool {
    reasons.contains {
      if case .damaged = $0 { true } else { false }
    }
  }
}
