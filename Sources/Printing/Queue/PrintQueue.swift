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
}

/// Tells a thread to stop watching.
final class StopSign: Sendable {
  private let raised = Atomic(false)
  var isRaised: Bool { raised.load(ordering: .relaxed) }
  func raise() { raised.store(true, ordering: .relaxed) }
}
