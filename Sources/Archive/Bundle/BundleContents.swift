package import Foundation

/// What goes into a bundle before it is sealed.
package struct BundleContents: Sendable {
  package var name: BundleName
  package var kind: BundleKind
  /// The day of sealing, `2026-11-22`.
  package var baggingDate: String
  /// The community's or street's name, for `bag-info.txt`.
  package var organization: String
  /// Files by their path below `data/`, such as `电子档案/2026/选举/选举结果报告单.pdf`.
  package var files: [String: BundleFile]
  package var tables: [BundleTable]
  /// Further fields for `bag-info.txt`, such as `Supersedes`, in this order.
  package var info: [BundleField]
  /// What records are called in `文件目录.XML`, by the same paths; the file's name where nothing is said.
  package var titles: [String: String]

  package init(
    name: BundleName, kind: BundleKind, baggingDate: String, organization: String,
    files: [String: BundleFile] = [:], tables: [BundleTable] = [], info: [BundleField] = [],
    titles: [String: String] = [:]
  ) {
    self.name = name
    self.kind = kind
    self.baggingDate = baggingDate
    self.organization = organization
    self.files = files
    self.tables = tables
    self.info = info
    self.titles = titles
  }
}

/// A file that goes into a bundle: bytes in memory, or a file on the disk.
package enum BundleFile: Sendable {
  case data([UInt8])
  case file(URL)
}

/// A line of `bag-info.txt`.
package struct BundleField: Hashable, Sendable {
  package let label: String
  package let value: String

  package init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}

/// A bundle on the disk.
package struct SealedBundle: Hashable, Sendable {
  /// SHA-256 of `tagmanifest-sha256.txt`: names everything in the bundle but `sig/`.
  package let id: Digest
  package let name: BundleName
  package let kind: BundleKind
  package let file: URL
  /// The size of the tar, in bytes.
  package let size: Int
}
