package import Ballot

/// The ways into protected keys that somebody asks for; a recovery secret is always one of them.
package struct KeyWays: Sendable {
  let recovery: RecoverySecret
  let passphrase: String?
  let tpm: TPM?
  /// scrypt's N.
  let cost: Int

  /// The fewest characters of what the staff types at a start.
  package static let shortestPassphrase = 8

  /// - Throws: `KeyProtectionError.tooShort` for a passphrase or a recovery secret that can be guessed, `untypable` for
  ///   one that could not be typed where the keys are opened.
  package init(
    recovery: RecoverySecret, passphrase: String? = nil, tpm: TPM? = nil, cost: Int? = nil
  ) throws(KeyProtectionError) {
    if !recovery.text.isTypable { throw .untypable(.recovery) }
    if let passphrase, !passphrase.isTypable { throw .untypable(.passphrase) }
    if !recovery.isLongEnough { throw .tooShort(.recovery, least: RecoverySecret.shortest) }
    if let passphrase, passphrase.count < Self.shortestPassphrase {
      throw .tooShort(.passphrase, least: Self.shortestPassphrase)
    }
    // One that looks like a code could be refused as a mistyped one later.
    _ = try passphrase.map { text throws(KeyProtectionError) in try RecoverySecret(typed: text) }
    self.recovery = recovery
    self.passphrase = passphrase
    self.tpm = tpm
    self.cost = cost ?? PassphraseSeal.usualCost
  }
}

/// Why keys were not protected or opened.
package enum KeyProtectionError: Error, Hashable, Sendable {
  case tooShort(KeyWay, least: Int)
  /// It has characters that no keyboard has, such as Chinese ones.
  case untypable(KeyWay)
  /// A group of the recovery code, counted from 1, was typed wrong.
  case mistyped(group: Int)
  /// The keys are protected, and nothing opens them by itself: somebody has to type.
  case locked
  /// The keys are not protected.
  case notProtected
  /// Another program is changing the keys.
  case busy
  /// What was just written did not open again; the keys are as they were.
  case notVerified
}
