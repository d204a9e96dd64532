extension OpenBundle {
  func checkKeys(into report: inout BundleReport, trusted: [PublicKey]?) throws {
    guard entries[BundleLayout.keyNote] != nil else { return }
    guard let key = try noteKeys(BundleLayout.keyNote).flatMap({ $0.count == 1 ? $0.first : nil }),
      key.kind == .note
    else {
      report.findings.append(.malformed(BundleLayout.keyNote))
      return
    }
    report.key = key
    let spellings = [
      BundleLayout.keyPEM: key.key.pem, BundleLayout.keySignify: SealSignature.publicKeyFile(key),
    ]
    for (path, expected) in spellings where entries[path] != nil {
      if try text(path) != expected { report.findings.append(.keysDiffer(path)) }
    }
    guard let trusted else { return }
    report.trust = trusted.contains(key.key) ? .pinned : .unknown
    if report.trust == .unknown { report.findings.append(.keyNotTrusted) }
  }

  func checkSignatures(into report: inout BundleReport) throws {
    guard let key = report.key?.key, let signed = try bytes(BundleLayout.tagManifest),
      let signature = try bytes(BundleLayout.signature)
    else { return }
    if !key.verifies(signature, over: signed) {
      report.findings.append(.signatureWrong(BundleLayout.signature))
    }
    if entries[BundleLayout.signify] != nil,
      try text(BundleLayout.signify) != SealSignature.signify(signature, by: key)
    {
      report.findings.append(.signatureWrong(BundleLayout.signify))
    }
    if let minisign = try bytes(BundleLayout.minisign),
      !isMinisign(minisign, of: signature, by: key)
    {
      report.findings.append(.signatureWrong(BundleLayout.minisign))
    }
    report.checks.append(.signatures(try checkSM2(over: signed, into: &report) ? 4 : 3))
  }

  /// Checks the SM2 signature of a bundle that names an SM2 key; false when it names none.
  ///
  /// The key is in the tag manifest, so it is believed as far as the kiosk key is, and the signature cannot be left out.
  private func checkSM2(over signed: [UInt8], into report: inout BundleReport) throws -> Bool {
    guard entries[BundleLayout.keySM2] != nil else { return false }
    guard let key = try text(BundleLayout.keySM2).flatMap({ SM2PublicKey(pem: $0) }) else {
      report.findings.append(.malformed(BundleLayout.keySM2))
      return true
    }
    guard let signature = try bytes(BundleLayout.signatureSM2) else {
      report.findings.append(.missing(BundleLayout.signatureSM2))
      return true
    }
    if !key.verifies(signature, over: signed) {
      report.findings.append(.signatureWrong(BundleLayout.signatureSM2))
    }
    return true
  }

  private func isMinisign(_ file: [UInt8], of signature: [UInt8], by key: PublicKey) -> Bool {
    let head = SealSignature.minisignHead(signature, by: key, folder: folder)
    guard let text = String(validating: file, as: UTF8.self), text.hasPrefix(head), text.hasSuffix("\n"),
      let comment = [UInt8](base64: text.dropFirst(head.count).dropLast())
    else { return false }
    return key.verifies(comment, over: SealSignature.minisignTail(signature, folder: folder))
  }

  func checkCheckpoint(into report: inout BundleReport, witnesses: [NoteKey]) throws {
    guard let key = report.key, let bytes = try bytes(BundleLayout.checkpoint) else { return }
    guard let note = try? SignedNote(parsing: bytes), let checkpoint = try? Checkpoint(note),
      checkpoint.origin == key.name
    else {
      report.findings.append(.malformed(BundleLayout.checkpoint))
      return
    }
    report.checkpoint = checkpoint
    if note.standing(of: key) != .valid(unixTime: nil) { report.findings.append(.checkpointSignatureWrong) }
    try checkWitnesses(of: note, key: key, known: witnesses, into: &report)
    report.checks.append(.checkpoint(size: checkpoint.size))
  }

  private func checkWitnesses(
    of note: SignedNote, key: NoteKey, known: [NoteKey], into report: inout BundleReport
  ) throws {
    var known = known
    if entries[BundleLayout.witnessKeys] != nil {
      guard let inside = try noteKeys(BundleLayout.witnessKeys) else {
        report.findings.append(.malformed(BundleLayout.witnessKeys))
        return
      }
      known += inside.filter { !known.contains($0) }
    }
    for witness in known {
      switch note.standing(of: witness) {
      case .valid(let time): report.witnesses.append(.init(key: witness, unixTime: time ?? 0))
      case .wrong: report.findings.append(.cosignatureUnproven(name: witness.name))
      case .absent: break
      }
    }
    for signature in note.signatures(notBy: [key] + known) {
      report.findings.append(.cosignatureUnproven(name: signature.name))
    }
  }

  /// The keys in a file, one a line; nil when a line is none.
  private func noteKeys(_ path: String) throws(FileFault) -> [NoteKey]? {
    guard let text = try text(path), text.hasSuffix("\n") else { return nil }
    let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    let keys = lines.compactMap { NoteKey(vkey: $0) }
    return keys.count == lines.count ? keys : nil
  }
}
