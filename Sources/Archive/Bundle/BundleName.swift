/// Which election's record a bundle is, and in which revision; also the name of its folder.
package struct BundleName: Hashable, Sendable, CustomStringConvertible {
  /// The community's twelve-digit code (统计用区划代码).
  package let community: String
  /// The election, such as `2026-1`.
  package let election: String
  /// 1 at first; a correction is a new revision.
  package let revision: Int

  /// Nil unless the community has twelve digits, the election has letters, digits and hyphens, and the revision is positive.
  package init?(community: String, election: String, revision: Int) {
    guard community.utf8.count == 12, community.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      1...32 ~= election.utf8.count, election.utf8.allSatisfy(Self.isNameByte), 1...9999 ~= revision
    else { return nil }
    self.community = community
    self.election = election
    self.revision = revision
  }

  /// The name that a folder's name spells.
  package init?(folder: some StringProtocol) {
    let parts = String(folder).split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[2].first == "r", let revision = Int(parts[2].dropFirst()) else {
      return nil
    }
    self.init(community: parts[0], election: parts[1], revision: revision)
    guard self.folder == folder else { return nil }
  }

  /// The folder, such as `500112001001_2026-1_r1`.
  package var folder: String { "\(community)_\(election)_r\(revision)" }

  package var description: String { folder }

  /// The file name of the sealed bundle.
  package func file(_ kind: BundleKind) -> String { "\(folder).\(kind.rawValue).tar" }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

/// Who may read a bundle.
package enum BundleKind: String, CaseIterable, Sendable {
  /// Results, bulletins, verdicts: for everybody.
  case `public`
  /// Roll, names, scans: for the archive and supervision.
  case restricted
}
