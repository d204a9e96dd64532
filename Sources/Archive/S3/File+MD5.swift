import COpenSSL

extension File {
  /// MD5 of a part of the file, which S3 servers give as a part's ETag; no security rests on it.
  func md5(_ range: Range<Int>) throws(FileFault) -> String {
    let bytes = try bytes(at: range.lowerBound, count: range.count)
    var digest = [UInt8](repeating: 0, count: 16)
    var size: UInt32 = 0
    let done = unsafe EVP_Digest(bytes, bytes.count, &digest, &size, EVP_md5(), nil)
    return done == 1 ? digest.hex : ""
  }
}
