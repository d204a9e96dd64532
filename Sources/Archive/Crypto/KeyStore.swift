package import Foundation

/// The box's own keys, made at first start: one for what it publishes, one for voter cards.
package struct KeyStore: Sendable {
  /// Signs checkpoints and bundles.
  package let kiosk: SecretKey
  /// Signs voter cards, and nothing else.
  package let card: SecretKey
  /// Signs bundles beside the kiosk key; nil where nobody asked for SM2.
  package let sm2: SM2SecretKey?
  /// The name of the kiosk key, which is also the origin of the log.
  package let name: String

  /// Opens the keys in a directory, or makes them.
  ///
  /// - Parameters:
  ///   - directory: Where `kiosk.key` and `card.key` lie; made when missing.
  ///   - name: The name of a key made now, such as `kiosk-500112001001`; the first digits of the key when nil.
  ///   - passphrase: Seals the files by scrypt and AES-256-GCM; without one they are plain, for the owner alone.
  ///   - cost: scrypt's N for keys made now.
  /// - Throws: `CryptoError` or `FileFault`.
  package init(directory: URL, name: String? = nil, passphrase: String? = nil, cost: Int? = nil) throws {
    if let name, !NoteKey.isUsable(name: name) { throw CryptoError.unusableKeyName(name) }
    try FileSystem.makeDirectory(directory.path)
    let open = { (file: String, name: String?) throws in
      try Self.open(
        KeyFile(path: directory.appending(path: file).path), name: name, passphrase: passphrase,
        cost: cost ?? PassphraseSeal.usualCost)
    }
    (kiosk, self.name) = try open("kiosk.key", name)
    card = try open("card.key", "card").key
    sm2 = try SM2SecretKey(
      path: directory.appending(path: Self.sm2File).path, passphrase: passphrase)
  }

  /// What the kiosk key is to the log: a name and a key.
  package var signer: NoteSigner { NoteSigner(name: name, key: kiosk) }

  private static func open(
    _ file: KeyFile, name: String?, passphrase: String?, cost: Int
  ) throws -> (key: SecretKey, name: String) {
    if let found = try file.load(passphrase: passphrase) { return found }
    let fresh = try SecretKey()
    let name = name ?? "kiosk-\(fresh.publicKey.bytes.prefix(4).hex)"
    if try file.create(fresh, name: name, passphrase: passphrase, cost: cost) { return (fresh, name) }
    guard let other = try file.load(passphrase: passphrase) else {
      throw CryptoError.malformedKeyFile(path: file.path)
    }
    return other
  }
}
