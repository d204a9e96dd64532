/// One look at a job and its printer.
///
/// The counters of finished sheets and impressions are not here on purpose: CUPS sets them before the printer has
/// done anything.
struct JobReading: Sendable, Equatable {
  /// RFC 8011, 5.3.7.
  enum State: Int, Sendable { case pending = 3, held, processing, stopped, canceled, aborted, completed }

  var state: State
  var reasons: [String] = []
  var message = ""
  var printerReasons: [String] = []
  var printerMessage = ""

  /// What the look means: the job goes on, or it has come to an end.
  enum Meaning: Equatable { case goesOn(PrintProgress), ended(PrintOutcome) }

  var meaning: Meaning {
    switch state {
    case .completed: .ended(lost.isEmpty ? .finished : .unknown(reasons: lost))
    case .canceled: .ended(.canceled(message: message))
    case .aborted: .ended(.aborted(message: message))
    case .held: .ended(.held(reasons: reasons))
    case .stopped: .ended(.stopped(reasons: reasons + printerReasons))
    case .pending:
      // A job that was handed to a queue which stands still already has no reason of its own.
      reasons.contains("printer-stopped") || printerReasons.contains("paused")
        ? .ended(.stopped(reasons: reasons + printerReasons)) : .goesOn(.waiting)
    case .processing: .goesOn(attention.isEmpty ? .printing : .needsAttention(attention))
    }
  }

  private var attention: [Attention] { Attention.read(printerReasons, message: printerMessage) }

  /// After a power cycle the printer does not know the job any more; CUPS says completed and leaves this trace.
  private var lost: [String] {
    (reasons + printerReasons).filter { reason in JobReading.traces.contains { reason.hasPrefix($0) } }
  }

  static let traces = ["cups-ipp-missing-job-history", "cups-ipp-missing-get-job-attributes"]
}
