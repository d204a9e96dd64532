import Dispatch
import Synchronization

/// The same work on many pieces by as many threads as there are processors; a fault stops all of them.
struct ParallelWork<Piece: Sendable, Outcome: Sendable>: Sendable {
  private struct State: Sendable {
    var pieces: [Piece]
    var outcomes: [Outcome] = []
    var fault: (any Error)?
  }

  /// The outcomes, in no particular order.
  ///
  /// - Throws: The first fault of any piece.
  static func run(_ pieces: [Piece], _ work: @Sendable (Piece) throws -> Outcome) throws -> [Outcome] {
    let state = Mutex(State(pieces: pieces.reversed()))
    let threads = min(pieces.count, max(2, ProcessorCount.online))
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while let piece = state.withLock({ $0.fault == nil ? $0.pieces.popLast() : nil }) {
        do {
          let outcome = try work(piece)
          state.withLock { $0.outcomes.append(outcome) }
        } catch {
          state.withLock { $0.fault = $0.fault ?? error }
        }
      }
    }
    let end = state.withLock { $0 }
    if let fault = end.fault { throw fault }
    return end.outcomes
  }
}
