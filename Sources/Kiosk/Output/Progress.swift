import Foundation

/// A bar on the standard error for work that takes longer than a breath; nothing where nobody looks.
final class Progress {
  private let title: Sentence
  private let output: Output
  private let visible: Bool
  private var shown = -1

  init(_ title: Sentence, _ output: Output) {
    self.title = title
    self.output = output
    visible = isatty(STDERR_FILENO) == 1
  }

  /// Shows how much is done.
  func update(_ done: Int, of total: Int) {
    let percent = total > 0 ? min(100, done * 100 / total) : 100
    guard visible, percent != shown else { return }
    shown = percent
    let filled = percent * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    let text = "\r\(title.text(in: output.language)) \(bar) \(percent)% "
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Ends the bar's line.
  func finish() {
    if visible, shown >= 0 { try? FileHandle.standardError.write(contentsOf: Data("\n".utf8)) }
  }
}
