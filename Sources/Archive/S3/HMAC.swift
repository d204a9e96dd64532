/// HMAC-SHA256 (RFC 2104).
enum HMAC {
  static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    let block = 64
    let short = key.count > block ? Digest.of(key).bytes : key
    let padded = short + [UInt8](repeating: 0, count: block - short.count)
    let inner = Digest.of(padded.map { $0 ^ 0x36 } + message).bytes
    return Digest.of(padded.map { $0 ^ 0x5c } + inner).bytes
  }

  static func sha256(_ message: String, key: [UInt8]) -> [UInt8] { sha256(Array(message.utf8), key: key) }
}
