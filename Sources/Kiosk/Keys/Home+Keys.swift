import Archive
import Ballot
import Foundation

extension Home {
  /// The protection of this box's keys.
  var vault: KeyVault { KeyVault(directory: keys) }

  /// Where an opened key of the protection waits; nil where no place is memory.
  private var opened: OpenedVault? {
    MemoryPlace(self).map { OpenedVault(path: "\($0.folder)/keys") }
  }

  /// Opens protected keys: by what somebody typed since the machine was switched on, else by the TPM.
  ///
  /// - Throws: `KeyProtectionError.locked` where neither is there, `TPMError`, and what the files throw.
  func openKeys() throws -> KeyStore { try KeyStore(directory: keys, openVault()) }

  /// The key of the protection, where it is open or opens by itself.
  func openVault() throws -> VaultKey {
    if let key = try opened?.key(), try vault.fits(key) { return key }
    guard let key = try vault.openByTPM() else { throw KeyProtectionError.locked }
    return key
  }

  /// Keeps an opened key until the machine is switched off.
  func keepOpen(_ key: VaultKey) throws {
    guard let opened else { throw Failure.noMemoryPlace }
    try opened.keep(key)
  }

  /// Forgets an opened key.
  func lockKeys() throws { try opened?.forget() }
}

extension Failure {
  fileprivate static let noMemoryPlace = Failure(
    .fault, "noMemoryPlace",
    Sentence(
      zh: "本机没有内存文件系统（/run 或 /dev/shm），密钥没有打开。请联系技术人员挂载后再试。",
      en: "No file system in memory (/run or /dev/shm) is there; the keys were not opened. Have one mounted.")
  )
}
