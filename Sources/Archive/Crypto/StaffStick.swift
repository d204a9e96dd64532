package import Ballot
package import Foundation

/// A supervisor's Ed25519 key in a file on a stick, under a name made of its public key.
package struct StaffStick {
  private let directory: URL

  package init(directory: URL) { self.directory = directory }

  /// Makes a new key on the stick, sealed by the passphrase if there is one; its public half.
  ///
  /// - Throws: `CryptoError` or `FileFault`.
  package func make(passphrase: StaffSecret?) throws -> PublicKey {
    let key = try SecretKey()
    // The stick's file system knows neither links nor owners.
    try FileSystem.write(
      try StickFile.bytes(of: key, passphrase: passphrase?.text), to: file(of: key.publicKey).path)
    return key.publicKey
  }

  /// Whether the stick holds a key.
  package func holds(_ key: PublicKey) -> Bool { FileSystem.exists(file(of: key).path) }

  /// Has the key on the stick answer a fresh challenge; whether the answer is right.
  ///
  /// - Parameters:
  ///   - key: The public half that is enrolled.
  ///   - context: What the answer is for; it is signed with the random bytes.
  ///   - passphrase: Opens a sealed key.
  /// - Returns: False where the key is not there or its file is another's.
  /// - Throws: `CryptoError`, also for a missing or wrong passphrase, or `FileFault`.
  package func proves(_ key: PublicKey, context: String, passphrase: StaffSecret?) throws -> Bool {
    guard holds(key) else { return false }
    let found = try file(of: key).load(passphrase: passphrase?.text)
    let challenge = Array("kiosk staff login v1\n\(context)\n\(try RandomBytes()(32).hex)\n".utf8)
    return key.verifies(try found.key.sign(challenge), over: challenge)
  }

  private func file(of key: PublicKey) -> StickFile {
    StickFile(path: directory.appending(path: "kiosk-\(key.bytes.prefix(8).hex).key").path)
  }
}
