/// A secret key with a name, which signs notes and cosigns checkpoints.
package struct NoteSigner: Sendable {
  package let name: String
  let key: SecretKey

  /// - Throws: `CryptoError.unusableKeyName`.
  package init(checking name: String, key: SecretKey) throws(CryptoError) {
    guard NoteKey.isUsable(name: name) else { throw .unusableKeyName(name) }
    self.init(name: name, key: key)
  }

  init(name: String, key: SecretKey) {
    self.name = name
    self.key = key
  }

  /// The public half, for plain signatures.
  package var noteKey: NoteKey { NoteKey(checked: name, kind: .note, key: key.publicKey) }

  /// The public half, for cosignatures.
  package var witnessKey: NoteKey { NoteKey(checked: name, kind: .cosignature, key: key.publicKey) }

  /// The note with this key's signature added.
  package func sign(_ note: SignedNote) throws(CryptoError) -> SignedNote {
    let signature = try key.sign(Array(note.text.utf8))
    return note.adding(NoteSignature(name: name, bytes: noteKey.id + signature))
  }

  /// The note with a cosignature/v1 added: a witness saw this checkpoint, consistent with all before, at this time.
  package func cosign(_ note: SignedNote, atUnixTime time: UInt64) throws(CryptoError) -> SignedNote {
    let signature = try key.sign(Cosignature.message(over: note.text, atUnixTime: time))
    return note.adding(NoteSignature(name: name, bytes: witnessKey.id + time.bigEndianBytes + signature))
  }
}
