extension BundleDraft {
  /// Writes the whole tar to a new file and syncs it.
  ///
  /// Both digests of a payload file are taken in the same pass that copies it, several files at a time.
  ///
  /// - Returns: The bundle's id.
  func write(to path: String) throws -> Digest {
    try FileSystem.remove(path)
    let tar = try TarFile(path: path, layout: layout)
    let tagManifest = try manifests(writingTo: tar)
    let text = Array(tagManifest.utf8)
    let signature = try signer.key.sign(text)
    let comment = try signer.key.sign(SealSignature.minisignTail(signature, folder: name.folder))
    let signatures = Self.signatureFiles(
      signature: signature, comment: comment, key: signer.noteKey.key, name: name, checkpoint: checkpoint)
    for (path, bytes) in signatures { try tar.write(bytes, as: full(path)) }
    if let sm2 { try tar.write(sm2.sign(text), as: full(BundleLayout.signatureSM2)) }
    try tar.write(text, as: full(BundleLayout.tagManifest))
    try tar.finish()
    return Digest.of(text)
  }

  private func full(_ path: String) -> String { "\(name.folder)/\(path)" }

  /// Writes payload, manifests and tag files; the answer is the tag manifest.
  private func manifests(writingTo tar: TarFile) throws -> String {
    let digests = try writePayload(to: tar)
    let manifest = Manifest(digests.mapValues(\.sha256)).text
    let manifestSM3 = Manifest(digests.mapValues(\.sm3)).text
    var listed = tags
    listed[BundleLayout.manifest] = Array(manifest.utf8)
    listed[BundleLayout.manifestSM3] = Array(manifestSM3.utf8)
    for (path, bytes) in listed { try tar.write(bytes, as: full(path)) }
    return Manifest(listed.mapValues { Digest.of($0) }).text
  }

  private func writePayload(to tar: TarFile) throws -> [String: DigestPair] {
    let jobs = try payload.map { path, file in try tar.copying(file, as: full(path), called: path) }
    return try BulkDigests.of(jobs)
  }
}
