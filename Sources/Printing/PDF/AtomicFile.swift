import Glibc

/// A file that appears under its name only when it is complete and on the disk.
///
/// The bytes go to a temporary neighbour, which `commit()` flushes and renames. A file that is dropped before
/// that leaves nothing behind.
@safe final class AtomicFile {
  private let path: String
  private let temporary: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var fault: Int32 = 0

  init(path: String) throws(PDFError) {
    self.path = path
    temporary = "\(path).\(getpid()).tmp"
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    buffer.reserveCapacity(AtomicFile.bufferSize)
    guard descriptor >= 0 else { throw AtomicFile.error(path, errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unsafe unlink(temporary)
  }

  private static let bufferSize = 1 << 18

  /// Takes more bytes; false when the disk refused some, now or before.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe buffer.append(contentsOf: bytes)
    if buffer.count >= AtomicFile.bufferSize { flush() }
    return fault == 0
  }

  /// Puts the whole file under its name.
  func commit() throws(PDFError) {
    flush()
    if fault == 0, fsync(descriptor) != 0 { fault = errno }
    if close(descriptor) != 0, fault == 0 { fault = errno }
    descriptor = -1
    if fault == 0, unsafe rename(temporary, path) != 0 { fault = errno }
    guard fault == 0 else {
      unsafe unlink(temporary)
      throw AtomicFile.error(path, fault)
    }
    syncDirectory()
  }

  private func flush() {
    guard fault == 0, !buffer.isEmpty else { return }
    var done = 0
    while done < buffer.count {
      let count = unsafe buffer.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        fault = count < 0 ? errno : ENOSPC
        break
      }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Makes the new name itself survive a power cut.
  private func syncDirectory() {
    let slash = path.lastIndex(of: "/")
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let handle = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  private static func error(_ path: String, _ code: Int32) -> PDFError {
    code == ENOSPC || code == EDQUOT ? .diskFull(path: path) : .cannotWrite(path: path, code: code)
  }
}
