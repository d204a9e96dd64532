package import Ballot
package import Foundation

extension KeyStore {
  private static let current = "kiosk.key"
  private static let next = "kiosk-next.key"
  private static let old = "kiosk-old.key"

  /// Makes the key that is to follow the kiosk key; it signs nothing yet.
  ///
  /// - Returns: What the journal has to record before `adoptNext` may be called.
  package func prepareRotation(
    in directory: URL, reason: String, passphrase: String? = nil, cost: Int? = nil
  ) throws -> KeyRotated {
    let path = directory.appending(path: Self.next).path
    try FileSystem.wipe(path)
    let key = try SecretKey()
    _ = try KeyFile(path: path)
      .create(key, name: name, passphrase: passphrase, cost: cost ?? PassphraseSeal.usualCost)
    let (previous, new) = (kiosk.publicKey.bytes.hex, key.publicKey.bytes.hex)
    let bytes = KeyRotated.bytes(previous: previous, new: new)
    return KeyRotated(
      kioskKey: new, previous: previous, byPrevious: try kiosk.sign(bytes).hex,
      byNew: try key.sign(bytes).hex,
      reason: reason)
  }

  /// Puts the next key in the place of the kiosk key if it is the one that the journal has recorded, and wipes the old one.
  ///
  /// A power cut at any point leaves a state that the next call finishes.
  ///
  /// - Returns: The keys as they are now; nil when there is nothing to adopt.
  package static func adoptNext(
    _ key: String, in directory: URL, passphrase: String? = nil
  ) throws -> KeyStore? {
    let file = { (name: String) in directory.appending(path: name).path }
    try FileSystem.wipe(file(old))
    guard let waiting = try KeyFile(path: file(next)).load(passphrase: passphrase),
      waiting.key.publicKey.bytes.hex == key
    else { return nil }
    _ = try FileSystem.link(file(current), as: file(old))
    try FileSystem.rename(file(next), to: file(current))
    try FileSystem.syncDirectory(directory.path)
    try FileSystem.wipe(file(old))
    return try KeyStore(directory: directory, passphrase: passphrase)
  }
}

extension KeyRotated {
  /// Whether both keys have signed it.
  package var isGenuine: Bool {
    let bytes = Self.bytes(previous: previous, new: kioskKey)
    return Self.verifies(byPrevious, by: previous, bytes) && Self.verifies(byNew, by: kioskKey, bytes)
  }

  private static func verifies(_ signature: String, by key: String, _ bytes: [UInt8]) -> Bool {
    guard let key = [UInt8](hex: key).flatMap({ PublicKey(bytes: $0) }),
      let signature = [UInt8](hex: signature)
    else { return false }
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
