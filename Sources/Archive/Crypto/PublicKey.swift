import Ballot
import COpenSSL

/// An Ed25519 public key (RFC 8032).
package struct PublicKey: Hashable, Sendable {
  /// The length of a raw key, in bytes.
  package static let size = 32

  /// The raw key.
  package let bytes: [UInt8]

  /// The key with these 32 bytes; nil for any other length, and for the points that are nobody's key.
  package init?(bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == Self.size, !Self.isOfSmallOrder(bytes) else { return nil }
    self.bytes = bytes
  }

  init(checked bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether `signature` is this key's signature over `message`.
  package func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    guard signature.count == Self.signatureSize, let key = KeyHandle(publicKey: bytes) else { return false }
    return key.verifies(signature, over: message)
  }

  /// The length of a signature, in bytes.
  package static let signatureSize = 64

  /// The twelve bytes of DER before the raw key in a SubjectPublicKeyInfo (RFC 8410 §4).
  private static let derPrefix: [UInt8] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  /// The key as PEM SubjectPublicKeyInfo (RFC 8410, RFC 7468), as openssl reads and writes it.
  package var pem: String {
    "-----BEGIN PUBLIC KEY-----\n\((Self.derPrefix + bytes).base64)\n-----END PUBLIC KEY-----\n"
  }

  /// The key in a PEM text exactly as `pem` writes it; nil for anything else.
  package init?(pem: some StringProtocol) {
    let lines = pem.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, let der = [UInt8](base64: lines[1]), der.starts(with: Self.derPrefix),
      let key = PublicKey(bytes: der.dropFirst(Self.derPrefix.count)), key.pem == pem
    else { return nil }
    self = key
  }
}

extension PublicKey {
  /// Whether these bytes are a point of order 1, 2, 4 or 8, in any spelling.
  ///
  /// Under such a “key” anybody makes signatures that libcrypto finds good (RFC 8032 leaves that to the caller).
  fileprivate static func isOfSmallOrder(_ bytes: [UInt8]) -> Bool {
    smallOrder.contains(Array(bytes.dropLast()) + [(bytes.last ?? 0) & 0x7f])
  }

  /// Their y coordinates, little-endian, with those that are spelled beyond the prime.
  private static let smallOrder: Set<[UInt8]> = {
    let ends = [0xec, 0xed, 0xee].map { [UInt8($0)] + [UInt8](repeating: 0xff, count: 30) + [0x7f] }
    let starts = [0, 1].map { [UInt8($0)] + [UInt8](repeating: 0, count: 31) }
    let eighths = [
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    ]
    return Set(starts + ends + eighths.compactMap { [UInt8](hex: $0) })
  }()
}
