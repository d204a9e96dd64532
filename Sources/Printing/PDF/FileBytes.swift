import Glibc

/// Reads small files.
enum FileBytes {
  /// The bytes of a file of at most `most` bytes; nil when it cannot be read or is larger.
  static func read(_ path: String, most: Int) -> [UInt8]? {
    let handle = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return nil }
    defer { close(handle) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe block.withUnsafeMutableBytes { unsafe Glibc.read(handle, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      guard count > 0, bytes.count + count <= most else { return nil }
      bytes.append(contentsOf: block[0..<count])
    }
  }
}
