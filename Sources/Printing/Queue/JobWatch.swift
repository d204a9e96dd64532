import Glibc

/// The loop that looks at a job again and again; it runs on a thread of its own.
struct JobWatch {
  private let job: PrintJob
  private let deadline: ContinuousClock.Instant
  private let stop: StopSign
  private var connection: IPPConnection?
  private var last = PrintProgress.waiting

  init(_ job: PrintJob, timeout: Duration, stop: StopSign) {
    self.job = job
    self.stop = stop
    deadline = ContinuousClock.now + timeout
  }

  /// Microseconds between two looks.
  private static let pause: UInt32 = 50_000

  mutating func run(_ progress: (PrintProgress) -> Void) -> PrintOutcome {
    progress(last)
    while true {
      switch look() {
      case .ended(let outcome): return outcome
      case .goesOn(let now):
        if now != last { progress(now) }
        last = now
      }
      guard ContinuousClock.now < deadline, !stop.isRaised else { return unresolved }
      usleep(JobWatch.pause)
    }
  }

  private var unresolved: PrintOutcome {
    guard case .needsAttention(let list) = last, list.contains(.offline) else { return .unresolved(last) }
    return .printerUnavailable
  }

  private mutating func look() -> JobReading.Meaning {
    do {
      let open = try connection ?? IPPConnection(job.queue.server)
      connection = open
      guard let reading = try open.read(job.number, of: job.queue.name) else {
        return .ended(.unknown(reasons: ["job-not-found"]))
      }
      return reading.meaning
    } catch {
      connection = nil
      return .goesOn(.serverSilent)
    }
  }
}
