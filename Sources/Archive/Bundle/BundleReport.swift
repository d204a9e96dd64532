/// What the check of a bundle found.
package struct BundleReport: Sendable {
  /// SHA-256 of `tagmanifest-sha256.txt`; nil when there is none.
  package internal(set) var id: Digest?
  package internal(set) var name: BundleName?
  package internal(set) var kind: BundleKind?
  /// The key the bundle names as its own.
  package internal(set) var key: NoteKey?
  package internal(set) var trust: Trust = .selfConsistent
  /// The log's head in the bundle.
  package internal(set) var checkpoint: Checkpoint?
  /// The witnesses whose cosignatures under the checkpoint are good.
  package internal(set) var witnesses: [Witness] = []
  /// What was checked, in order.
  package internal(set) var checks: [Check] = []
  /// What is wrong; empty in a sound bundle.
  package internal(set) var findings: [BundleFinding] = []
  /// Files that this program cannot check, such as a timestamp by others.
  package internal(set) var unchecked: [String] = []

  /// Whether nothing is wrong.
  ///
  /// Only with `trust == .pinned` does that say who sealed the bundle.
  package var isSound: Bool { findings.isEmpty }

  /// Whether the key that sealed the bundle is known.
  package enum Trust: String, Sendable {
    /// It is one of the keys that the caller trusts.
    case pinned
    /// The caller gave keys and it is none of them.
    case unknown
    /// No key was given: the bundle was held against itself alone.
    case selfConsistent
  }

  /// A cosignature under the checkpoint.
  package struct Witness: Hashable, Sendable {
    package let key: NoteKey
    package let unixTime: UInt64
  }

  /// One kind of check and how many things it looked at.
  package enum Check: Hashable, Sendable {
    case tar(files: Int, bytes: Int)
    case payload(files: Int, bytes: Int)
    case tagFiles(Int)
    case signatures(Int)
    case checkpoint(size: Int)
    case log(lines: Int)
    case table(String, rows: Int)
  }
}
