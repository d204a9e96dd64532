import Ballot
import COpenSSL

/// MD5 (RFC 1321), which S3 servers give as a part's ETag; no security rests on it.
enum MD5 {
  /// The digest as hex digits; empty where the library has no MD5.
  static func hex(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 16)
    var size: UInt32 = 0
    let done = unsafe EVP_Digest(bytes, bytes.count, &digest, &size, EVP_md5(), nil)
    return done == 1 ? digest.hex : ""
  }
}
