/// The signature over `tagmanifest-sha256.txt` in the spellings of openssl, minisign and signify.
enum SealSignature {
  /// The key as minisign and signify read it: "Ed", a key number, the key.
  static func publicKeyFile(_ key: NoteKey) -> String {
    "untrusted comment: \(key.name) public key\n\((algorithm + number(key.key) + key.key.bytes).base64)\n"
  }

  /// A signature as signify reads it.
  static func signify(_ signature: [UInt8], by key: PublicKey) -> String {
    "untrusted comment: verify with keys/kiosk.signify.pub\n\((algorithm + number(key) + signature).base64)\n"
  }

  /// A signature as minisign reads it, all but the last line; minisign signs a comment too.
  static func minisignHead(_ signature: [UInt8], by key: PublicKey, folder: String) -> String {
    signify(signature, by: key) + "trusted comment: \(comment(folder))\n"
  }

  /// What the last line of a minisign signature signs.
  static func minisignTail(_ signature: [UInt8], folder: String) -> [UInt8] {
    signature + Array(comment(folder).utf8)
  }

  private static func comment(_ folder: String) -> String { "tagmanifest-sha256.txt of \(folder)" }

  private static let algorithm = Array("Ed".utf8)

  /// A number that only helps tools to find the right key: the first eight bytes of the key's SHA-256.
  private static func number(_ key: PublicKey) -> [UInt8] {
    Array(Digest.of(key.bytes).bytes.prefix(8))
  }
}
