import Foundation
import Testing

/// Texts that were looked at once and may change only when somebody looks again.
enum Snapshot {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots")

  /// Compares a text with the one on record; `RECORD_SNAPSHOTS=1` records it and fails, so that nobody forgets to look.
  static func expect(_ text: String, _ name: String, _ place: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("\(text)\n".utf8).write(to: file)
      Issue.record("\(name) was recorded; look at it", sourceLocation: place)
      return
    }
    let known = try String(contentsOf: file, encoding: .utf8)
    #expect(known == "\(text)\n", "\(name) differs; it is now\n\(text)", sourceLocation: place)
  }
}
