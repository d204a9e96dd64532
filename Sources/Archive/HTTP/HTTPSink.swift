/// A new file that takes in an answer's body and hashes it on the way.
final class HTTPSink {
  private let file: File
  private var digest = DigestStream(.sha256)
  private(set) var size = 0

  init(creating path: String) throws(FileFault) {
    try FileSystem.remove(path)
    file = try File(path, .create(permissions: 0o600))
  }

  func take(_ bytes: borrowing Span<UInt8>) throws(FileFault) {
    try file.write(bytes, at: size)
    digest.update(bytes)
    size += bytes.count
  }

  /// Makes what came survive a power cut; the answer is its SHA-256.
  func finish() throws(FileFault) -> Digest {
    try file.sync()
    var whole = DigestStream(.sha256)
    swap(&whole, &digest)
    return whole.finish()
  }
}
