import Ballot
import COpenSSL

/// Bytes sealed by a passphrase: scrypt (RFC 7914) to a key, then AES-256-GCM (SP 800-38D).
struct PassphraseSeal: Equatable {
  /// scrypt's cost N; r is 8 and p is 1.
  let cost: Int
  let salt: [UInt8]
  let nonce: [UInt8]
  /// The ciphertext with the 16-byte tag after it.
  let sealed: [UInt8]

  static let saltSize = 16
  static let nonceSize = 12
  static let tagSize = 16
  /// 128 MiB of memory and some tenths of a second a guess.
  static let usualCost = 1 << 17

  init(cost: Int, salt: [UInt8], nonce: [UInt8], sealed: [UInt8]) {
    self.cost = cost
    self.salt = salt
    self.nonce = nonce
    self.sealed = sealed
  }

  init(_ secret: [UInt8], passphrase: String, context: [UInt8], cost: Int = usualCost) throws(CryptoError) {
    let random = RandomBytes()
    let salt = try random(Self.saltSize)
    let nonce = try random(Self.nonceSize)
    let key = try Self.key(of: passphrase, salt: salt, cost: cost)
    let sealed = try Cipher(key: key, nonce: nonce).encrypt(secret, context: context)
    self.init(cost: cost, salt: salt, nonce: nonce, sealed: sealed)
  }

  /// Reads what `fields` writes, for a secret of so many bytes; nil for anything else.
  init?(fields: ArraySlice<Substring>, size: Int) {
    let fields = Array(fields)
    guard fields.count == 4, let cost = Int(fields[0]), cost.nonzeroBitCount == 1,
      (1 << 10)...(1 << 20) ~= cost,
      let salt = [UInt8](hex: fields[1]), salt.count == Self.saltSize,
      let nonce = [UInt8](hex: fields[2]), nonce.count == Self.nonceSize,
      let sealed = [UInt8](hex: fields[3]), sealed.count == size + Self.tagSize
    else { return nil }
    self.init(cost: cost, salt: salt, nonce: nonce, sealed: sealed)
  }

  /// The seal as it stands in a file's line.
  var fields: String { "\(cost) \(salt.hex) \(nonce.hex) \(sealed.hex)" }

  /// The secret; nil when the passphrase or any byte is wrong.
  func open(passphrase: String, context: [UInt8]) throws(CryptoError) -> [UInt8]? {
    let key = try Self.key(of: passphrase, salt: salt, cost: cost)
    return try Cipher(key: key, nonce: nonce).decrypt(sealed, context: context)
  }

  /// The 32 bytes that scrypt makes of a passphrase.
  static func key(of passphrase: String, salt: [UInt8], cost: Int) throws(CryptoError) -> [UInt8] {
    let text = passphrase.utf8.map { CChar(bitPattern: $0) }
    var key = [UInt8](repeating: 0, count: 32)
    let memory = UInt64(cost) * 8 * 128 + (1 << 20)
    let made = unsafe EVP_PBE_scrypt(
      text, text.count, salt, salt.count, UInt64(cost), 8, 1, memory, &key, key.count)
    guard made == 1 else { throw .libraryRefused(call: "EVP_PBE_scrypt") }
    return key
  }
}
