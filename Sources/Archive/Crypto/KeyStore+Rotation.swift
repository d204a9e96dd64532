package import Ballot
package import Foundation

extension KeyStore {
  private static let next = "kiosk-next.key"

  /// Makes the keys that are to follow the kiosk key and, where there is one, the SM2 key; they sign nothing yet.
  ///
  /// - Returns: What the journal has to record before `adoptNext` may be called.
  package func prepareRotation(in directory: URL, reason: String) throws -> KeyRotated {
    let file = { (name: String) in directory.appending(path: name).path }
    for name in [Self.next, Self.nextSM2File] { try FileSystem.wipe(file(name)) }
    let key = try SecretKey()
    _ = try KeyFile(path: file(Self.next)).create(key, name: name, lock)
    let nextSM2 = try sm2.map { _ in try SM2SecretKey() }
    _ = try nextSM2?.create(at: file(Self.nextSM2File), lock)
    let (previous, new) = (kiosk.publicKey.bytes.hex, key.publicKey.bytes.hex)
    let pair = sm2.flatMap { old in nextSM2.map { (old: old, new: $0) } }
    let bytes = KeyRotated.bytes(
      previous: previous, new: new, sm2: pair.map { ($0.old.publicKey.pem, $0.new.publicKey.pem) })
    return KeyRotated(
      kioskKey: new, previous: previous, byPrevious: try kiosk.sign(bytes).hex,
      byNew: try key.sign(bytes).hex, reason: reason,
      sm2: try pair.map {
        SM2Rotated(
          key: $0.new.publicKey.pem, previous: $0.old.publicKey.pem, byPrevious: try $0.old.sign(bytes).hex,
          byNew: try $0.new.sign(bytes).hex)
      })
  }

  /// Puts waiting keys in the place of the present ones if they are those that the journal has recorded, and wipes the old ones.
  ///
  /// A power cut at any point leaves a state that the next call finishes.
  ///
  /// - Parameters:
  ///   - key: The kiosk key that the journal says is in force, hexadecimal.
  ///   - sm2: The SM2 key in PEM, where it was rotated.
  ///   - directory: Where the keys lie.
  /// - Returns: The keys as they are now; nil when there is nothing to adopt.
  /// - Throws: `CryptoError` or `FileFault`.
  package func adoptNext(_ key: String, sm2: String?, in directory: URL) throws -> KeyStore? {
    let file = { (name: String) in directory.appending(path: name).path }
    var isChanged = false
    if kiosk.publicKey.bytes.hex != key,
      try KeyFile(path: file(Self.next)).load(lock)?.key.publicKey.bytes.hex == key
    {
      try FileSystem.replace(file(Self.kioskFile), by: file(Self.next))
      isChanged = true
    }
    if let sm2, self.sm2?.publicKey.pem != sm2,
      try SM2SecretKey(path: file(Self.nextSM2File), lock)?.publicKey.pem == sm2
    {
      try FileSystem.replace(file(Self.sm2File), by: file(Self.nextSM2File))
      isChanged = true
    }
    return isChanged ? try KeyStore(directory: directory, name: nil, lock) : nil
  }

  /// Wipes what a power cut left of a rotation that is over: old keys under the names of waiting ones.
  ///
  /// - Parameters:
  ///   - retired: The kiosk keys that were rotated away, hexadecimal.
  ///   - retiredSM2: The SM2 keys, in PEM.
  ///   - directory: Where the keys lie.
  /// - Throws: `CryptoError` or `FileFault`.
  package func wipeRetired(_ retired: [String], sm2 retiredSM2: [String], in directory: URL) throws {
    let (next, nextSM2) = (
      directory.appending(path: Self.next).path, directory.appending(path: Self.nextSM2File).path
    )
    if let half = try KeyFile(path: next).publicHalf(), retired.contains(half.key.bytes.hex) {
      try FileSystem.wipe(next)
    }
    if !retiredSM2.isEmpty, let old = try SM2SecretKey(path: nextSM2, lock),
      retiredSM2.contains(old.publicKey.pem)
    {
      try FileSystem.wipe(nextSM2)
    }
  }
}

extension KeyRotated {
  /// Whether every key that it names has signed it.
  package var isGenuine: Bool {
    let bytes = Self.bytes(previous: previous, new: kioskKey, sm2: sm2.map { ($0.previous, $0.key) })
    guard Self.verifies(byPrevious, by: previous, bytes), Self.verifies(byNew, by: kioskKey, bytes) else {
      return false
    }
    guard let sm2 else { return true }
    return Self.verifiesSM2(sm2.byPrevious, by: sm2.previous, bytes)
      && Self.verifiesSM2(sm2.byNew, by: sm2.key, bytes)
  }

  private static func verifies(_ signature: String, by key: String, _ bytes: [UInt8]) -> Bool {
    guard let key = [UInt8](hex: key).flatMap({ PublicKey(bytes: $0) }),
      let signature = [UInt8](hex: signature)
    else { return false }
    return key.verifies(signature, over: bytes)
  }

  private static func verifiesSM2(_ signature: String, by pem: String, _ bytes: [UInt8]) -> Bool {
    guard let key = SM2PublicKey(pem: pem), let signature = [UInt8](hex: signature) else { return false }
    return key.verifies(signature, over: bytes)
  }
}

extension RetiredKey {
  /// The key as checkpoints know it; nil for what is no key.
  package func noteKey(_ name: String) -> NoteKey? {
    guard let key = [UInt8](hex: key).flatMap({ PublicKey(bytes: $0) }) else { return nil }
    return try? NoteKey(name: name, key: key)
  }
}
