import Archive
import Foundation

/// Digests in tests.
enum Bytes {
  static func digest(ofFile path: String) throws -> [UInt8] { try Digest.ofFile(URL(filePath: path)).bytes }

  /// The digest of each sheet's picture by the sheet's id.
  static func sheets(_ store: BallotStore) throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try store.sheets().map { ($0.id.hex, $0.digest.bytes) })
  }
}
