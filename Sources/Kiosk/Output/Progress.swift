import Foundation

/// Shows on the standard error how far long work has come: a bar for people, a line a step for a log.
final class Progress {
  private var title: Sentence
  private let output: Output
  private let isTerminal: Bool
  private var shown = -1
  private let started = ContinuousClock.now

  init(_ title: Sentence, _ output: Output) {
    self.title = title
    self.output = output
    isTerminal = output.showsBars
  }

  /// Shows how much is done, and what is known so far.
  func update(_ done: Int, of total: Int, _ known: @autoclosure () -> Sentence? = nil) {
    let percent = total > 0 ? min(100, done * 100 / total) : 100
    guard percent != shown else { return }
    shown = percent
    if let known = known() { title = known }
    output.tell(title, done, of: total)
    guard isTerminal else { return }
    let filled = percent * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    write("\r\(bar) \(percent)%  \(title.text(in: output.language))")
  }

  /// Ends the bar's line; where there is no bar, says what is done.
  func finish() {
    let seconds = Int((ContinuousClock.now - started).components.seconds)
    let text = title.text(in: output.language)
    guard isTerminal else {
      if seconds > 0 { output.complain("✓ \(text) \(seconds) s") }
      return
    }
    let bar = String(repeating: "█", count: 30)
    write("\r\(bar) 100%  \(text) \(seconds) s\n")
  }

  private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
