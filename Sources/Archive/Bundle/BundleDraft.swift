/// A bundle about to be written: every file's place in the tar is known, the digests are not yet.
struct BundleDraft {
  let name: BundleName
  let signer: NoteSigner
  let sm2: SM2SecretKey?
  let checkpoint: SignedNote
  /// The files below `data/`, by their path in the bundle.
  let payload: [String: BundleFile]
  /// The files that the tag manifest lists, but for the manifests.
  let tags: [String: [UInt8]]
  let layout: TarLayout

  /// - Throws: `BundleError` when the contents cannot be sealed.
  init(
    _ contents: BundleContents, signer: NoteSigner, sm2: SM2SecretKey? = nil, witnesses: [NoteKey],
    checkpoint: SignedNote
  ) throws {
    try BundleCheck.check(contents, checkpoint: checkpoint, key: signer.noteKey, witnesses: witnesses)
    name = contents.name
    self.signer = signer
    self.sm2 = sm2
    self.checkpoint = checkpoint
    let (payload, sizes) = try BundlePayload.files(of: contents)
    self.payload = payload
    tags = Self.tags(
      contents, key: signer.noteKey, sm2: sm2?.publicKey, witnesses: witnesses,
      payloadSizes: Array(sizes.values))
    let tagSizes = tags.mapValues(\.count)
    let all = sizes.merging(tagSizes) { first, _ in first }
      .merging(Self.manifestSizes(payload: payload.keys.sorted(), tags: tags.keys.sorted())) { first, _ in
        first
      }
      .merging(Self.signatureSizes(signer, sm2: sm2, name: name, checkpoint: checkpoint)) { first, _ in
        first
      }
    if let large = all.first(where: { $0.value > TarHeader.sizeLimit }) {
      throw BundleError.tooLarge(path: large.key)
    }
    layout = TarLayout(all.map { ("\(contents.name.folder)/\($0.key)", $0.value) })
  }

  private static func tags(
    _ contents: BundleContents, key: NoteKey, sm2: SM2PublicKey?, witnesses: [NoteKey],
    payloadSizes: [Int]
  ) -> [String: [UInt8]] {
    var tags = [
      BundleLayout.readme: BundleReadme(contents: contents, keyName: key.name, hasSM2: sm2 != nil).text,
      BundleLayout.info: BagInfo(contents, payload: payloadSizes).text,
      BundleLayout.declaration: BundleLayout.declarationText,
      BundleLayout.profile: BundleLayout.profileText,
      BundleLayout.keyPEM: key.key.pem,
      BundleLayout.keySignify: SealSignature.publicKeyFile(key),
      BundleLayout.keyNote: key.vkey + "\n",
    ]
    tags[BundleLayout.keySM2] = sm2?.pem
    if !witnesses.isEmpty { tags[BundleLayout.witnessKeys] = witnesses.map { "\($0.vkey)\n" }.joined() }
    return tags.mapValues { Array($0.utf8) }
  }

  private static func manifestSizes(payload: [String], tags: [String]) -> [String: Int] {
    let size = Manifest.size(of: payload)
    let listed = tags + [BundleLayout.manifest, BundleLayout.manifestSM3]
    return [
      BundleLayout.manifest: size, BundleLayout.manifestSM3: size,
      BundleLayout.tagManifest: Manifest.size(of: listed),
    ]
  }

  private static func signatureSizes(
    _ signer: NoteSigner, sm2: SM2SecretKey?, name: BundleName, checkpoint: SignedNote
  ) -> [String: Int] {
    let blank = [UInt8](repeating: 0, count: PublicKey.signatureSize)
    let files = signatureFiles(
      signature: blank, comment: blank, key: signer.noteKey.key, name: name, checkpoint: checkpoint)
    var sizes = files.mapValues(\.count)
    if sm2 != nil { sizes[BundleLayout.signatureSM2] = SM2PublicKey.signatureSize }
    return sizes
  }

  /// Where in the tar the SM2 signature lies, the only bytes that differ when the same contents are sealed twice.
  var placeOfSM2: Range<Int>? {
    layout.entries.first { $0.path == "\(name.folder)/\(BundleLayout.signatureSM2)" }
      .map { $0.content..<$0.content + $0.size }
  }

  /// The files below `sig/` that the kiosk key makes, and the checkpoint.
  static func signatureFiles(
    signature: [UInt8], comment: [UInt8], key: PublicKey, name: BundleName, checkpoint: SignedNote
  ) -> [String: [UInt8]] {
    [
      BundleLayout.signature: signature,
      BundleLayout.signify: Array(SealSignature.signify(signature, by: key).utf8),
      BundleLayout.minisign: Array(
        (SealSignature.minisignHead(signature, by: key, folder: name.folder) + comment.base64 + "\n").utf8),
      BundleLayout.checkpoint: Array(checkpoint.description.utf8),
    ]
  }
}
