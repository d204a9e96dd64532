/// A file on its way through a lane: the piece that was read and is not hashed yet.
final class DigestLane {
  let job: DigestJob
  private let source: any DigestSource
  private var done = 0
  /// Where in the buffer what SM3 has not taken in of the piece stands, in whole blocks.
  private(set) var waiting = 0..<0
  /// SHA-256 by the library, where no instructions of the processor are used.
  private var library: DigestStream?

  /// Whether nothing is left, neither in the file nor in the piece.
  private(set) var isRead = false

  /// - Parameters:
  ///   - job: The file.
  ///   - byLibrary: Whether the lane itself takes SHA-256, by the library.
  /// - Throws: What opening the file throws.
  init(_ job: DigestJob, byLibrary: Bool) throws {
    self.job = job
    library = byLibrary ? DigestStream(.sha256) : nil
    source = try job.open()
  }

  /// How many bytes of a buffer a piece of this size may take with its padding.
  static func room(for piece: Int) -> Int { DigestBlock.padded(piece) }

  /// Reads the next piece to `start` in `buffer`, and pads it where the file ends.
  func read(into buffer: inout [UInt8], at start: Int, most piece: Int) throws {
    let part = start..<start + min(piece, job.size - done)
    try source.read(into: &buffer, part, at: done)
    done += part.count
    isRead = done == job.size
    if isRead { DigestBlock.pad(&buffer, after: part, length: job.size) }
    waiting = start..<start + (isRead ? DigestBlock.padded(part.count) : part.count)
    library?.update(buffer.span.extracting(part))
  }

  /// SM3 has taken in so many more bytes.
  func advance(by count: Int) { waiting = waiting.dropFirst(count) }

  /// SHA-256 of the whole file by the library.
  func finish() -> Digest? { library.take()?.finish() }
}
