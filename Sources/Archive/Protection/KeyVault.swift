package import Ballot
package import Foundation

/// The protection of the key files in one directory: what is sealed, by which ways it opens, and how that changes.
///
/// Nothing is taken away before what takes its place is on the disk and has been opened from there. A power cut leaves
/// files of both kinds, each of which opens; the next opening finishes.
package struct KeyVault: Sendable {
  let directory: URL

  package init(directory: URL) { self.directory = directory }

  /// What protects the keys now.
  package struct Status: Hashable, Sendable {
    package let ways: [KeyWay]
    /// Whether every key file is sealed; not so after a power cut, until the keys are opened again.
    package let isComplete: Bool
    /// Where the TPM is, if it is one of the ways.
    package let place: String?
  }

  /// nil while the keys are not protected.
  package func status() throws -> Status? {
    try protection().map { protection in
      Status(
        ways: protection.ways, isComplete: try KeyFiles(directory).isComplete,
        place: protection.tpm?.place.place)
    }
  }

  /// Protects the keys that lie open in the directory, and makes those that are missing.
  ///
  /// - Throws: `CryptoError`, `TPMError`, `KeyProtectionError` or `FileFault`; the keys still open as before.
  package func protect(_ ways: KeyWays) throws {
    let lock = try lock()
    _ = try KeyStore(directory: directory)
    let key = try VaultKey()
    try write(try KeyProtection(key, ways), of: key, ways)
    try KeyFiles(directory).seal(by: .vault(key))
    _ = consume lock
  }

  /// Gives protected keys other ways in: another TPM, another passphrase, another recovery code.
  package func renew(_ key: VaultKey, _ ways: KeyWays) throws {
    let lock = try lock()
    guard try protection() != nil else { throw KeyProtectionError.notProtected }
    try write(try KeyProtection(key, ways), of: key, ways)
    try KeyFiles(directory).seal(by: .vault(key))
    _ = consume lock
  }

  /// Lays the keys open again.
  package func remove(_ key: VaultKey) throws {
    let lock = try lock()
    try KeyFiles(directory).seal(by: .none, knowing: key)
    try FileSystem.wipe(path(KeyProtection.file))
    try FileSystem.syncDirectory(directory.path)
    _ = consume lock
  }

  /// The key, by what somebody typed; nil when it opens no way.
  package func open(_ typed: RecoverySecret) throws -> (key: VaultKey, way: KeyWay)? {
    guard let protection = try protection() else { throw KeyProtectionError.notProtected }
    return try protection.open(typed)
  }

  /// The key, where this machine's TPM opens it; nil where that is no way in.
  package func openByTPM() throws -> VaultKey? { try protection()?.openByTPM() }

  /// Whether a key is the one of these files.
  package func fits(_ key: VaultKey) throws -> Bool { try protection()?.id == key.id }

  /// Seals what a power cut left open; does nothing while another program is at it.
  func complete(_ key: VaultKey) throws {
    let files = KeyFiles(directory)
    guard try !files.isComplete, let lock = try FileLock(lockFile) else { return }
    try files.seal(by: .vault(key))
    _ = consume lock
  }

  package var isProtected: Bool { FileSystem.exists(path(KeyProtection.file)) }

  private func protection() throws -> KeyProtection? {
    try KeyProtection(at: path(KeyProtection.file))
  }

  /// Writes the file beside the present one, opens it from the disk by every way, and only then puts it in place.
  private func write(_ protection: KeyProtection, of key: VaultKey, _ ways: KeyWays) throws {
    let next = path(KeyProtection.file + ".next")
    try FileSystem.writeNew(Array(protection.text.utf8), to: next, permissions: 0o600)
    guard let read = try KeyProtection(at: next), read == protection,
      try read.open(ways.recovery)?.key == key,
      try ways.passphrase.map({ try read.open(RecoverySecret(typed: $0))?.key == key }) ?? true,
      try read.openByTPM() ?? key == key
    else { throw KeyProtectionError.notVerified }
    try FileSystem.rename(next, to: path(KeyProtection.file))
    try FileSystem.syncDirectory(directory.path)
  }

  private var lockFile: URL { directory.appending(path: "lock") }

  private func lock() throws -> FileLock {
    try FileSystem.makeDirectory(directory.path)
    guard let lock = try FileLock(lockFile) else { throw KeyProtectionError.busy }
    return lock
  }

  private func path(_ file: String) -> String { directory.appending(path: file).path }
}
