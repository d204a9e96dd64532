import Archive
import Ballot
import Foundation

/// The sealed bundles of a demonstration, verified and laid out for visitors.
struct DemoBundles {
  private let day: DemoDay

  init(_ day: DemoDay) { self.day = day }

  /// Verifies both bundles with the box's own key and copies them beside the bulletin.
  func verifyAndCopy() throws {
    let election = try day.box.election()
    guard let last = election.bundles.last,
      let name = BundleName(
        community: election.plan.community.code, election: election.id.rawValue, revision: last.revision)
    else { throw Failure(Refusal.resultMissing) }
    for kind in BundleKind.allCases {
      let file = day.box.home.bundles.appending(path: name.file(kind))
      let report = BundleVerifier.verify(file, trusted: [try day.box.keys.kiosk.publicKey])
      guard report.isSound else {
        throw Failure.refused(
          "bundleUnsound", zh: "档案包 \(file.lastPathComponent) 核对不符：\(report.findings)",
          en: "\(file.lastPathComponent): \(report.findings)")
      }
      try link(file, day.folder.bundles.appending(path: file.lastPathComponent))
    }
    let posted = try day.box.folder(nil).appending(path: "B22-1-posted.pdf")
    if FileManager.default.fileExists(atPath: posted.path) {
      try day.folder.copy(posted, to: day.folder.bulletin)
    }
  }

  /// A second name for the same file, or a copy where the file system has no links.
  private func link(_ source: URL, _ target: URL) throws {
    try? FileManager.default.removeItem(at: target)
    do {
      try FileManager.default.linkItem(at: source, to: target)
    } catch {
      try FileManager.default.copyItem(at: source, to: target)
    }
  }
}
