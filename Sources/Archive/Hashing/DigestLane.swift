/// A file on its way through a lane: the piece that was read and is not hashed yet.
final class DigestLane {
  let job: DigestJob
  private let source: any DigestSource
  private var sha256 = DigestStream(.sha256)
  private var done = 0
  /// Where in the buffer what SM3 has not taken in of the piece stands, in whole blocks.
  private(set) var waiting = 0..<0

  init(_ job: DigestJob) throws {
    self.job = job
    source = try job.open()
  }

  /// Whether nothing is left, neither in the file nor in the piece.
  private(set) var isRead = false

  /// How many bytes of a buffer a piece of this size may take with its padding.
  static func room(for piece: Int) -> Int { SM3Lanes.padded(piece) }

  /// Reads the next piece to `start` in `buffer`, hashes it by SHA-256, and pads it where the file ends.
  func read(into buffer: inout [UInt8], at start: Int, most piece: Int) throws {
    let part = start..<start + min(piece, job.size - done)
    try source.read(into: &buffer, part, at: done)
    sha256.update(buffer.span.extracting(part))
    done += part.count
    isRead = done == job.size
    if isRead { SM3Lanes.pad(&buffer, after: part, size: job.size) }
    waiting = start..<start + (isRead ? SM3Lanes.padded(part.count) : part.count)
  }

  /// SM3 has taken in so many more bytes.
  func advance(by count: Int) { waiting = waiting.dropFirst(count) }

  /// SHA-256 of the whole file.
  func finish() -> Digest {
    var whole = DigestStream(.sha256)
    swap(&whole, &sha256)
    return whole.finish()
  }
}
