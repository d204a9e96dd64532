/// What key files are sealed by.
enum KeyLock: Sendable {
  /// Nothing but the file's mode.
  case none
  /// A passphrase, by scrypt at this cost.
  case passphrase(String, cost: Int)
  /// The key of the box's protection.
  case vault(VaultKey)

  init(passphrase: String?, cost: Int?) {
    self = passphrase.map { .passphrase($0, cost: cost ?? PassphraseSeal.usualCost) } ?? .none
  }
}
