/// An Ed25519 secret key (RFC 8032); libcrypto holds it and wipes it.
package final class SecretKey: Sendable {
  /// The length of the seed, in bytes.
  package static let size = 32

  let handle: KeyHandle

  /// The public half.
  package let publicKey: PublicKey

  /// The key of these 32 secret bytes.
  ///
  /// - Throws: `CryptoError.libraryRefused` for any other length.
  package init(seed: [UInt8]) throws(CryptoError) {
    guard seed.count == Self.size, let handle = KeyHandle(seed: seed) else {
      throw .libraryRefused(call: "EVP_PKEY_new_raw_private_key")
    }
    self.handle = handle
    publicKey = PublicKey(checked: handle.rawPublicKey())
  }

  init(handle: KeyHandle) {
    self.handle = handle
    publicKey = PublicKey(checked: handle.rawPublicKey())
  }

  /// A new random key.
  package convenience init() throws(CryptoError) {
    try self.init(seed: RandomBytes()(Self.size))
  }

  /// The secret bytes, for the key file.
  func seed() -> [UInt8] {
    handle.rawSeed()
  }

  /// The 64-byte signature over `message`; the same for the same message.
  package func sign(_ message: [UInt8]) throws(CryptoError) -> [UInt8] {
    guard let signature = handle.sign(message) else { throw .libraryRefused(call: "EVP_DigestSign") }
    return signature
  }
}
