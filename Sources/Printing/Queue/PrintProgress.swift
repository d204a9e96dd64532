/// How far a job is while it is on its way.
package enum PrintProgress: Sendable, Equatable {
  case waiting
  case printing
  case needsAttention([Attention])
  /// The print server does not answer just now.
  case serverSilent
}

/// What came of taking a job back out of the queue.
package enum Withdrawal: Sendable, Equatable {
  /// It had ended by then.
  case ended(PrintOutcome)
  case withdrawn
  /// The server did not take it back: it may still come out.
  case left

  init(_ outcome: PrintOutcome) {
    switch outcome {
    case .finished, .unknown, .aborted: self = .ended(outcome)
    case .canceled: self = .withdrawn
    case .held, .stopped, .printerUnavailable, .unresolved: self = .left
    }
  }
}

/// What became of a job.
package enum PrintOutcome: Sendable, Equatable {
  /// The printer says that it has printed everything.
  case finished
  /// Nobody knows: the server calls the job completed, but the printer lost track of it. Ask a person to count.
  case unknown(reasons: [String])
  case canceled(message: String)
  case aborted(message: String)
  /// The server keeps the job and does not try to print it.
  case held(reasons: [String])
  /// The queue stands still until somebody starts it again; the job is still in it.
  case stopped(reasons: [String])
  /// The printer did not answer all the time; the job is still in the queue.
  case printerUnavailable
  /// The time was over, or the task was cancelled, before any of these; the job is still in the queue.
  case unresolved(PrintProgress)
}

extension PrintOutcome {
  /// Whether the job is still in the queue and may come out later.
  package var isOpen: Bool {
    switch self {
    case .held, .stopped, .printerUnavailable, .unresolved: true
    case .finished, .unknown, .canceled, .aborted: false
    }
  }
}
