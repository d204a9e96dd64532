import Glibc
import Synchronization

/// What is to be printed.
package struct PrintRequest: Sendable, Equatable {
  /// The PDF's path.
  package var file: String
  /// The job's name, as the printer's panel and the log show it.
  package var title: String
  package var copies: Int
  package var twoSided: Bool

  package init(file: String, title: String, copies: Int = 1, twoSided: Bool = false) {
    self.file = file
    self.title = title
    self.copies = copies
    self.twoSided = twoSided
  }
}

/// A job that the server has taken.
package struct PrintJob: Sendable, Hashable {
  package let number: Int
  package let queue: PrintQueue
}

/// A queue of a print server.
package struct PrintQueue: Sendable, Hashable {
  package let name: String
  package let server: PrintServer

  package init(name: String, server: PrintServer) {
    self.name = name
    self.server = server
  }

  /// Hands a PDF to the server; when this returns the server has all of it.
  package func submit(_ request: PrintRequest) async throws(PrintError) -> PrintJob {
    guard unsafe access(request.file, R_OK) == 0 else { throw .unreadableFile(path: request.file) }
    let number = try await OwnThread.run { () throws(PrintError) in
      let connection = try IPPConnection(server)
      try? connection.clearTraces(on: name)
      return try connection.submit(request, to: name)
    }
    return PrintJob(number: number, queue: self)
  }

  /// Prints a PDF and waits until it is known what became of it.
  package func print(
    _ request: PrintRequest, timeout: Duration,
    progress: @escaping @Sendable (PrintProgress) -> Void = { _ in }
  ) async throws(PrintError) -> PrintOutcome {
    await follow(try await submit(request), timeout: timeout, progress: progress)
  }

  /// Watches a job until it has ended; a job that is held or stopped may be followed again later.
  package func follow(
    _ job: PrintJob, timeout: Duration, progress: @escaping @Sendable (PrintProgress) -> Void = { _ in }
  ) async -> PrintOutcome {
    let stop = StopSign()
    return await withTaskCancellationHandler {
      await OwnThread.run {
        var watch = JobWatch(job, timeout: timeout, stop: stop)
        return watch.run(progress)
      }
    } onCancel: {
      stop.raise()
    }
  }

  /// Takes a job out of the queue.
  package func cancel(_ job: PrintJob) async throws(PrintError) {
    try await OwnThread.run { () throws(PrintError) in
      try IPPConnection(server).cancel(job.number, of: name)
    }
  }

  /// Takes a job that is to be given up out of the queue, so that it cannot come out later by itself.
  package func withdraw(_ job: PrintJob) async -> Withdrawal {
    // A job that has just ended cannot be cancelled; the look after it tells.
    try? await cancel(job)
    // Whoever stops the work wants to know this all the same.
    return Withdrawal(await Task { await follow(job, timeout: .seconds(5)) }.value)
  }

  /// Takes earlier jobs of a name that have not ended out of the queue; how many there were.
  ///
  /// A program that was killed in the middle of printing leaves one, and printing again would bring out both.
  package func withdrawLeftovers(named title: String) async throws(PrintError) -> Int {
    try await OwnThread.run { () throws(PrintError) in
      let connection = try IPPConnection(server)
      let left = try connection.open(on: name).filter { $0.title == title }
      for job in left { try connection.cancel(job.number, of: name) }
      return left.count
    }
  }
}

/// Tells a thread to stop watching.
final class StopSign: Sendable {
  private let raised = Atomic(false)
  var isRaised: Bool { raised.load(ordering: .relaxed) }
  func raise() { raised.store(true, ordering: .relaxed) }
}
