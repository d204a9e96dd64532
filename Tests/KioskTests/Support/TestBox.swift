import Foundation
import Synchronization

@testable import Ballot
@testable import Kiosk

/// A box of a test's own in a temporary directory; gone with the test.
final class TestBox: Sendable {
  let folder: URL
  /// What the box's clock shows; nil for the machine's own.
  private let clock = Mutex<Instant?>(nil)
  var home: URL { folder.appending(path: "home") }

  /// In the machine's memory file system where there is one, because a box syncs much.
  init() throws {
    let memory = URL(filePath: "/dev/shm")
    let base =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    folder = base.appending(path: "kiosk-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file into the test's directory; its path.
  @discardableResult func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appending(path: name))
    return file(name)
  }

  /// Sets the box's clock: `2027-04-10`, at noon or at an hour.
  func set(_ day: String, hour: Int = 12) {
    let seconds = (Day(iso: day)?.daysSince1970 ?? 0) * 86_400 + (hour - 8) * 3600
    clock.withLock { $0 = Instant(seconds: seconds) }
  }

  /// Runs one command line on this box's home.
  func run(_ words: String...) async -> Said { await run(words) }

  func run(_ words: [String], lang: String = "zh") async -> Said {
    let moment = clock.withLock { $0 }
    return await Said.hearing(
      words + ["--home", home.path, "--lang", lang], now: { moment ?? Box.wallClock() })
  }

  /// Runs one command line with `--format json`.
  func json(_ words: String..., lang: String = "zh") async -> Said {
    await run(words + ["--format", "json"], lang: lang)
  }

  /// The box itself, for looking inside.
  func open() throws -> Box { try Box(Home(home)) }
}

/// What a command said and how it ended.
struct Said {
  let status: Int32
  let out: [String]
  let err: [String]

  /// Runs one command line in this process.
  static func hearing(
    _ words: [String], now: @escaping () -> Instant = Box.wallClock
  ) async -> Said {
    let (out, err) = (Ear(), Ear())
    let sink = Output.Sink(out: { out.hear($0) }, err: { err.hear($0) })
    let status = await Kiosk.run(words, sink: sink, now: now)
    return Said(status: status, out: out.lines, err: err.lines)
  }

  /// The objects of the standard output; nil when a line is anything but one object.
  var objects: [[String: Any]]? {
    let objects = out.compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
    }
    return objects.count == out.count && !out.contains { $0.contains("\n") } ? objects : nil
  }

  /// The code of `{"error":{"code":…,"message":…}}`, if the message has words.
  var errorCode: String? {
    guard let error = objects?.last?["error"] as? [String: Any], let code = error["code"] as? String,
      let message = error["message"] as? String, !message.isEmpty
    else { return nil }
    return code
  }

  var text: String { (out + err).joined(separator: "\n") }
}

/// Keeps the lines that a command writes.
final class Ear: Sendable {
  private let heard = Mutex<[String]>([])
  func hear(_ line: String) { heard.withLock { $0.append(line) } }
  var lines: [String] { heard.withLock { $0 } }
}

extension TestBox {
  /// Runs one command line with `--format json`.
  func json(words: [String], lang: String = "zh") async -> Said {
    await run(words + ["--format", "json"], lang: lang)
  }
}
