extension OpenBundle {
  func checkManifests(into report: inout BundleReport) throws {
    let digests = try digests()
    let payload = payload
    let tags = entries.keys.filter {
      !$0.hasPrefix(BundleLayout.payload) && !$0.hasPrefix("sig/") && $0 != BundleLayout.tagManifest
    }
    let sha256 = digests.mapValues(\.sha256)
    try check(BundleLayout.manifest, .sha256, lists: payload, sha256, into: &report)
    try check(BundleLayout.manifestSM3, .sm3, lists: payload, digests.mapValues(\.sm3), into: &report)
    try check(BundleLayout.tagManifest, .sha256, lists: tags, sha256, into: &report)
    let bytes = payload.reduce(0) { $0 + (entries[$1]?.size ?? 0) }
    report.checks += [.payload(files: payload.count, bytes: bytes), .tagFiles(tags.count)]
  }

  private static let manifestSlack = 1 << 16

  private func check(
    _ name: String, _ algorithm: Digest.Algorithm, lists paths: [String], _ digests: [String: Digest],
    into report: inout BundleReport
  ) throws {
    guard entries[name] != nil else { return }
    // A list of these files has one size; one that is much longer is not read at all.
    let limit = Manifest.size(of: paths) + Self.manifestSlack
    guard let manifest = try bytes(name, limit: limit).flatMap(Manifest.init(parsing:)) else {
      report.findings.append(.malformed(name))
      return
    }
    for path in paths.sorted(by: BundlePath.precedes) where manifest.digests[path] == nil {
      report.findings.append(.unlisted(path: path, manifest: name))
    }
    let present = Set(paths)
    for (path, digest) in manifest.digests.sorted(by: { BundlePath.precedes($0.key, $1.key) }) {
      if !present.contains(path) {
        report.findings.append(.listedButMissing(path: path, manifest: name))
      } else if digests[path] != digest {
        report.findings.append(.digestDiffers(path: path, algorithm))
      }
    }
  }
}
