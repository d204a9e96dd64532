import COpenSSL

/// AES-256-GCM under one key and one nonce (SP 800-38D).
@safe struct Cipher: ~Copyable {
  private let context: OpaquePointer
  private let key: [UInt8]
  private let nonce: [UInt8]

  init(key: [UInt8], nonce: [UInt8]) throws(CryptoError) {
    guard let context = unsafe EVP_CIPHER_CTX_new() else { throw .libraryRefused(call: "EVP_CIPHER_CTX_new") }
    unsafe self.context = unsafe context
    self.key = key
    self.nonce = nonce
  }

  deinit {
    unsafe EVP_CIPHER_CTX_free(context)
  }

  /// The ciphertext of `plain` and its tag; `context` is authenticated with it.
  func encrypt(_ plain: [UInt8], context authenticated: [UInt8]) throws(CryptoError) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: plain.count)
    var tag = [UInt8](repeating: 0, count: PassphraseSeal.tagSize)
    var count: Int32 = 0
    let done =
      unsafe EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1
      && EVP_EncryptUpdate(context, nil, &count, authenticated, Int32(authenticated.count)) == 1
      && EVP_EncryptUpdate(context, &output, &count, plain, Int32(plain.count)) == 1
      && EVP_EncryptFinal_ex(context, nil, &count) == 1
      && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tag.count), &tag) == 1
    guard done else { throw .libraryRefused(call: "AES-256-GCM") }
    return output + tag
  }

  /// The plaintext; nil when anything was changed.
  func decrypt(_ sealed: [UInt8], context authenticated: [UInt8]) throws(CryptoError) -> [UInt8]? {
    guard sealed.count >= PassphraseSeal.tagSize else { return nil }
    let cipher = Array(sealed.dropLast(PassphraseSeal.tagSize))
    var tag = Array(sealed.suffix(PassphraseSeal.tagSize))
    var output = [UInt8](repeating: 0, count: cipher.count)
    var count: Int32 = 0
    let done =
      unsafe EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1
      && EVP_DecryptUpdate(context, nil, &count, authenticated, Int32(authenticated.count)) == 1
      && EVP_DecryptUpdate(context, &output, &count, cipher, Int32(cipher.count)) == 1
      && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag) == 1
    guard done else { throw .libraryRefused(call: "AES-256-GCM") }
    return unsafe EVP_DecryptFinal_ex(context, nil, &count) == 1 ? output : nil
  }
}
