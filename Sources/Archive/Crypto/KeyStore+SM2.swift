package import Foundation

extension KeyStore {
  static let sm2File = "sm2.key"
  static let nextSM2File = "sm2-next.key"

  /// Makes the SM2 key that signs bundles beside the kiosk key, unless there is one.
  ///
  /// - Returns: The keys with it.
  /// - Throws: `CryptoError` or `FileFault`.
  package static func withSM2(in directory: URL, passphrase: String? = nil) throws -> KeyStore {
    try KeyStore(directory: directory, passphrase: passphrase).withSM2(in: directory)
  }

  /// The keys with an SM2 key, which is made unless there is one.
  package func withSM2(in directory: URL) throws -> KeyStore {
    if sm2 != nil { return self }
    _ = try SM2SecretKey().create(at: directory.appending(path: Self.sm2File).path, lock)
    return try KeyStore(directory: directory, name: nil, lock)
  }
}
