import Ballot
import Foundation
import Scanner
import Simulator

/// Makes simulated photographs for training and measuring.
///
///     photographs patches MARKS.json OUT.bin FIRST COUNT [unseen] [wide [broad]]
///     photographs measure MARKS.json FIRST COUNT
///     photographs save MARKS.json DIR FIRST COUNT
///     photographs accuracy MARKS.json DIR BOXES [FIRST]
///     photographs dump MARKS.json DIR FIRST COUNT [unseen]     pictures with what stands on them
///     photographs timed DIR ROUNDS -          reads them; a JSON line each
///     photographs load DIR THREADS COUNT      reads so many, on so many threads
///     photographs alike MARKS.json FIRST COUNT
///     photographs codes DIR [qr]
///     photographs frames DIR COUNT            frames of voter cards, with their codes' texts
///     photographs glances DIR                 what looking at them costs
///     photographs keep MARKS.json DIR FIRST COUNT [unseen] [wide] [small] [box=MM] [signs=MM] [levels=L0,L1]
///                                        photographs for `read`: only ballots with boxes so wide, signs as large as
///                                        in boxes so wide
///     photographs read DIR OUT.bin -     reads them; prints the figures, keeps every box
///     photographs sweep MARKS.json SHEETS FIRST [NAME …]   how accuracy moves when one property does
///     photographs time MARKS.json SEED COUNT
#if !FUZZING
  @main
#endif
struct Photographs {
  static func main() throws {
    let words = CommandLine.arguments
    if words.count >= 3, words[1] == "codes" {
      return try CodeScore.measure(words[2], onlyQR: words.dropFirst(3).contains("qr"))
    }
    if words.count == 4, words[1] == "frames", let count = Int(words[3]) {
      return try CardFrames.save(URL(filePath: words[2]), count: count)
    }
    if words.count == 3, words[1] == "glances" { return try CardFrames.time(URL(filePath: words[2])) }
    guard words.count >= 5 else { return print("photographs patches|measure|save MARKS.json …") }
    let ballots = try Ballots()
    switch words[1] {
    case "patches": try patches(words, ballots)
    case "measure": try measure(words, ballots)
    case "time": try time(words, ballots)
    case "accuracy": try accuracy(words, ballots)
    case "sweep": try sweep(words, ballots)
    case "dump": try PeerPictures.dump(words, ballots)
    case "keep": try keep(words, ballots)
    case "read":
      guard let reader = BallotReader(pages: ballots.pages) else { return }
      try AlbumReading(reader: reader).write(words[2], to: words[3])
    case "timed": try PeerPictures.read(words, ballots)
    case "load": try PeerPictures.load(words, ballots)
    case "alike":
      guard let first = UInt64(words[3]), let count = UInt64(words[4]) else { return }
      try AlikeScore.measure(ballots, RealStrokes(file: words[2], unseen: true), first: first, count: count)
    default: try save(words, ballots)
    }
  }

  /// Levels in turn, the hard ones as often as the easy ones.
  static func level(_ seed: UInt64) -> Level { Level.allCases[Int(seed % 5)] }

  /// Levels to learn from: few of the last, which is mostly refused.
  private static func trainingLevel(_ seed: UInt64) -> Level {
    Level.allCases[[0, 1, 2, 3, 2, 3, 1, 0, 3, 4][Int(seed % 10)]]
  }

  /// What a patch may show, by its code in the file.
  private static let kinds = [
    "blank", "dot", "circle", "cross", "tick", "real", "corrected", "both", "filled", "dash", "otherSign",
  ]

  static func patches(_ words: [String], _ ballots: Ballots) throws {
    guard words.count >= 6, let first = UInt64(words[4]), let count = UInt64(words[5]) else { return }
    var real = try RealStrokes(file: words[2], unseen: words.dropFirst(6).contains("unseen"))
    real.isWide = words.dropFirst(6).contains("wide")
    real.isBroad = words.dropFirst(6).contains("broad")
    guard let reader = BallotReader(pages: ballots.pages) else { return }
    var out: [UInt8] = []
    for seed in first..<first + count {
      let level = trainingLevel(seed)
      let photograph = try Photograph(
        level, of: ballots, real: real, others: 0.2, frame: Frame.allCases[Int(seed / 10 % 3)], seed: seed)
      guard let patches = try? reader.patches(photograph.jpeg), patches.count == photograph.labels.count
      else {
        continue
      }
      for (patch, (label, kind)) in zip(patches, zip(photograph.labels, photograph.kinds)) {
        let code = Photographs.kinds.firstIndex(of: kind) ?? 0
        out += [label.rawValue, UInt8(level.rawValue), UInt8(code)]
        out += patch
      }
    }
    try Data(out).write(to: URL(fileURLWithPath: words[3]))
  }

  static func save(_ words: [String], _ ballots: Ballots) throws {
    guard words.count >= 6, let first = UInt64(words[4]), let count = UInt64(words[5]) else { return }
    let real = try RealStrokes(file: words[2], unseen: true)
    let folder = URL(fileURLWithPath: words[3])
    for seed in first..<first + count {
      let photograph = try Photograph(
        level(seed), of: ballots, real: real, others: 0.1, frame: .eightMegapixels, seed: seed)
      let name = "\(level(seed).name)-\(seed)"
      try Data(photograph.jpeg).write(to: folder.appendingPathComponent("\(name).jpg"))
      guard case .read(let sheet)? = BallotReader(pages: ballots.pages)?.read(photograph.jpeg) else {
        continue
      }
      if let explanation = try? BallotReader(pages: ballots.pages)?.explain(photograph.jpeg) {
        let strip = try ExplanationStrip(explanation).png(of: photograph.jpeg)
        try Data(strip).write(to: folder.appendingPathComponent("\(name)-boxes.png"))
      }
      let overlay = try Overlay(sheet).jpeg(over: photograph.jpeg)
      try Data(overlay).write(to: folder.appendingPathComponent("\(name)-read.jpg"))
    }
  }

  static func measure(_ words: [String], _ ballots: Ballots) throws {
    guard let first = UInt64(words[3]), let count = UInt64(words[4]) else { return }
    let real = try RealStrokes(file: words[2], unseen: true)
    guard let reader = BallotReader(pages: ballots.pages) else { return }
    var scores = Level.allCases.map { _ in Score() }
    for seed in first..<first + count {
      let photograph = try Photograph(
        level(seed), of: ballots, real: real, others: 0.06, frame: .eightMegapixels, seed: seed)
      scores[Int(seed % 5)].add(reader.read(photograph.jpeg), SheetTruth(photograph), seed)
    }
    for (level, score) in zip(Level.allCases, scores) { print(level.name, score) }
  }

  static func accuracy(_ words: [String], _ ballots: Ballots) throws {
    guard let boxes = Int(words[4]), let reader = BallotReader(pages: ballots.pages) else { return }
    let hasStrokes = FileManager.default.fileExists(atPath: words[2])
    if !hasStrokes { print("\(words[2]) is not there: all marks are drawn by rule") }
    let real = try hasStrokes ? RealStrokes(file: words[2], unseen: true) : RealStrokes()
    let first = words.count > 5 ? UInt64(words[5]) ?? 0 : 7_000_000
    let marks = hasStrokes ? URL(filePath: words[2]).lastPathComponent : "none"
    try AccuracyRun(ballots: ballots, real: real, reader: reader, marks: marks, firstSeed: first)
      .write(to: URL(filePath: words[3]), boxes: boxes)
  }

  static func sweep(_ words: [String], _ ballots: Ballots) throws {
    guard let sheets = UInt64(words[3]), let first = UInt64(words[4]),
      let reader = BallotReader(pages: ballots.pages)
    else { return }
    let real = try RealStrokes(file: words[2], unseen: true)
    try SweepRun(ballots: ballots, real: real, reader: reader, firstSeed: first)
      .printTable(Array(words.dropFirst(5)), sheets: sheets)
  }

  /// The least thread time of each stage over some rounds, for one 8-megapixel photograph of each level.
  static func time(_ words: [String], _ ballots: Ballots) throws {
    guard let first = UInt64(words[3]), let rounds = Int(words[4]) else { return }
    let real = try RealStrokes(file: words[2], unseen: true)
    guard let reader = BallotReader(pages: ballots.pages) else { return }
    for seed in first..<first + 4 {
      let photograph = try Photograph(
        level(seed), of: ballots, real: real, others: 0, frame: .eightMegapixels, seed: seed)
      let decode = Stopwatch.least(rounds) { _ = try? GrayImage(decoding: photograph.jpeg) }
      let patches = Stopwatch.least(rounds) { _ = try? reader.patches(photograph.jpeg) }
      let all = Stopwatch.least(rounds) { _ = reader.read(photograph.jpeg) }
      print(
        level(seed).name, "bytes", photograph.jpeg.count, "boxes", photograph.labels.count, "decode",
        decode, "found and cut", patches - decode, "classified", all - patches, "sum", all)
    }
  }
}

/// Measures the thread's own time, so that other programs on the machine disturb little.
enum Stopwatch {
  static func least(_ rounds: Int, _ work: () -> Void) -> Double {
    (0..<rounds).map { _ in
      let start = now()
      work()
      return now() - start
    }.min() ?? 0
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
