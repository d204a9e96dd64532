import Ballot
import Foundation
import Scanner
import Simulator

/// Pictures for other programs to read, and the product's own reading of the same files.
enum PeerPictures {
  /// One picture and what stands on it.
  private struct Truth: Codable {
    let file: String
    let level: String
    /// Which of the pages in `geometry.json`.
    let ballot: Int
    /// For each line `circle`, `cross`, `check`, `blank` or `other`.
    let labels: [String]
  }

  fileprivate struct Page: Codable {
    struct Box: Codable {
      let x: Double
      let y: Double
      let w: Double
      let h: Double
    }

    let fiducials: [[Double]]
    let code: Box
    let boxes: [Box]

    init(_ page: BallotPage) {
      fiducials = page.fiducials.map { [$0.x, $0.y] }
      code = Box(page.code)
      boxes = page.lines.map { Box($0.box) }
    }
  }

  /// Writes COUNT photographs of crowded ballots, `truth.json` and `geometry.json`.
  static func dump(_ words: [String], _ ballots: Ballots) throws {
    guard words.count >= 6, let first = UInt64(words[4]), let count = UInt64(words[5]) else { return }
    let hasStrokes = FileManager.default.fileExists(atPath: words[2])
    let unseen = words.dropFirst(6).contains("unseen")
    let real = try hasStrokes ? RealStrokes(file: words[2], unseen: unseen) : RealStrokes()
    let folder = URL(filePath: words[3])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let truth = try (first..<first + count).map { seed -> Truth in
      let level = Photographs.level(seed)
      let photograph = try Photograph(
        level, of: ballots, real: real, others: 0, frame: .eightMegapixels, seed: seed,
        change: Change(ballot: ballots.crowded.last))
      let name = "\(level.name)-\(seed).jpg"
      try Data(photograph.jpeg).write(to: folder.appending(path: name))
      return Truth(
        file: name, level: level.name, ballot: ballots.pages.firstIndex(of: photograph.page) ?? 0,
        labels: photograph.labels.map { "\($0)" })
    }
    try JSONEncoder().encode(truth).write(to: folder.appending(path: "truth.json"))
    try JSONEncoder().encode(ballots.pages.map(Page.init)).write(to: folder.appending(path: "geometry.json"))
  }

  private struct Line: Encodable {
    let file: String
    let milliseconds: Double
    let reason: String?
    let marks: [String]
    let clear: [Bool]
  }

  /// Reads every picture of a folder: the least thread time of some rounds, from the JPEG's bytes to the marks.
  static func read(_ words: [String], _ ballots: Ballots) throws {
    guard let rounds = Int(words[3]), let reader = BallotReader(pages: ballots.pages) else { return }
    for file in try pictures(words[2]) {
      let bytes = [UInt8](try Data(contentsOf: file))
      let milliseconds = Stopwatch.least(rounds) { _ = reader.read(bytes) }
      var line = Line(
        file: file.lastPathComponent, milliseconds: milliseconds, reason: nil, marks: [], clear: [])
      switch reader.read(bytes) {
      case .read(let sheet):
        line = Line(
          file: line.file, milliseconds: milliseconds, reason: nil, marks: sheet.lines.map(\.mark.rawValue),
          clear: sheet.lines.map { $0.certainty == .clear })
      case .rejected(let reason):
        line = Line(file: line.file, milliseconds: milliseconds, reason: reason.code, marks: [], clear: [])
      }
      print(String(decoding: try JSONEncoder().encode(line), as: UTF8.self))
    }
  }

  /// Reads COUNT pictures from disk on THREADS threads; prints seconds and the most memory that was in use.
  static func load(_ words: [String], _ ballots: Ballots) throws {
    guard let threads = Int(words[3]), let count = Int(words[4]),
      let reader = BallotReader(pages: ballots.pages)
    else { return }
    let files = try pictures(words[2])
    let start = ContinuousClock.now
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for number in stride(from: thread, to: count, by: threads) {
        guard let data = try? Data(contentsOf: files[number % files.count]) else { continue }
        _ = reader.read([UInt8](data))
      }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print(
      "{\"threads\":\(threads),\"sheets\":\(count),\"seconds\":\(seconds),\"megabytes\":\(usage.ru_maxrss / 1024)}"
    )
  }

  private static func pictures(_ folder: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: URL(filePath: folder), includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "jpg" }.sorted { $0.path < $1.path }
  }
}

extension PeerPictures.Page.Box {
  init(_ rect: Rect) { (x, y, w, h) = (rect.x, rect.y, rect.w, rect.h) }
}
