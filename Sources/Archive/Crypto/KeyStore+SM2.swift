package import Foundation

extension KeyStore {
  static let sm2File = "sm2.key"

  /// Makes the SM2 key that signs bundles beside the kiosk key, unless there is one.
  ///
  /// - Returns: The keys with it.
  /// - Throws: `CryptoError` or `FileFault`.
  package static func withSM2(in directory: URL, passphrase: String? = nil) throws -> KeyStore {
    let path = directory.appending(path: sm2File).path
    if !FileSystem.exists(path) { _ = try SM2SecretKey().create(at: path, passphrase: passphrase) }
    return try KeyStore(directory: directory, passphrase: passphrase)
  }
}
