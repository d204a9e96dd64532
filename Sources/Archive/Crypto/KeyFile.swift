import Glibc

/// One secret key in a file, plain or sealed by a passphrase; the format is in docs/formats/journal.md.
struct KeyFile {
  let path: String

  private static let magic = "kiosk secret key v1"
  private static let sizeLimit = 4096

  /// Writes a key that is not there yet; false when another process was first.
  func create(_ key: SecretKey, name: String, passphrase: String?, cost: Int) throws -> Bool {
    let bytes = try bytes(of: key, name: name, passphrase: passphrase, cost: cost)
    return try FileSystem.create(bytes, at: path, permissions: 0o600)
  }

  private func bytes(of key: SecretKey, name: String, passphrase: String?, cost: Int) throws -> [UInt8] {
    let head = [Self.magic, name, key.publicKey.bytes.hex]
    let secret: String
    if let passphrase {
      let context = Array(head.joined(separator: "\n").utf8)
      let seal = try PassphraseSeal(key.seed(), passphrase: passphrase, context: context, cost: cost)
      secret = "scrypt \(seal.cost) \(seal.salt.hex) \(seal.nonce.hex) \(seal.sealed.hex)"
    } else {
      secret = "plain \(key.seed().hex)"
    }
    return Array((head + [secret, ""]).joined(separator: "\n").utf8)
  }

  /// Writes a key in place of whatever has its name, on a stick whose file system knows neither links nor owners.
  func writeOnStick(_ key: SecretKey, name: String, passphrase: String?, cost: Int) throws {
    try FileSystem.write(try bytes(of: key, name: name, passphrase: passphrase, cost: cost), to: path)
  }

  /// The key and its name; nil when there is no file.
  ///
  /// On a stick the permissions are whatever the mount says and tell nothing.
  func load(passphrase: String?, onStick: Bool = false) throws -> (key: SecretKey, name: String)? {
    guard FileSystem.exists(path) else { return nil }
    if !onStick { try checkPermissions() }
    let text = String(decoding: try FileSystem.read(path, limit: Self.sizeLimit), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 5, lines[0] == Self.magic, lines[4].isEmpty else {
      throw CryptoError.malformedKeyFile(path: path)
    }
    let context = Array(lines.prefix(3).joined(separator: "\n").utf8)
    let key = try SecretKey(seed: seed(lines[3], passphrase: passphrase, context: context))
    guard key.publicKey.bytes.hex == lines[2] else { throw CryptoError.malformedKeyFile(path: path) }
    return (key, lines[1])
  }

  private func seed(_ line: String, passphrase: String?, context: [UInt8]) throws -> [UInt8] {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false)
    switch (fields.first, fields.count) {
    case ("plain", 2):
      guard let seed = [UInt8](hex: fields[1]), seed.count == SecretKey.size else { break }
      return seed
    case ("scrypt", 5):
      guard let seal = seal(fields) else { break }
      guard let passphrase else { throw CryptoError.passphraseNeeded(path: path) }
      let seed = try seal.open(passphrase: passphrase, context: context)
      guard let seed else { throw CryptoError.wrongPassphrase(path: path) }
      return seed
    default: break
    }
    throw CryptoError.malformedKeyFile(path: path)
  }

  private func seal(_ fields: [Substring]) -> PassphraseSeal? {
    guard let cost = Int(fields[1]), cost.nonzeroBitCount == 1, (1 << 10)...(1 << 20) ~= cost,
      let salt = [UInt8](hex: fields[2]), salt.count == PassphraseSeal.saltSize,
      let nonce = [UInt8](hex: fields[3]), nonce.count == PassphraseSeal.nonceSize,
      let sealed = [UInt8](hex: fields[4]), sealed.count == SecretKey.size + PassphraseSeal.tagSize
    else { return nil }
    return PassphraseSeal(cost: cost, salt: salt, nonce: nonce, sealed: sealed)
  }

  func checkPermissions() throws {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw FileFault(last: "examine", path: path) }
    guard status.st_mode & 0o077 == 0 else { throw CryptoError.keyFileIsOpenToOthers(path: path) }
  }
}
