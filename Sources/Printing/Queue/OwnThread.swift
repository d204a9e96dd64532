import Glibc

/// Runs blocking work on a thread of its own, away from Swift's few pool threads.
enum OwnThread {
  /// Waits for the work without occupying a pool thread.
  static func run<Value: Sendable, Failure: Error>(
    _ work: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
      start { continuation.resume(returning: Result(catching: work)) }
    }
    return try result.get()
  }

  private final class Box {
    let work: () -> Void
    init(_ work: @escaping () -> Void) { self.work = work }
  }

  private static func start(_ work: @escaping () -> Void) {
    let box = unsafe Unmanaged.passRetained(Box(work))
    var thread = pthread_t()
    let failure = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work()
        return nil
      }, box.toOpaque())
    guard failure == 0 else { return unsafe box.takeRetainedValue().work() }
    pthread_detach(thread)
  }
}
