import Dispatch
import Foundation
import Synchronization

/// A piece of a file with its SHA-256.
struct FilePiece: Sendable {
  let range: Range<Int>
  let bytes: [UInt8]
  let digest: Digest
}

/// A file read and hashed piece by piece, always some pieces ahead of whoever sends them.
///
/// While pieces are on their way, as many are read on another thread, so that the network never waits for a hash.
final class PieceReader: Sendable {
  private let file: File
  private let ranges: [Range<Int>]
  private let together: Int
  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "pieces of a file")

  private struct State: ~Copyable {
    var ready: Result<[FilePiece], FileFault> = .success([])
    var digests = PieceDigests()
  }

  /// - Parameters:
  ///   - url: The file.
  ///   - size: Its bytes.
  ///   - piece: Bytes of a piece, in whole blocks of SHA-256.
  ///   - together: How many pieces are given out at once.
  /// - Throws: `FileFault` when the file cannot be opened.
  init(_ url: URL, size: Int, piece: Int, together: Int) throws(FileFault) {
    precondition(piece.isMultiple(of: DigestBlock.size))
    file = try File(url.path, .read)
    ranges = stride(from: 0, to: max(size, 1), by: piece).map { $0..<min($0 + piece, size) }
    self.together = together
    state = Mutex(State())
    readAhead(0)
  }

  var count: Int { ranges.count }

  /// The first pieces of each batch.
  var batches: StrideTo<Int> { stride(from: 0, to: count, by: together) }

  /// The pieces of a batch; batches are asked for in their order, each once.
  ///
  /// - Throws: `FileFault`, also when the file has become shorter.
  func batch(_ first: Int) throws(FileFault) -> [FilePiece] {
    queue.sync {}
    let pieces = state.withLock { $0.ready }
    readAhead(first + together)
    return try pieces.get()
  }

  /// SHA-256 of all pieces together, after the last one.
  func whole() -> Digest { state.withLock { $0.digests.whole() } }

  private func readAhead(_ first: Int) {
    let batch = ranges[min(first, count)..<min(first + together, count)]
    queue.async { [self] in
      state.withLock { state in
        state.ready = Result { () throws(FileFault) in
          var pieces: [FilePiece] = []
          for range in batch {
            let bytes = try read(range)
            pieces.append(FilePiece(range: range, bytes: bytes, digest: state.digests.take(bytes)))
          }
          return pieces
        }
      }
    }
  }

  private func read(_ range: Range<Int>) throws(FileFault) -> [UInt8] {
    let bytes = try file.bytes(at: range.lowerBound, count: range.count)
    guard bytes.count == range.count else {
      throw FileFault(operation: "read all of", path: file.path, code: EIO)
    }
    return bytes
  }
}
