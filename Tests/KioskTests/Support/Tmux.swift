import Foundation
import Testing

/// A real terminal of a test's own, driven by keys and read as text.
final class Tmux {
  private let tmux: Tool
  private let socket: String
  private let folder: URL

  /// Starts a terminal of this size without running anything in it; nil where tmux is not installed.
  init?(columns: Int = 80, rows: Int = 24, in folder: URL) throws {
    guard let tmux = Tool("tmux") else { return nil }
    self.tmux = tmux
    self.folder = folder
    socket = "kiosk-\(UUID().uuidString.prefix(8))"
    // The server outlives the call, so it must not hold what Foundation waits for, nor inherit the signals that a
    // thread of the tests has blocked: with SIGCHLD and SIGTERM blocked it would never end.
    let perl = try #require(Tool("perl"))
    let start =
      "use POSIX; POSIX::close($_) for 3..255; sigprocmask(SIG_SETMASK, POSIX::SigSet->new()); exec @ARGV"
    let words = [
      "-L", socket, "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh",
    ]
    _ = try perl.run(["-e", start, tmux.path] + words, in: folder)
    try call(["set", "-g", "remain-on-exit", "on"])
  }

  // The test's folder may be gone by now, so the call stands elsewhere.
  deinit { _ = try? tmux.run(["-L", socket, "kill-server"], in: URL(filePath: "/")) }

  @discardableResult private func call(_ words: [String]) throws -> String {
    try tmux.run(["-L", socket, "-f", "/dev/null"] + words, in: folder).output
  }

  /// Runs a command line in the terminal in the place of what ran there.
  func run(_ command: String) throws { try call(["respawn-pane", "-k", "exec \(command)"]) }

  /// Presses keys by their names in tmux: `Enter`, `F3`, `Escape`, `Up`, or characters.
  func keys(_ names: String...) throws { try call(["send-keys"] + names) }

  /// Types a text.
  func type(_ text: String) throws { try call(["send-keys", "-l", text]) }

  /// What the terminal shows.
  func screen() throws -> String { try call(["capture-pane", "-p"]) }

  /// Whether the alternate screen is on: a program that has ended leaves it.
  func isInAlternateScreen() throws -> Bool {
    try call(["display", "-p", "#{alternate_on}"]).hasPrefix("1")
  }

  func resize(columns: Int, rows: Int) throws {
    try call(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The id of the process that runs in the terminal.
  func process() throws -> Int32 {
    Int32(try call(["display", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  /// Waits until the terminal shows a text; the whole screen, or an issue with what it shows instead.
  @discardableResult func wait(
    for text: String, looks: Int = 600, _ place: SourceLocation = #_sourceLocation
  ) throws -> String {
    var shown = ""
    for _ in 0..<looks {
      shown = try screen()
      if shown.contains(text) { return shown }
      usleep(20_000)
    }
    try #require(
      shown.contains(text), "waited for “\(text)”; the terminal shows\n\(shown)", sourceLocation: place)
    return shown
  }
}
