import COpenSSL

/// An SM2 public key (GB/T 32918.2-2016 on the curve of GB/T 32918.5-2017).
package struct SM2PublicKey: Hashable, Sendable {
  /// The key as PEM SubjectPublicKeyInfo, as openssl writes it.
  package let pem: String

  /// The name that is hashed with every message: the one of GM/T 0009-2012 for signers who have no other.
  static let signer = Array("1234567812345678".utf8)

  /// The length of a signature as this program makes it, in bytes of DER; openssl's have 70 to 72.
  static let signatureSize = 71

  /// The key in a PEM text exactly as openssl writes it; nil for anything else.
  package init?(pem: String) {
    guard let handle = KeyHandle(sm2PEM: pem), handle.sm2PEM() == pem else { return nil }
    self.pem = pem
  }

  init(checked pem: String) { self.pem = pem }

  /// Whether `signature`, in DER, is this key's over `message`, hashed by SM3.
  package func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    KeyHandle(sm2PEM: pem)?.verifiesSM2(signature, over: message) ?? false
  }
}
