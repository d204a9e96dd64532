import COpenSSL

/// An Ed25519 key held by libcrypto; or an SM2 key, see `KeyHandle+SM2`.
// Sendable: the EVP_PKEY never changes after init, and libcrypto counts its references under its own lock.
@safe final class KeyHandle: @unchecked Sendable {
  let key: OpaquePointer

  init?(seed: [UInt8]) {
    let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
    guard let key = unsafe key else { return nil }
    unsafe self.key = unsafe key
  }

  /// The owner from now on of a key that libcrypto made.
  init(takingOver key: OpaquePointer) { unsafe self.key = unsafe key }

  init?(publicKey: [UInt8]) {
    let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, publicKey.count)
    guard let key = unsafe key else { return nil }
    unsafe self.key = unsafe key
  }

  deinit {
    unsafe EVP_PKEY_free(key)
  }

  func rawPublicKey() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: PublicKey.size)
    var count = bytes.count
    unsafe EVP_PKEY_get_raw_public_key(key, &bytes, &count)
    return bytes
  }

  func rawSeed() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: SecretKey.size)
    var count = bytes.count
    unsafe EVP_PKEY_get_raw_private_key(key, &bytes, &count)
    return bytes
  }

  func sign(_ message: [UInt8]) -> [UInt8]? {
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    defer { unsafe EVP_MD_CTX_free(context) }
    var signature = [UInt8](repeating: 0, count: PublicKey.signatureSize)
    var count = signature.count
    guard unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
      unsafe EVP_DigestSign(context, &signature, &count, message, message.count) == 1
    else { return nil }
    return signature
  }

  func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    guard let context = unsafe EVP_MD_CTX_new() else { return false }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else { return false }
    return unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }
}
