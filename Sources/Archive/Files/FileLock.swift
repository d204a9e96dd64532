package import Foundation
import Glibc

/// A lock on a file that ends with the process that holds it, however that ends.
package struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Nil when another process holds it.
  ///
  /// - Throws: `FileFault`.
  package init?(_ url: URL) throws {
    let opened = unsafe open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw FileFault(last: "open", path: url.path) }
    descriptor = opened
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    return nil
  }

  deinit { close(descriptor) }
}
