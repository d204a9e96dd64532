import Ballot

/// The random key that seals the box's key files; on the disk it lies only sealed itself, once for each way in.
package struct VaultKey: Hashable, Sendable {
  let bytes: [UInt8]

  static let size = 32

  /// A new random key.
  init() throws(CryptoError) { bytes = try RandomBytes()(Self.size) }

  /// The key of these bytes; nil for any other number of them.
  init?(bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  /// Tells keys apart; of 256 random bits it gives nothing away.
  package var id: String {
    Digest.of(Array("kiosk key protection v1\n".utf8) + bytes).bytes.prefix(8).hex
  }

  /// The passphrase of files that another program's format seals by a passphrase; as strong as the key.
  var passphrase: String { bytes.hex }

  /// Seals a key file's secret: a nonce, then the ciphertext with its tag (AES-256-GCM, SP 800-38D).
  func seal(_ secret: [UInt8], context: [UInt8]) throws(CryptoError) -> [UInt8] {
    let nonce = try RandomBytes()(PassphraseSeal.nonceSize)
    return nonce + (try Cipher(key: bytes, nonce: nonce).encrypt(secret, context: context))
  }

  /// The secret; nil when the key or any byte is another.
  func open(_ sealed: [UInt8], context: [UInt8]) throws(CryptoError) -> [UInt8]? {
    let nonce = Array(sealed.prefix(PassphraseSeal.nonceSize))
    guard nonce.count == PassphraseSeal.nonceSize else { return nil }
    return try Cipher(key: bytes, nonce: nonce)
      .decrypt(Array(sealed.dropFirst(nonce.count)), context: context)
  }
}
