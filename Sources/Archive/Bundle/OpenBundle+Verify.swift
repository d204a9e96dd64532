extension OpenBundle {
  /// Makes every check, each adding what it found to the report.
  func verify(
    into report: inout BundleReport, trusted: [PublicKey]?, witnesses: [NoteKey],
    visitor: (any BundleVisitor)? = nil
  ) throws {
    report.checks.append(.tar(files: entries.count, bytes: size))
    report.name = BundleName(folder: folder)
    if report.name == nil { report.findings.append(.folder(folder)) }
    checkNames(into: &report)
    report.id = try bytes(BundleLayout.tagManifest).map { Digest.of($0) }
    try checkTexts(into: &report)
    try checkManifests(into: &report)
    try checkInfo(into: &report)
    try checkKeys(into: &report, trusted: trusted)
    try checkSignatures(into: &report)
    try checkCheckpoint(into: &report, witnesses: witnesses)
    try checkTables(into: &report, showing: visitor)
  }

  private func checkNames(into report: inout BundleReport) {
    for path in BundleLayout.required.sorted() where entries[path] == nil {
      report.findings.append(.missing(path))
    }
    for path in entries.keys.sorted() where !path.hasPrefix(BundleLayout.payload) {
      if path == BundleLayout.signatureSM2 && entries[BundleLayout.keySM2] != nil { continue }
      if BundleLayout.foreignSignatures.contains(path) {
        report.unchecked.append(path)
      } else if !BundleLayout.required.contains(path) && !BundleLayout.optional.contains(path) {
        report.findings.append(.unexpected(path))
      }
    }
  }

  private func checkTexts(into report: inout BundleReport) throws {
    let fixed = [
      BundleLayout.declaration: BundleLayout.declarationText, BundleLayout.profile: BundleLayout.profileText,
    ]
    for (path, expected) in fixed where entries[path] != nil {
      if try text(path) != expected { report.findings.append(.malformed(path)) }
    }
  }

  private func checkInfo(into report: inout BundleReport) throws {
    guard entries[BundleLayout.info] != nil else { return }
    guard let info = try bytes(BundleLayout.info, limit: BagInfo.sizeLimit).flatMap(BagInfo.init(parsing:))
    else {
      report.findings.append(.malformed(BundleLayout.info))
      return
    }
    let found = BagInfo.oxum(of: payload.compactMap { entries[$0]?.size })
    let stated = info["Payload-Oxum"] ?? ""
    if stated != found { report.findings.append(.oxumDiffers(stated: stated, found: found)) }
    report.kind = info["Bundle-Kind"].flatMap(BundleKind.init(rawValue:))
    if report.kind == nil { report.findings.append(.infoDiffers(label: "Bundle-Kind")) }
    for (label, value) in [("External-Identifier", folder), ("Bundle-Format", BagInfo.format)]
    where info[label] != value {
      report.findings.append(.infoDiffers(label: label))
    }
  }
}
