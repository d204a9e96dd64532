import Archive

/// What a verifier's findings mean for the sender: send it again, or seal a correction.
enum FindingReasons {
  /// More reasons than these nobody reads.
  private static let limit = 10

  static func reasons(for report: BundleReport) -> [Reason] {
    var reasons: [Reason] = []
    for reason in report.findings.lazy.map({ reason(for: $0, report) }) where !reasons.contains(reason) {
      reasons.append(reason)
      if reasons.count == limit { break }
    }
    return reasons
  }

  private static func reason(for finding: BundleFinding, _ report: BundleReport) -> Reason {
    switch finding {
    // Bytes that do not lead to the id by which the bundle was named: changed on the way.
    case .unreadable, .tar, .digestDiffers, .unlisted, .listedButMissing, .signatureWrong,
      .checkpointSignatureWrong:
      .damaged(finding.description)
    case .missing(let path), .malformed(let path):
      path.hasPrefix("sig/") ? .damaged(finding.description) : .malformed(finding.description)
    case .keyNotTrusted: .unknownKey(report.key?.vkey ?? "?")
    case .cosignatureUnproven(let name): .cosignatureUnproven(name)
    case .folder, .unexpected, .oxumDiffers, .infoDiffers, .keysDiffer, .logDiffers, .tableUndescribed, .row:
      .malformed(finding.description)
    }
  }
}
