/// The box signs with a new key from here on; each of the keys has signed all of them.
package struct KeyRotated: Codable, Sendable, Equatable {
  /// The new key, hexadecimal.
  package let kioskKey: String
  /// The key until now, hexadecimal.
  package let previous: String
  /// The previous key's Ed25519 signature over `bytes`, hexadecimal.
  package let byPrevious: String
  /// The new key's.
  package let byNew: String
  package let reason: String
  /// The SM2 keys, where the box has one.
  package let sm2: SM2Rotated?

  package init(
    kioskKey: String, previous: String, byPrevious: String, byNew: String, reason: String,
    sm2: SM2Rotated? = nil
  ) {
    self.kioskKey = kioskKey
    self.previous = previous
    self.byPrevious = byPrevious
    self.byNew = byNew
    self.reason = reason
    self.sm2 = sm2
  }

  /// What all the keys sign; with SM2 keys in it, both of them in PEM.
  package static func bytes(previous: String, new: String, sm2: (previous: String, new: String)?) -> [UInt8] {
    guard let sm2 else { return Array("kiosk key rotation v1\n\(previous)\n\(new)\n".utf8) }
    return Array("kiosk key rotation v2\n\(previous)\n\(new)\n\(sm2.previous)\(sm2.new)".utf8)
  }
}

/// The SM2 half of a rotation.
package struct SM2Rotated: Codable, Sendable, Equatable {
  /// The new key in PEM.
  package let key: String
  /// The key until now, in PEM.
  package let previous: String
  /// The previous SM2 key's signature, DER in hexadecimal.
  package let byPrevious: String
  /// The new one's.
  package let byNew: String

  package init(key: String, previous: String, byPrevious: String, byNew: String) {
    self.key = key
    self.previous = previous
    self.byPrevious = byPrevious
    self.byNew = byNew
  }
}

/// A key that the box signed with until it was rotated.
package struct RetiredKey: Hashable, Sendable {
  /// Hexadecimal.
  package let key: String
  /// The last event that a checkpoint signed by it may cover.
  package let through: Int

  package init(key: String, through: Int) {
    self.key = key
    self.through = through
  }
}
