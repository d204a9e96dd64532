/// One signature line of a signed note.
package struct NoteSignature: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  /// The key id, four bytes, and what the kind of key puts after it.
  package let bytes: [UInt8]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init?(parsing line: Substring) {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0] == "—", NoteKey.isUsable(name: String(fields[1])),
      let bytes = [UInt8](base64: fields[2]), bytes.count > 4
    else { return nil }
    self.init(name: String(fields[1]), bytes: bytes)
  }

  package var description: String { "— \(name) \(bytes.base64)" }

  /// The four bytes that tell the key.
  package var keyID: [UInt8] { Array(bytes.prefix(4)) }

  /// Whether `key` made this signature over a note's text.
  func isBy(_ key: NoteKey, over text: String) -> Bool {
    switch key.kind {
    case .note:
      return key.key.verifies(Array(bytes.dropFirst(4)), over: Array(text.utf8))
    case .cosignature:
      guard let time = time(for: key) else { return false }
      return key.key.verifies(
        Array(bytes.dropFirst(12)), over: Cosignature.message(over: text, atUnixTime: time))
    }
  }

  /// The time in a cosignature.
  func time(for key: NoteKey) -> UInt64? {
    guard key.kind == .cosignature, bytes.count == 12 + PublicKey.signatureSize else { return nil }
    return UInt64(bigEndian: bytes[4..<12])
  }
}
