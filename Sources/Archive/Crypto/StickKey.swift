/// A secret key that a person carries on a stick: encrypted PKCS #8 in PEM, a stock format of openssl.
///
/// It is never there without a passphrase: a stick has no owners and no modes.
package struct StickKey: Sendable {
  package let key: SecretKey

  private static let head = "-----BEGIN ENCRYPTED PRIVATE KEY-----"
  private static let sizeLimit = 16_384
  /// The fewest characters of a passphrase.
  package static let shortestPassphrase = 8

  /// Makes a new key and writes it and its public half (`FILE.pub`), neither of which may be there yet.
  ///
  /// - Throws: `FileFault`, or `CryptoError.keyExists`, or when libcrypto refuses.
  package static func make(at path: String, passphrase: String) throws -> PublicKey {
    let key = try SecretKey()
    guard let pem = key.handle.pkcs8(passphrase: passphrase, salt: try RandomBytes()(16)) else {
      throw CryptoError.libraryRefused(call: "PKCS8_set0_pbe")
    }
    guard try FileSystem.create(pem, at: path, permissions: 0o600) else {
      throw CryptoError.keyExists(path: path)
    }
    guard try FileSystem.create(Array(key.publicKey.pem.utf8), at: "\(path).pub", permissions: 0o644) else {
      throw CryptoError.keyExists(path: "\(path).pub")
    }
    return key.publicKey
  }

  /// Opens a key file.
  ///
  /// - Throws: `CryptoError` for a file that is no encrypted key, and for a wrong passphrase.
  package init(path: String, passphrase: String) throws {
    let pem = try FileSystem.read(path, limit: Self.sizeLimit)
    guard String(decoding: pem, as: UTF8.self).hasPrefix(Self.head) else {
      throw CryptoError.malformedKeyFile(path: path)
    }
    guard let handle = KeyHandle(pkcs8: pem, passphrase: passphrase) else {
      throw CryptoError.wrongPassphrase(path: path)
    }
    key = SecretKey(handle: handle)
  }
}
