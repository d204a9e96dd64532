package import Ballot
package import Foundation

/// A bundle's tar opened by a receiver: its files by name, and its check with every row handed on.
///
/// Nothing is unpacked; however large the tar, only one row or one small file is in memory.
package final class BundleReader: Sendable {
  private let bundle: OpenBundle

  /// Opens a tar and reads its table of files.
  ///
  /// - Throws: `TarFault` or `FileFault`.
  package init(_ url: URL) throws {
    bundle = try OpenBundle(url)
  }

  /// Which record the folder says that it is; nil for a folder with another name.
  package var name: BundleName? { BundleName(folder: bundle.folder) }

  /// The bundle's id as the file has it, unchecked; nil when there is no list of the tag files.
  package var id: Digest? {
    get throws { try bundle.bytes(BundleLayout.tagManifest).map { Digest.of($0) } }
  }

  /// The paths of the files below `data/`, sorted, without `data/`.
  package var payload: [String] {
    bundle.payload.map { String($0.dropFirst(BundleLayout.payload.utf8.count)) }
  }

  /// The bytes of a file below `data/`; nil when it is missing or larger than `limit` bytes.
  package func payload(_ path: String, limit: Int) throws -> [UInt8]? {
    try bundle.bytes(BundleLayout.payload + path, limit: limit)
  }

  /// The value of a field in `bag-info.txt`, unchecked.
  package func info(_ label: String) throws -> String? {
    try bundle.bytes(BundleLayout.info, limit: BagInfo.sizeLimit).flatMap(BagInfo.init(parsing:))?[label]
  }

  /// The rows of a small table, unchecked; none when it is missing, nil when it is no table or too large.
  package func rows(of table: RecordTable, limit: Int = 4 << 20) throws -> [JSON]? {
    let path = BundleLayout.table(table.rawValue)
    guard let entry = bundle.entries[path] else { return [] }
    guard entry.size <= limit else { return nil }
    var rows: [JSON?] = []
    let complete = try bundle.forEachLine(path) { _, line in rows.append(try? JSON(parsing: line)) }
    let parsed = rows.compactMap(\.self)
    return complete && parsed.count == rows.count ? parsed : nil
  }

  /// The bytes of tables as the bundle's id vouches for them, by the manifests; empty where the bundle has none.
  ///
  /// - Returns: Nil when the manifests or a table are not the ones that were sealed.
  package func provenTables(_ tables: [RecordTable]) throws -> [RecordTable: [UInt8]]? {
    guard let listed = try sealed() else { return nil }
    var proven: [RecordTable: [UInt8]] = [:]
    for table in tables {
      let path = BundleLayout.table(table.rawValue)
      let bytes = try bundle.bytes(path, limit: bundle.entries[path]?.size ?? 0)
      guard bytes.map({ Digest.of($0) }) == listed.digests[path] else { return nil }
      proven[table] = bytes ?? []
    }
    return proven
  }

  /// The manifest of the payload, if it is the one that the tag manifest names.
  private func sealed() throws -> Manifest? {
    guard let tags = try bundle.bytes(BundleLayout.tagManifest).flatMap(Manifest.init(parsing:)),
      let bytes = try bundle.bytes(BundleLayout.manifest),
      tags.digests[BundleLayout.manifest] == Digest.of(bytes)
    else { return nil }
    return Manifest(parsing: bytes)
  }

  /// Calls `body` with each piece of a file below `data/`; false when there is none.
  package func forEachPiece(of path: String, _ body: (borrowing Span<UInt8>) throws -> Void) throws -> Bool {
    guard let entry = bundle.entries[BundleLayout.payload + path] else { return false }
    _ = try bundle.file.forEachPiece(from: entry.content, count: entry.size, body)
    return true
  }

  /// Checks everything in the bundle, as `BundleVerifier` does.
  ///
  /// - Parameters:
  ///   - trusted: The keys that may have sealed it.
  ///   - witnesses: Keys whose cosignatures may stand under the checkpoint, beside those in the bundle.
  ///   - visitor: Is shown every row that fits its table, and every line of the log.
  /// - Returns: What was checked, by which key, and what is wrong.
  package func verify(
    trusted: [PublicKey]?, witnesses: [NoteKey], visitor: (any BundleVisitor)? = nil
  ) -> BundleReport {
    var report = BundleReport()
    do {
      try bundle.verify(into: &report, trusted: trusted, witnesses: witnesses, visitor: visitor)
    } catch let fault as FileFault {
      report.findings.append(.unreadable(fault))
    } catch let fault as TarFault {
      report.findings.append(.tar(fault))
    } catch {
      report.findings.append(.folder(bundle.folder))
    }
    return report
  }
}

/// Is shown the rows of a bundle while it is checked, table by table in the order of their names.
package protocol BundleVisitor: AnyObject {
  /// A row that fits its table.
  func visit(_ row: JSON, of table: String)
  /// A line of the log, as it is hashed.
  func visit(logLine line: [UInt8])
}
