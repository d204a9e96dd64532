import Foundation

/// A secret key in a file on a stick: PKCS #8 in PEM, a stock format of openssl, encrypted where there is a passphrase.
///
/// Sticks of staff from before used the form of the box's own key files; they are still read.
struct StickFile {
  let path: String

  private static let sizeLimit = 16_384

  /// The bytes of a key; scrypt and AES-256-CBC where there is a passphrase.
  static func bytes(of key: SecretKey, passphrase: String?) throws(CryptoError) -> [UInt8] {
    let salt = try RandomBytes()(PassphraseSeal.saltSize)
    let pem = passphrase.map { key.handle.pkcs8(passphrase: $0, salt: salt) } ?? key.handle.plainPKCS8()
    guard let pem else { throw .libraryRefused(call: "PEM_write_bio_PKCS8") }
    return pem
  }

  /// The key, and whether a passphrase sealed it; permissions are whatever the mount says and tell nothing.
  ///
  /// - Throws: `CryptoError` for a file that is no key, and for a missing or wrong passphrase.
  func load(passphrase: String?) throws -> (key: SecretKey, isSealed: Bool) {
    let pem = try FileSystem.read(path, limit: Self.sizeLimit)
    let text = String(decoding: pem, as: UTF8.self)
    if text.hasPrefix("kiosk secret key ") { return try loadEarlier(passphrase) }
    let isSealed = text.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    guard isSealed || text.hasPrefix("-----BEGIN PRIVATE KEY-----") else {
      throw CryptoError.malformedKeyFile(path: path)
    }
    if isSealed && passphrase == nil { throw CryptoError.passphraseNeeded(path: path) }
    guard let handle = KeyHandle(pkcs8: pem, passphrase: passphrase ?? "") else {
      throw isSealed ? CryptoError.wrongPassphrase(path: path) : .malformedKeyFile(path: path)
    }
    return (SecretKey(handle: handle), isSealed)
  }

  private func loadEarlier(_ passphrase: String?) throws -> (key: SecretKey, isSealed: Bool) {
    let file = KeyFile(path: path)
    guard let found = try file.load(KeyLock(passphrase: passphrase, cost: nil), onStick: true) else {
      throw CryptoError.malformedKeyFile(path: path)
    }
    return (found.key, try !file.isPlain)
  }
}
