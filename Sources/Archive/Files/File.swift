import Glibc

/// An open file.
struct File: ~Copyable {
  let descriptor: Int32
  let path: String

  /// How a file is opened.
  enum Mode {
    /// An existing file; a pipe in its place is not waited for.
    case read
    /// A new file; it must not exist.
    case create(permissions: mode_t)
    /// An existing file, for overwriting in place.
    case update
    /// A directory, for syncing its entries.
    case directory
  }

  init(_ path: String, _ mode: Mode) throws(FileFault) {
    let common = O_CLOEXEC
    descriptor =
      switch mode {
      case .read: unsafe open(path, O_RDONLY | O_NONBLOCK | common)
      case .create(let permissions): unsafe open(path, O_RDWR | O_CREAT | O_EXCL | common, permissions)
      case .update: unsafe open(path, O_RDWR | O_NOFOLLOW | common)
      case .directory: unsafe open(path, O_RDONLY | O_DIRECTORY | common)
      }
    self.path = path
    guard descriptor >= 0 else { throw FileFault(last: "open", path: path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The size in bytes; only of a regular file.
  func size() throws(FileFault) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileFault(last: "examine", path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileFault(operation: "read as a plain file", path: path, code: EINVAL)
    }
    return Int(status.st_size)
  }

  /// Makes what was written survive a power cut.
  func sync() throws(FileFault) {
    guard fsync(descriptor) == 0 else { throw FileFault(last: "sync", path: path) }
  }

  /// Takes the room for `size` bytes, all zeros at first, so that a full disk shows before the work.
  func reserve(_ size: Int) throws(FileFault) {
    let code = posix_fallocate(descriptor, 0, off_t(size))
    guard code == 0 else { throw FileFault(operation: "find room for", path: path, code: code) }
  }

  /// Writes all of `bytes` at `offset`.
  func write(_ bytes: borrowing Span<UInt8>, at offset: Int) throws(FileFault) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBufferPointer {
        unsafe pwrite(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done, off_t(offset + done))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw FileFault(last: "write", path: path) }
      done += count
    }
  }

  func write(_ bytes: [UInt8], at offset: Int) throws(FileFault) {
    try write(bytes.span, at: offset)
  }

  /// Fills the start of `buffer` from `offset` on; the answer is the count, less than its size only at the end.
  func read(into buffer: inout [UInt8], limit: Int, at offset: Int) throws(FileFault) -> Int {
    try read(into: &buffer, 0..<min(limit, buffer.count), at: offset)
  }

  /// Fills `range` of `buffer` from `offset` on; the answer is the count, less than its size only at the end.
  func read(into buffer: inout [UInt8], _ range: Range<Int>, at offset: Int) throws(FileFault) -> Int {
    precondition(buffer.startIndex <= range.lowerBound && range.upperBound <= buffer.endIndex)
    let wanted = range.count
    var done = 0
    while done < wanted {
      let place = range.lowerBound + done
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(descriptor, $0.baseAddress?.advanced(by: place), wanted - done, off_t(offset + done))
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileFault(last: "read", path: path) }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Exactly `count` bytes from `offset` on, or fewer where the file ends.
  func bytes(at offset: Int, count: Int) throws(FileFault) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let read = try read(into: &buffer, limit: count, at: offset)
    return Array(buffer.prefix(read))
  }

  /// Calls `body` with each piece of `range` in turn; the answer is how many bytes there were.
  func forEachPiece(
    from start: Int, count: Int, size: Int = 1 << 20, _ body: (borrowing Span<UInt8>) throws -> Void
  ) throws -> Int {
    var buffer = [UInt8](repeating: 0, count: min(size, max(count, 1)))
    var done = 0
    while done < count {
      let read = try read(into: &buffer, limit: count - done, at: start + done)
      if read == 0 { break }
      try body(buffer.span.extracting(0..<read))
      done += read
    }
    return done
  }
}
