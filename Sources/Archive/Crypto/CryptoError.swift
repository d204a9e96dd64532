/// What the cryptographic library, or a key file, refused.
package enum CryptoError: Error, Hashable, Sendable, CustomStringConvertible {
  /// libcrypto refused a call that cannot fail on good input.
  case libraryRefused(call: String)
  /// The key file is not in the format of docs/formats/journal.md.
  case malformedKeyFile(path: String)
  /// The key file is encrypted and no passphrase was given.
  case passphraseNeeded(path: String)
  /// The passphrase does not open the key file, or the file was changed.
  case wrongPassphrase(path: String)
  /// The key file is sealed by the protection of the box's keys, and nothing has opened that.
  case locked(path: String)
  /// The key file can be read by other users of the machine.
  case keyFileIsOpenToOthers(path: String)
  /// There is a key file already, which is never overwritten.
  case keyExists(path: String)
  /// A name for a key may not be empty or hold a space, a plus sign or a control character.
  case unusableKeyName(String)

  package var description: String {
    switch self {
    case .libraryRefused(let call): "The cryptographic library refused \(call)."
    case .malformedKeyFile(let path): "The key file \(path) is damaged or is not a key file."
    case .passphraseNeeded(let path): "The key file \(path) needs its passphrase."
    case .wrongPassphrase(let path): "The passphrase does not open the key file \(path)."
    case .locked(let path): "The key file \(path) is locked; unlock the keys."
    case .keyFileIsOpenToOthers(let path): "The key file \(path) can be read by others; set its mode to 0600."
    case .keyExists(let path): "There is a key file \(path) already; it is not overwritten."
    case .unusableKeyName(let name): "“\(name)” cannot name a key: no spaces, no plus sign, not empty."
    }
  }
}
