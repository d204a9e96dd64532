/// The box signs with a new key from here on; each of the two keys has signed both, all hexadecimal.
package struct KeyRotated: Codable, Sendable, Equatable {
  /// The new key.
  package let kioskKey: String
  /// The key until now.
  package let previous: String
  /// The previous key's Ed25519 signature over `bytes`.
  package let byPrevious: String
  /// The new key's.
  package let byNew: String
  package let reason: String

  package init(kioskKey: String, previous: String, byPrevious: String, byNew: String, reason: String) {
    self.kioskKey = kioskKey
    self.previous = previous
    self.byPrevious = byPrevious
    self.byNew = byNew
    self.reason = reason
  }

  /// What both keys sign.
  package static func bytes(previous: String, new: String) -> [UInt8] {
    Array("kiosk key rotation v1\n\(previous)\n\(new)\n".utf8)
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
