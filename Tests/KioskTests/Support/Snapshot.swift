import Foundation
import Testing

/// Texts that are kept beside the tests and looked at when they change.
enum Snapshot {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Snapshots").standardized

  /// Compares with the kept text; `RECORD_SNAPSHOTS=1` keeps the new one and fails.
  static func check(_ text: String, _ name: String, _ place: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name); look at it", sourceLocation: place)
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    let (new, old) = (text.split(separator: "\n"), kept.split(separator: "\n"))
    let differing = zip(new, old).first { $0 != $1 }
    #expect(
      text == kept,
      "\(name): \(differing.map { "“\($0.0)” was “\($0.1)”" } ?? "\(new.count) ≠ \(old.count) lines")",
      sourceLocation: place)
  }

  /// The same for a screen or a page in words, kept as `NAME.txt`.
  static func expect(_ text: String, _ name: String, _ place: SourceLocation = #_sourceLocation) throws {
    try check("\(text)\n", "\(name).txt", place)
  }
}
