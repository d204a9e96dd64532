/// A secret key that a person of a guidance body carries on a stick.
///
/// It is never there without a passphrase: a stick has no owners and no modes.
package struct StickKey: Sendable {
  package let key: SecretKey

  /// The fewest characters of a passphrase.
  package static let shortestPassphrase = 8

  /// Makes a new key and writes it and its public half (`FILE.pub`), neither of which may be there yet.
  ///
  /// - Throws: `FileFault`, or `CryptoError.keyExists`, or when libcrypto refuses.
  package static func make(at path: String, passphrase: String) throws -> PublicKey {
    let key = try SecretKey()
    let pem = try StickFile.bytes(of: key, passphrase: passphrase)
    guard try FileSystem.create(pem, at: path, permissions: 0o600) else {
      throw CryptoError.keyExists(path: path)
    }
    guard try FileSystem.create(Array(key.publicKey.pem.utf8), at: "\(path).pub", permissions: 0o644) else {
      throw CryptoError.keyExists(path: "\(path).pub")
    }
    return key.publicKey
  }

  /// Opens a key file that a passphrase seals.
  ///
  /// - Throws: `CryptoError` for a file that is no sealed key, and for a wrong passphrase.
  package init(path: String, passphrase: String) throws {
    let found = try StickFile(path: path).load(passphrase: passphrase)
    guard found.isSealed else { throw CryptoError.malformedKeyFile(path: path) }
    key = found.key
  }
}
