import Archive
import Ballot
import Foundation

extension Box {
  /// Seals the keys, or gives sealed ones other ways in; the ways as they are then.
  ///
  /// - Throws: `Failure` where the keys are locked, `KeyProtectionError`, `TPMError`, `CryptoError` or `FileFault`.
  func protectKeys(_ ways: KeyWays) throws -> KeyVault.Status? {
    try requiring(.maintaining)
    let before = try home.vault.status()
    if before == nil {
      _ = try keys
      try home.vault.protect(ways)
    } else {
      try home.vault.renew(try home.openVault(), ways)
    }
    let status = try home.vault.status()
    try note { _ in
      [.keyProtected(KeyProtected(before == nil ? .protected : .renewed, ways: status?.ways ?? []))]
    }
    return status
  }

  /// Lays the keys open again.
  func unprotectKeys() throws {
    try requiring(.maintaining)
    try home.vault.remove(try home.openVault())
    try home.lockKeys()
    try note { _ in [.keyProtected(KeyProtected(.removed, ways: []))] }
  }

  /// Opens protected keys by what somebody typed, until the machine is switched off; the way that opened them.
  ///
  /// Wrong tries slow down, so that nobody guesses at the box; they never lock, or a passer-by could stop an election.
  func unlockKeys(_ typed: RecoverySecret) throws -> KeyWay {
    try refresh()
    let wait = state.keyTries.wait(at: now())
    guard wait == 0 else {
      try note { _ in [.keyTried(KeyTried(.refused))] }
      throw Failure.keysWaiting(seconds: wait)
    }
    guard let (key, way) = try home.vault.open(typed) else {
      try note { _ in [.keyTried(KeyTried(.wrong))] }
      throw Failure.keysNotOpened(wait: state.keyTries.wait(at: now()))
    }
    try home.keepOpen(key)
    try note { _ in [.keyTried(KeyTried(.opened, way: way))] }
    return way
  }
}
