import Glibc

/// A refusal by the file system: what was tried, on what, and the system's error number.
package struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let operation: String
  package let path: String
  /// The system's error number, such as ENOSPC.
  package let code: Int32

  package init(operation: String, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  init(last operation: String, path: String) {
    self.init(operation: operation, path: path, code: errno)
  }

  /// Whether the disk, or the share of it that we may use, is full.
  package var diskIsFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }

  package var description: String {
    let reason = unsafe String(cString: strerror(code))
    return "Cannot \(operation) \(path): \(reason)."
  }
}
