import Ballot

/// A sealed bundle on its way to the archive.
package struct UploadEntry: Hashable, Sendable {
  /// The bundle's id.
  package let bundle: Digest
  package let name: BundleName
  package let kind: BundleKind
  /// SHA-256 of the tar.
  package let object: Digest
  /// The size of the tar, in bytes.
  package let size: Int
  package internal(set) var state: State = .sealed
  /// The server's id of a multipart upload that has begun.
  var multipart: String?
  /// The log index of the last answer by a receiver that was dealt with; -1 before any.
  var answered = -1
  /// How often in a row it failed to pass.
  package internal(set) var attempts = 0
  /// When it is to be tried again, in seconds since 1970 by this box's clock.
  package internal(set) var retryAt = 0
  /// Why the last step failed; nil when it succeeded.
  package internal(set) var trouble: UploadTrouble?

  /// How far a bundle has come.
  package enum State: Hashable, Sendable {
    case sealed
    /// So many of all parts are with the server.
    case sending(part: Int, of: Int)
    /// The server says that it has it, which is no proof.
    case stored
    /// A receiver's signed receipt was checked and kept.
    case receipted
    /// A receiver refused it for good.
    case rejected

    package var code: String {
      switch self {
      case .sealed: "sealed"
      case .sending: "sending"
      case .stored: "stored"
      case .receipted: "receipted"
      case .rejected: "rejected"
      }
    }
  }

  package init(bundle: Digest, name: BundleName, kind: BundleKind, object: Digest, size: Int) {
    self.bundle = bundle
    self.name = name
    self.kind = kind
    self.object = object
    self.size = size
  }

  /// Whether a receiver has the last word on it.
  package var isSettled: Bool { state == .receipted || state == .rejected }

  /// Where it lies in a store: the name is the id, so every repeat is harmless.
  package var key: String { Self.key(of: bundle, name) }

  /// Where a bundle lies in a store.
  package static func key(of bundle: Digest, _ name: BundleName) -> String {
    "c/\(name.community)/\(name.election)/\(bundle.hex).tar"
  }

  /// Where its receipt lies.
  package var receiptKey: String { Receipt.path(community: name.community, bundle: bundle) }

  /// Whether it is time to try again; a clock that jumped back by more than the longest wait does not hold it up.
  package func isDue(at now: Int) -> Bool {
    !isSettled && (retryAt <= now || retryAt > now + Backoff.longest)
  }
}

/// How long to wait after a failure: twice as long each time, a part of it by chance.
///
/// When a server comes back, the boxes of a whole district must not all come at once.
package enum Backoff {
  package static let shortest = 4
  package static let longest = 900

  /// Seconds to wait after so many failures in a row.
  package static func wait(after attempts: Int, using dice: inout some RandomNumberGenerator) -> Int {
    let whole = min(longest, shortest << min(max(attempts - 1, 0), 10))
    return Int.random(in: whole / 2...whole, using: &dice)
  }
}
