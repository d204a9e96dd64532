import Synchronization

/// The supervising shell, shared by whoever may stop it.
final class Supervisor: Sendable {
  private let child: Mutex<ChildProcess?>

  init(_ child: sending ChildProcess) { self.child = Mutex(child) }

  func tell(_ line: String) { child.withLock { $0?.tell(line) } }

  /// Ends the shell's input and waits until it has ended its programs.
  func stop() {
    child.withLock { child in
      child?.finish()
      child = nil
    }
  }
}
