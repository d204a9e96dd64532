import COpenSSL

/// SM2 with SM3 through libcrypto, under the usual name of the signer.
extension KeyHandle {
  /// A new random key.
  static func newSM2() -> KeyHandle? {
    guard let context = unsafe EVP_PKEY_CTX_new_from_name(nil, "SM2", nil) else { return nil }
    defer { unsafe EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard unsafe EVP_PKEY_keygen_init(context) == 1, unsafe EVP_PKEY_generate(context, &key) == 1,
      let key = unsafe key
    else { return nil }
    return unsafe KeyHandle(takingOver: key)
  }

  /// The public key in a PEM text; nil for another kind of key or a damaged text.
  convenience init?(sm2PEM pem: String) {
    let bytes = Array(pem.utf8)
    guard let bio = unsafe BIO_new_mem_buf(bytes, Int32(bytes.count)) else { return nil }
    defer { unsafe BIO_free(bio) }
    let key = unsafe PEM_read_bio_PUBKEY(bio, nil, nil, nil)
    ERR_clear_error()
    unsafe self.init(takingOver: key, kind: "SM2")
  }

  /// The public half in PEM.
  func sm2PEM() -> String? {
    let bytes = unsafe Self.bytes { unsafe PEM_write_bio_PUBKEY($0, key) == 1 }
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The key as PKCS #8 in PEM, for a file that the owner alone may read.
  func plainPKCS8() -> [UInt8]? {
    unsafe Self.bytes { unsafe PEM_write_bio_PKCS8PrivateKey($0, key, nil, nil, 0, nil, nil) == 1 }
  }

  /// A signature in DER: 70 to 72 bytes, seldom fewer.
  func signSM2(_ message: [UInt8]) -> [UInt8]? {
    unsafe withSM2Context { context in
      var signature = [UInt8](repeating: 0, count: 128)
      var count = signature.count
      guard unsafe EVP_DigestSignInit(context, nil, EVP_sm3(), nil, key) == 1,
        unsafe EVP_DigestSign(context, &signature, &count, message, message.count) == 1
      else { return nil }
      return Array(signature.prefix(count))
    }
  }

  func verifiesSM2(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    let verified = unsafe withSM2Context { context in
      unsafe EVP_DigestVerifyInit(context, nil, EVP_sm3(), nil, key) == 1
        && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
    ERR_clear_error()
    return verified ?? false
  }

  private func withSM2Context<Result>(_ body: (OpaquePointer) -> Result?) -> Result? {
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard let settings = unsafe EVP_PKEY_CTX_new(key, nil) else { return nil }
    defer { unsafe EVP_PKEY_CTX_free(settings) }
    let name = SM2PublicKey.signer
    guard unsafe EVP_PKEY_CTX_set1_id(settings, name, Int32(name.count)) == 1 else { return nil }
    unsafe EVP_MD_CTX_set_pkey_ctx(context, settings)
    return unsafe body(context)
  }
}
