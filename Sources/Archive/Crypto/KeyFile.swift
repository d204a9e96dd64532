import Ballot
import Glibc

/// One secret key in a file, plain or sealed; the format is in docs/formats/journal.md.
struct KeyFile {
  let path: String

  private static let magic = "kiosk secret key v1"
  private static let sizeLimit = 4096

  /// Writes a key that is not there yet; false when another process was first.
  func create(_ key: SecretKey, name: String, _ lock: KeyLock) throws -> Bool {
    try FileSystem.create(try bytes(of: key, name: name, lock), at: path, permissions: 0o600)
  }

  private func bytes(of key: SecretKey, name: String, _ lock: KeyLock) throws -> [UInt8] {
    let head = [Self.magic, name, key.publicKey.bytes.hex]
    let context = Array(head.joined(separator: "\n").utf8)
    let secret =
      switch lock {
      case .none: "plain \(key.seed().hex)"
      case .passphrase(let passphrase, let cost):
        "scrypt \(try PassphraseSeal(key.seed(), passphrase: passphrase, context: context, cost: cost).fields)"
      case .vault(let vault): "vault \(try vault.seal(key.seed(), context: context).hex)"
      }
    return Array((head + [secret, ""]).joined(separator: "\n").utf8)
  }

  /// The key and its name; nil when there is no file.
  ///
  /// On a stick the permissions are whatever the mount says and tell nothing.
  func load(_ lock: KeyLock, onStick: Bool = false) throws -> (key: SecretKey, name: String)? {
    guard FileSystem.exists(path) else { return nil }
    if !onStick { try checkPermissions() }
    let lines = try lines()
    let context = Array(lines.prefix(3).joined(separator: "\n").utf8)
    let key = try SecretKey(seed: seed(lines[3], lock, context: context))
    guard key.publicKey.bytes.hex == lines[2] else { throw CryptoError.malformedKeyFile(path: path) }
    return (key, lines[1])
  }

  /// The public half and the name, which lie open even where the secret is sealed; nil when there is no file.
  func publicHalf() throws -> (key: PublicKey, name: String)? {
    guard FileSystem.exists(path) else { return nil }
    let lines = try lines()
    guard let key = [UInt8](hex: lines[2]).flatMap({ PublicKey(bytes: $0) }) else {
      throw CryptoError.malformedKeyFile(path: path)
    }
    return (key, lines[1])
  }

  /// Whether the secret lies open; false when there is no file.
  var isPlain: Bool {
    get throws { FileSystem.exists(path) ? try lines()[3].hasPrefix("plain ") : false }
  }

  private func lines() throws -> [String] {
    let text = String(decoding: try FileSystem.read(path, limit: Self.sizeLimit), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 5, lines[0] == Self.magic, lines[4].isEmpty else {
      throw CryptoError.malformedKeyFile(path: path)
    }
    return lines
  }

  private func seed(_ line: String, _ lock: KeyLock, context: [UInt8]) throws -> [UInt8] {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false)
    switch (fields.first, fields.count) {
    case ("plain", 2):
      if let seed = [UInt8](hex: fields[1]), seed.count == SecretKey.size { return seed }
    case ("scrypt", 5):
      if let seal = PassphraseSeal(fields: fields.dropFirst(), size: SecretKey.size) {
        return try open(seal, lock, context)
      }
    case ("vault", 2):
      if let sealed = [UInt8](hex: fields[1]) { return try open(sealed, lock, context) }
    default: break
    }
    throw CryptoError.malformedKeyFile(path: path)
  }

  private func open(_ seal: PassphraseSeal, _ lock: KeyLock, _ context: [UInt8]) throws -> [UInt8] {
    guard case .passphrase(let passphrase, _) = lock else { throw CryptoError.passphraseNeeded(path: path) }
    guard let seed = try seal.open(passphrase: passphrase, context: context) else {
      throw CryptoError.wrongPassphrase(path: path)
    }
    return seed
  }

  private func open(_ sealed: [UInt8], _ lock: KeyLock, _ context: [UInt8]) throws -> [UInt8] {
    guard case .vault(let vault) = lock else { throw CryptoError.locked(path: path) }
    guard let seed = try vault.open(sealed, context: context), seed.count == SecretKey.size else {
      throw CryptoError.malformedKeyFile(path: path)
    }
    return seed
  }

  func checkPermissions() throws {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw FileFault(last: "examine", path: path) }
    guard status.st_mode & 0o077 == 0 else { throw CryptoError.keyFileIsOpenToOthers(path: path) }
  }
}
