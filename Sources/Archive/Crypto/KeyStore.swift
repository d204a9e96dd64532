import Ballot
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
  /// What the files are sealed by.
  let lock: KeyLock

  static let kioskFile = "kiosk.key"

  /// Opens the keys in a directory, or makes them.
  ///
  /// - Parameters:
  ///   - directory: Where `kiosk.key` and `card.key` lie; made when missing.
  ///   - name: The name of a key made now, such as `kiosk-500112001001`; the first digits of the key when nil.
  ///   - passphrase: Seals the files by scrypt and AES-256-GCM; without one they are plain, for the owner alone.
  ///   - cost: scrypt's N for keys made now.
  /// - Throws: `CryptoError` or `FileFault`.
  package init(directory: URL, name: String? = nil, passphrase: String? = nil, cost: Int? = nil) throws {
    try self.init(directory: directory, name: name, KeyLock(passphrase: passphrase, cost: cost))
  }

  /// Opens protected keys, and seals what a power cut left open.
  ///
  /// - Throws: `CryptoError`, `KeyProtectionError.locked` for the key of other files, or `FileFault`.
  package init(directory: URL, _ key: VaultKey) throws {
    let vault = KeyVault(directory: directory)
    guard try vault.fits(key) else { throw KeyProtectionError.locked }
    try vault.complete(key)
    try self.init(directory: directory, name: nil, .vault(key))
  }

  init(directory: URL, name: String?, _ lock: KeyLock) throws {
    if let name, !NoteKey.isUsable(name: name) { throw CryptoError.unusableKeyName(name) }
    try FileSystem.makeDirectory(directory.path)
    let open = { (file: String, name: String?) throws in
      try Self.open(KeyFile(path: directory.appending(path: file).path), name: name, lock)
    }
    (kiosk, self.name) = try open(Self.kioskFile, name)
    card = try open("card.key", "card").key
    sm2 = try SM2SecretKey(path: directory.appending(path: Self.sm2File).path, lock)
    self.lock = lock
  }

  /// What the kiosk key is to the log: a name and a key.
  package var signer: NoteSigner { NoteSigner(name: name, key: kiosk) }

  /// The public half of the kiosk key in a directory, for which nothing has to be unlocked; nil when there is none.
  package static func publicKey(in directory: URL) throws -> NoteKey? {
    let half = try KeyFile(path: directory.appending(path: kioskFile).path).publicHalf()
    return try half.map { try NoteKey(name: $0.name, key: $0.key) }
  }

  private static func open(
    _ file: KeyFile, name: String?, _ lock: KeyLock
  ) throws -> (key: SecretKey, name: String) {
    if let found = try file.load(lock) { return found }
    if case .vault = lock {
    } else if KeyVault(directory: URL(filePath: FileSystem.parent(of: file.path))).isProtected {
      throw CryptoError.locked(path: file.path)
    }
    let fresh = try SecretKey()
    let name = name ?? "kiosk-\(fresh.publicKey.bytes.prefix(4).hex)"
    if try file.create(fresh, name: name, lock) { return (fresh, name) }
    guard let other = try file.load(lock) else { throw CryptoError.malformedKeyFile(path: file.path) }
    return other
  }
}
