import Foundation
import Glibc
import Synchronization

/// A program that ends when it is told to, or when this process is gone.
final class Running: Sendable {
  private struct State {
    var process: Process?
    /// Held open: when this end closes, the shell that watches the other ends the program.
    var leash: Pipe?
  }

  private let state = Mutex(State())

  /// The shell takes the program along when the pipe on its standard input breaks.
  private static let script =
    #"exec 3<&0; "$@" </dev/null & child=$!; cat <&3 >/dev/null; kill -9 $child; wait $child"#

  func start(_ words: [String], log: URL) throws {
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    let (process, leash) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", Self.script, "sh"] + words
    let handle = try FileHandle(forWritingTo: log)
    process.standardInput = leash
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    try leash.fileHandleForReading.close()
    state.withLock { $0 = State(process: process, leash: leash) }
  }

  func stop(_ signal: Int32) {
    let held = state.withLock { state in
      defer { state = State() }
      return state
    }
    try? held.leash?.fileHandleForWriting.close()
    held.process?.waitUntilExit()
  }
}
