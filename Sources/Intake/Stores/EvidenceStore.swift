import Archive
import Foundation

/// Where stations put their bundles and fetch their receipts.
protocol EvidenceStore: Sendable {
  /// Every stored bundle, sorted by key, and the keys below `c/` that are no bundle's.
  func list() throws -> StoreListing
  /// Copies an object to a file and hashes it on the way.
  ///
  /// - Throws: `FileFault` with EFBIG when it is larger than `limit` bytes.
  func fetch(_ object: StoredObject, to file: URL, limit: Int) throws -> (digest: Digest, size: Int)
  /// Puts receipts in place of earlier ones.
  func put(_ receipts: [Receipt]) throws
  func hasReceipt(for object: StoredObject) throws -> Bool
  /// The receipt as it lies there; nil when there is none that can be read.
  func receipt(for object: StoredObject) throws -> Receipt?
  /// Moves an object out of the stations' reach, under a name that says which bytes it held.
  func setAside(_ object: StoredObject, digest: Digest, as place: AsidePlace) throws
}

/// Where objects go that do not stay under their keys.
enum AsidePlace: String, Sendable {
  /// The bytes were not those of the bundle; it is to be sent again.
  case damaged
  /// It holds personal data and must not be read by the public.
  case withheld
}

/// What lies in a store.
struct StoreListing: Sendable {
  var objects: [StoredObject] = []
  /// Keys below `c/` that are no bundle's.
  var strange: [String] = []
}
