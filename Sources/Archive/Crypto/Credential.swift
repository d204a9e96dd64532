package import Ballot

/// What the box keeps of a person's PIN, passphrase or key, to check it; docs/formats/staff.md.
package enum Credential: Hashable, Sendable {
  /// scrypt (RFC 7914, r = 8, p = 1) of a PIN or passphrase, with its own salt.
  case secret(cost: Int, salt: [UInt8], hash: [UInt8])
  /// The public half of an Ed25519 key that is on a stick.
  case key(PublicKey)

  /// The credential of a new PIN or passphrase, under a fresh salt.
  package init(secret: StaffSecret, cost: Int? = nil) throws(CryptoError) {
    let cost = cost ?? PassphraseSeal.usualCost
    let salt = try RandomBytes()(PassphraseSeal.saltSize)
    let hash = try PassphraseSeal.key(of: secret.text, salt: salt, cost: cost)
    self = .secret(cost: cost, salt: salt, hash: hash)
  }

  /// Whether a typed PIN or passphrase is the right one; takes as long either way.
  package func matches(_ secret: StaffSecret) throws(CryptoError) -> Bool {
    guard case .secret(let cost, let salt, let hash) = self else { return false }
    let other = try PassphraseSeal.key(of: secret.text, salt: salt, cost: cost)
    return zip(hash, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The bytes that are kept: one object of canonical JSON.
  package var bytes: [UInt8] {
    let json: JSON =
      switch self {
      case .secret(let cost, let salt, let hash):
        .object([
          "v": .integer(1), "kind": .string("scrypt"), "cost": .integer(cost), "salt": .string(salt.hex),
          "hash": .string(hash.hex),
        ])
      case .key(let key):
        .object(["v": .integer(1), "kind": .string("ed25519"), "key": .string(key.bytes.hex)])
      }
    return json.canonicalBytes
  }

  /// Reads what `bytes` wrote; nil for anything else.
  package init?(bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self), let json = try? JSON(parsing: text),
      json["v"]?.integer == 1
    else { return nil }
    switch json["kind"]?.string {
    case "scrypt":
      guard let cost = json["cost"]?.integer, cost.nonzeroBitCount == 1, (1 << 10)...(1 << 20) ~= cost,
        let salt = json["salt"]?.string.flatMap([UInt8].init(hex:)), salt.count == PassphraseSeal.saltSize,
        let hash = json["hash"]?.string.flatMap([UInt8].init(hex:)), hash.count == 32
      else { return nil }
      self = .secret(cost: cost, salt: salt, hash: hash)
    case "ed25519":
      guard let key = json["key"]?.string.flatMap([UInt8].init(hex:)).flatMap({ PublicKey(bytes: $0) })
      else { return nil }
      self = .key(key)
    default: return nil
    }
  }
}
