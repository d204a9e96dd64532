import Foundation

/// An SM2 secret key (GB/T 32918); libcrypto holds it and wipes it.
///
/// The file is PKCS #8 in PEM, a stock format of openssl, encrypted where there is a passphrase.
package final class SM2SecretKey: Sendable {
  private let handle: KeyHandle

  /// The public half.
  package let publicKey: SM2PublicKey

  private static let sizeLimit = 16_384

  private init(_ handle: KeyHandle) throws(CryptoError) {
    guard let pem = handle.sm2PEM() else { throw .libraryRefused(call: "PEM_write_bio_PUBKEY") }
    self.handle = handle
    publicKey = SM2PublicKey(checked: pem)
  }

  /// A new random key.
  package convenience init() throws(CryptoError) {
    guard let handle = KeyHandle.newSM2() else { throw .libraryRefused(call: "EVP_PKEY_generate") }
    try self.init(handle)
  }

  /// The key in a file; nil when there is no file.
  ///
  /// - Throws: `CryptoError` for a file that is no such key, is open to others or needs another passphrase.
  convenience init?(path: String, _ lock: KeyLock) throws {
    guard FileSystem.exists(path) else { return nil }
    try KeyFile(path: path).checkPermissions()
    let pem = try FileSystem.read(path, limit: Self.sizeLimit)
    let isEncrypted = Self.isEncrypted(pem)
    let passphrase: String? =
      switch lock {
      case .none: nil
      case .passphrase(let passphrase, _): passphrase
      case .vault(let vault): vault.passphrase
      }
    if isEncrypted && passphrase == nil {
      let isProtected = KeyVault(directory: URL(filePath: FileSystem.parent(of: path))).isProtected
      throw isProtected ? CryptoError.locked(path: path) : CryptoError.passphraseNeeded(path: path)
    }
    guard let handle = KeyHandle(pkcs8: pem, passphrase: passphrase ?? "", kind: "SM2") else {
      throw isEncrypted
        ? CryptoError.wrongPassphrase(path: path) : CryptoError.malformedKeyFile(path: path)
    }
    try self.init(handle)
  }

  /// Whether the secret in a file lies open; false when there is no file.
  static func isPlain(_ path: String) throws -> Bool {
    FileSystem.exists(path) ? try !isEncrypted(FileSystem.read(path, limit: sizeLimit)) : false
  }

  private static func isEncrypted(_ pem: [UInt8]) -> Bool {
    String(decoding: pem, as: UTF8.self).contains("BEGIN ENCRYPTED PRIVATE KEY")
  }

  /// Writes the key to a file that is not there yet; false when another process was first.
  func create(at path: String, _ lock: KeyLock) throws -> Bool {
    let salt = try RandomBytes()(16)
    let pem =
      switch lock {
      case .none: handle.plainPKCS8()
      case .passphrase(let passphrase, _): handle.pkcs8(passphrase: passphrase, salt: salt)
      // 256 random bits need no slow function.
      case .vault(let vault): handle.pkcs8(passphrase: vault.passphrase, salt: salt, isRandom: true)
      }
    guard let pem else { throw CryptoError.libraryRefused(call: "PEM_write_bio_PKCS8") }
    return try FileSystem.create(pem, at: path, permissions: 0o600)
  }

  /// The signature over `message`, always `SM2PublicKey.signatureSize` bytes of DER; another one each time.
  ///
  /// SM2 draws a number for each signature, so it is drawn anew until the two integers take the usual length; that
  /// depends on nothing but the signature itself, which is public, and takes two draws on average.
  package func sign(_ message: [UInt8]) throws(CryptoError) -> [UInt8] {
    for _ in 0..<256 {
      guard let signature = handle.signSM2(message) else { break }
      if signature.count == SM2PublicKey.signatureSize { return signature }
    }
    throw .libraryRefused(call: "EVP_DigestSign")
  }
}
