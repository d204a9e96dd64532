import Ballot

/// A public key with a name, as signed notes know it (C2SP signed-note, "vkey").
package struct NoteKey: Hashable, Sendable, CustomStringConvertible {
  /// What the key's signatures are over.
  package enum Kind: UInt8, Sendable {
    /// The note's text (C2SP signed-note, Ed25519).
    case note = 0x01
    /// A time and the note's text (C2SP tlog-cosignature, cosignature/v1).
    case cosignature = 0x04
  }

  package let name: String
  package let kind: Kind
  package let key: PublicKey

  /// - Throws: `CryptoError.unusableKeyName`.
  package init(name: String, kind: Kind = .note, key: PublicKey) throws(CryptoError) {
    guard Self.isUsable(name: name) else { throw .unusableKeyName(name) }
    self.init(checked: name, kind: kind, key: key)
  }

  init(checked name: String, kind: Kind, key: PublicKey) {
    self.name = name
    self.kind = kind
    self.key = key
  }

  /// The key in a text such as `kiosk+1a2b3c4d+AQ…`; nil for anything but its one spelling.
  package init?(vkey: some StringProtocol) {
    let parts = vkey.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, Self.isUsable(name: String(parts[0])),
      let bytes = [UInt8](base64: parts[2]), let type = bytes.first, let kind = Kind(rawValue: type),
      let key = PublicKey(bytes: bytes.dropFirst())
    else { return nil }
    self.init(checked: String(parts[0]), kind: kind, key: key)
    guard vkey == self.vkey else { return nil }
  }

  /// The key as one line of text: name, key id and base64 of type and key, joined by plus signs.
  package var vkey: String {
    "\(name)+\(id.hex)+\(([kind.rawValue] + key.bytes).base64)"
  }

  package var description: String { vkey }

  /// The four bytes before each signature that tell its key.
  package var id: [UInt8] {
    Array(Digest.of(Array(name.utf8) + [0x0a, kind.rawValue] + key.bytes).bytes.prefix(4))
  }

  /// Whether a name has neither spaces, nor plus signs, nor control characters, and is not empty.
  package static func isUsable(name: String) -> Bool {
    !name.isEmpty && name.beginsAnew
      && name.unicodeScalars.allSatisfy {
        $0 != "+" && !$0.properties.isWhitespace && $0.properties.generalCategory != .control
      }
  }
}
