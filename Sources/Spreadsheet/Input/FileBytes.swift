import Glibc

/// Reads files through the system's own calls.
enum FileBytes {
  /// The size of a regular file.
  static func size(of path: String) throws(SpreadsheetError) -> Int {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    return Int(status.st_size)
  }

  /// At most the first `count` bytes of a file.
  static func read(_ path: String, count: Int) throws(SpreadsheetError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
    defer { close(descriptor) }
    let wanted = min(count, try size(of: path))
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      while filled < wanted {
        let got = unsafe Glibc.read(
          descriptor, buffer.baseAddress.map { unsafe $0 + filled }, wanted - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { return }
        filled += got
      }
    }
    guard failure == 0 else { throw .unreadable(path: path, errno: failure) }
    return bytes
  }
}
