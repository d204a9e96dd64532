import Ballot
import Synchronization

/// The job that is being done now, so that somebody can stop it.
final class WorkInHand: Sendable {
  private let task = Mutex<Task<Void, Never>?>(nil)

  /// Does a job to its end, or until it is stopped.
  func carryOut(_ job: Job, for actors: [StaffID], in backroom: Backroom) async {
    let task = Task { await backroom.carryOut(job, for: actors) }
    self.task.withLock { $0 = task }
    await task.value
    self.task.withLock { $0 = nil }
  }

  /// Asks the job to stop at the next place where it can.
  func cancel() { task.withLock { $0?.cancel() } }
}
