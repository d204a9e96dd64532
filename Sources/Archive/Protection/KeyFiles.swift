import Foundation

/// The box's key files as files: which are sealed, and how each is sealed anew.
struct KeyFiles {
  private let directory: URL

  /// The Ed25519 keys, the one that waits for a rotation included.
  private static let keys = ["kiosk.key", "card.key", "kiosk-next.key"]
  private static let sm2 = [KeyStore.sm2File, KeyStore.nextSM2File]

  init(_ directory: URL) { self.directory = directory }

  /// Whether every file is sealed and nothing open is left of a change.
  var isComplete: Bool {
    get throws {
      for name in Self.keys where try KeyFile(path: path(name)).isPlain { return false }
      for name in Self.sm2 where try SM2SecretKey.isPlain(path(name)) { return false }
      return !(Self.keys + Self.sm2).contains { FileSystem.exists(beside($0)) }
    }
  }

  /// Seals every file, one after the other; a file that is sealed so already stays as it is.
  ///
  /// `key` opens what is sealed now, where `lock` does not.
  func seal(by lock: KeyLock, knowing key: VaultKey? = nil) throws {
    for name in Self.keys + Self.sm2 { try FileSystem.wipe(beside(name)) }
    let opener = if case .vault = lock { lock } else { key.map(KeyLock.vault) ?? lock }
    for name in Self.keys {
      let file = KeyFile(path: path(name))
      guard let (secret, label) = try file.load(opener) else { continue }
      if try lock.isVault != file.isPlain { continue }
      try replace(name) { sealed in
        _ = try KeyFile(path: sealed).create(secret, name: label, lock)
        return try KeyFile(path: sealed).load(lock)?.key.publicKey == secret.publicKey
      }
    }
    for name in Self.sm2 {
      guard let secret = try SM2SecretKey(path: path(name), opener) else { continue }
      if try lock.isVault != SM2SecretKey.isPlain(path(name)) { continue }
      try replace(name) { sealed in
        _ = try secret.create(at: sealed, lock)
        return try SM2SecretKey(path: sealed, lock)?.publicKey == secret.publicKey
      }
    }
  }

  /// Writes a file beside the present one, and puts it in its place when it opens from the disk.
  private func replace(_ name: String, _ write: (String) throws -> Bool) throws {
    guard try write(beside(name)) else { throw KeyProtectionError.notVerified }
    try FileSystem.replace(path(name), by: beside(name))
  }

  private func path(_ name: String) -> String { directory.appending(path: name).path }

  /// Where a file is written before it takes its place, and where the old one lies until it is wiped.
  private func beside(_ name: String) -> String { path(name) + ".sealing" }
}

extension KeyLock {
  fileprivate var isVault: Bool {
    if case .vault = self { true } else { false }
  }
}
