package import Foundation

/// Checks sealed bundles, straight from the tar; whatever the file holds, the answer is a report.
package enum BundleVerifier {
  /// Checks everything in a bundle.
  ///
  /// - Parameters:
  ///   - url: The tar.
  ///   - trusted: The keys that may have sealed it; nil when none is known.
  ///   - witnesses: Keys whose cosignatures may stand under the checkpoint, beside those in the bundle.
  /// - Returns: What was checked, by which key, and what is wrong.
  package static func verify(
    _ url: URL, trusted: [PublicKey]? = nil, witnesses: [NoteKey] = []
  ) -> BundleReport {
    var report = BundleReport()
    do {
      let bundle = try OpenBundle(url)
      try bundle.verify(into: &report, trusted: trusted, witnesses: witnesses)
    } catch let fault as FileFault {
      report.findings.append(.unreadable(fault))
    } catch let fault as TarFault {
      report.findings.append(.tar(fault))
    } catch {
      report.findings.append(.folder(url.lastPathComponent))
    }
    return report
  }

  /// The bundle's id as the file has it, unchecked.
  package static func id(of url: URL) -> Digest? {
    guard let bundle = try? OpenBundle(url) else { return nil }
    return (try? bundle.bytes(BundleLayout.tagManifest)).flatMap { $0 }.map { Digest.of($0) }
  }
}
