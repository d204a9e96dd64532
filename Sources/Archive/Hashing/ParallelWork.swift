import Dispatch
import Synchronization

/// Pieces of work handed out to several threads; a fault in one thread stops all of them.
enum ParallelWork {
  private struct State<Piece: Sendable, Outcome: Sendable>: Sendable {
    var pieces: [Piece]
    var outcomes: [Outcome] = []
    var fault: (any Error)?

    mutating func next() -> Piece? { fault == nil ? pieces.popLast() : nil }
  }

  /// Runs `work` once on each thread; it takes pieces by `next`, in their order, until there are no more.
  ///
  /// - Returns: The outcome of each thread.
  /// - Throws: The first fault of any thread.
  static func run<Piece: Sendable, Outcome: Sendable>(
    _ pieces: [Piece], threads: Int, _ work: @Sendable (_ next: () -> Piece?) throws -> Outcome
  ) throws -> [Outcome] {
    let state = Mutex(State<Piece, Outcome>(pieces: pieces.reversed()))
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      do {
        let outcome = try work { state.withLock { $0.next() } }
        state.withLock { $0.outcomes.append(outcome) }
      } catch {
        state.withLock { $0.fault = $0.fault ?? error }
      }
    }
    let end = state.withLock { $0 }
    if let fault = end.fault { throw fault }
    return end.outcomes
  }
}
