import Dispatch
import Foundation
import Synchronization

/// A file read and hashed piece by piece, always one piece ahead of whoever sends them.
///
/// While a piece is on its way, the next one is read on another thread, so that the network never waits for a hash.
final class PieceReader: Sendable {
  /// A piece of the file with its SHA-256.
  struct Piece: Sendable {
    let range: Range<Int>
    let bytes: [UInt8]
    let digest: Digest
  }

  private let file: File
  private let ranges: [Range<Int>]
  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "pieces of a file")

  private struct State: ~Copyable {
    var ready: [Int: Result<Piece, FileFault>] = [:]
    var digests = PieceDigests()
  }

  /// - Parameters:
  ///   - url: The file.
  ///   - size: Its bytes.
  ///   - piece: Bytes of a piece, in whole blocks of SHA-256.
  /// - Throws: `FileFault` when the file cannot be opened.
  init(_ url: URL, size: Int, piece: Int) throws(FileFault) {
    precondition(piece.isMultiple(of: DigestBlock.size))
    file = try File(url.path, .read)
    ranges = stride(from: 0, to: max(size, 1), by: piece).map { $0..<min($0 + piece, size) }
    state = Mutex(State())
    readAhead(0)
  }

  var count: Int { ranges.count }

  /// The pieces in their order, each to be asked for once.
  ///
  /// - Throws: `FileFault`, also when the file has become shorter.
  func piece(_ index: Int) throws(FileFault) -> Piece {
    queue.sync {}
    guard let piece = state.withLock({ $0.ready.removeValue(forKey: index) }) else {
      throw FileFault(operation: "read all of", path: file.path, code: EIO)
    }
    readAhead(index + 1)
    return try piece.get()
  }

  /// SHA-256 of all pieces together, after the last one.
  func whole() -> Digest { state.withLock { $0.digests.whole() } }

  private func readAhead(_ index: Int) {
    guard index < ranges.count else { return }
    queue.async { [self] in
      let bytes = Result { () throws(FileFault) in try read(ranges[index]) }
      state.withLock { state in
        state.ready[index] = bytes.map {
          Piece(range: ranges[index], bytes: $0, digest: state.digests.take($0))
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
