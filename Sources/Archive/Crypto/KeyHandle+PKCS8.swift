import COpenSSL

extension KeyHandle {
  /// scrypt's parameters: openssl reads no file that needs more than 32 MiB, so time is bought with p, not with N.
  private static let scrypt = (cost: UInt64(1 << 14), block: UInt64(8), parallel: UInt64(5))

  /// For a passphrase that nobody could guess anyway.
  private static let lightScrypt = (cost: UInt64(1 << 10), block: UInt64(8), parallel: UInt64(1))

  /// The key as encrypted PKCS #8 in PEM: PBES2 (RFC 8018) of scrypt (RFC 7914) and AES-256-CBC.
  ///
  /// One of 256 random bits (`isRandom`) need not be hard to try.
  func pkcs8(passphrase: String, salt: [UInt8], isRandom: Bool = false) -> [UInt8]? {
    let scrypt = isRandom ? Self.lightScrypt : Self.scrypt
    var salt = salt
    guard let info = unsafe EVP_PKEY2PKCS8(key) else { return nil }
    defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
    let made = unsafe PKCS5_pbe2_set_scrypt(
      EVP_aes_256_cbc(), &salt, Int32(salt.count), nil, scrypt.cost, scrypt.block,
      scrypt.parallel)
    guard let algorithm = unsafe made else { return nil }
    let text = passphrase.utf8.map { CChar(bitPattern: $0) }
    guard let sealed = unsafe PKCS8_set0_pbe(text, Int32(text.count), info, algorithm) else {
      unsafe X509_ALGOR_free(algorithm)
      return nil
    }
    defer { unsafe X509_SIG_free(sealed) }
    return unsafe Self.bytes { unsafe PEM_write_bio_PKCS8($0, sealed) == 1 }
  }

  /// The key in an encrypted PKCS #8 file; nil for another passphrase, another kind of key or a damaged file.
  convenience init?(pkcs8 pem: [UInt8], passphrase: String) {
    self.init(pkcs8: pem, passphrase: passphrase, kind: "ED25519")
  }

  /// The key of a kind that libcrypto knows by this name.
  convenience init?(pkcs8 pem: [UInt8], passphrase: String, kind: String) {
    guard let bio = unsafe BIO_new_mem_buf(pem, Int32(pem.count)) else { return nil }
    defer { unsafe BIO_free(bio) }
    var text = Array(passphrase.utf8CString)
    let key = unsafe text.withUnsafeMutableBytes {
      unsafe PEM_read_bio_PrivateKey(bio, nil, nil, $0.baseAddress)
    }
    ERR_clear_error()
    unsafe self.init(takingOver: key, kind: kind)
  }

  /// The owner of a key that libcrypto read; nil for none and for another kind, which is freed.
  convenience init?(takingOver key: OpaquePointer?, kind: String) {
    guard let key = unsafe key else { return nil }
    guard unsafe EVP_PKEY_is_a(key, kind) == 1 else {
      unsafe EVP_PKEY_free(key)
      return nil
    }
    unsafe self.init(takingOver: key)
  }

  /// What a writer puts into memory.
  static func bytes(_ write: (OpaquePointer) -> Bool) -> [UInt8]? {
    guard let bio = unsafe BIO_new(BIO_s_mem()) else { return nil }
    defer { unsafe BIO_free(bio) }
    guard unsafe write(bio) else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe BIO_read(bio, &bytes, Int32(bytes.count))
    return count > 0 ? Array(bytes.prefix(Int(count))) : nil
  }
}
