import Foundation
import Scanner
import Simulator

/// Photographs and reads sheets until so many boxes of unseen writers are read, and writes the report.
struct AccuracyRun {
  let ballots: Ballots
  let real: RealStrokes
  let reader: BallotReader
  let marks: String
  let firstSeed: UInt64

  /// Boxes wanted for each sheet of a sweep's place: 20,000 make four.
  private static let boxesASweepSheet = 5000
  /// The last level, which is mostly refused, has every ninth sheet.
  private static let order: [Level] = [0, 1, 2, 3, 0, 1, 2, 3, 4].compactMap(Level.init)

  /// The crowded ballots in turn: 40 boxes of 9 × 7 mm, 34 of 12 × 9, 30 of 14 × 10.
  private func ballot(_ seed: UInt64) -> Int { ballots.crowded.upperBound - 1 - Int(seed / 9 % 3) }
  private static let worstShown = 96

  /// Sheets after which the report is written anew, so that a run that is stopped leaves what it has measured.
  private static let sheetsAReport: UInt64 = 50

  /// Measures until `wanted` plain boxes of L0 to L3 are read, then moves one property after the other.
  func write(to folder: URL, boxes wanted: Int) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var samples = Level.allCases.map { Sample($0.name) }
    var (seed, plain) = (firstSeed, 0)
    while plain < wanted {
      plain += try add(seed, to: &samples)
      seed += 1
      guard seed % AccuracyRun.sheetsAReport == 0 else { continue }
      try write(samples, [], to: folder)
      FileHandle.standardError.write(Data("\(plain) of \(wanted) boxes\n".utf8))
    }
    let sheets = UInt64(min(max(wanted / AccuracyRun.boxesASweepSheet, 1), 50))
    var sweeps: [SweepFigures] = []
    let run = SweepRun(ballots: ballots, real: real, reader: reader, firstSeed: firstSeed + 900_000)
    for sweep in Sweep.all {
      sweeps.append(try run.measure(sweep, sheets: sheets))
      try write(samples, sweeps, to: folder)
    }
    for figures in samples.map(Figures.init) { print(figures.summary) }
  }

  private func write(_ samples: [Sample], _ sweeps: [SweepFigures], to folder: URL) throws {
    let usual = samples.prefix(4).flatMap(\.boxes).filter(\.isPlain)
    let report = AccuracyReport(
      marks: marks, firstSeed: firstSeed, levels: samples.map(Figures.init), calibration: Calibration(usual),
      tradeoff: Dictionary(
        uniqueKeysWithValues: samples.map { ($0.name, Tradeoff($0.boxes.filter(\.isPlain))) }),
      sweeps: sweeps)
    try report.json.write(to: folder.appending(path: "accuracy.json"))
    let page = AccuracyPage(report, worst: AccuracyRun.worst(samples))
    try Data(page.html.utf8).write(to: folder.appending(path: "index.html"))
  }

  /// Photographs and reads one sheet.
  ///
  /// - Returns: How many plain boxes it had, the last level's not counted.
  private func add(_ seed: UInt64, to samples: inout [Sample]) throws -> Int {
    let level = AccuracyRun.order[Int(seed % 9)]
    let photograph = try Photograph(
      level, of: ballots, real: real, others: 0.06, frame: .eightMegapixels, seed: seed,
      change: Change(ballot: ballot(seed)))
    let before = samples[level.rawValue].boxes.count
    samples[level.rawValue].add(photograph, reader, seed: seed)
    guard level < .cellar else { return 0 }
    return samples[level.rawValue].boxes[before...].count(where: \.isPlain)
  }

  /// Wrong and clear first, then wrong, then the least sure.
  private static func worst(_ samples: [Sample]) -> [(level: String, box: BoxRecord)] {
    func rank(_ box: BoxRecord) -> Double {
      (box.isRight ? 2 : box.isClear ? 0 : 1) + box.confidence
    }
    let all = samples.flatMap { sample in
      sample.boxes.filter { $0.isPlain || $0.isClear && !$0.isRight }.filter { !$0.isRight || !$0.isClear }
        .map { (level: sample.name, box: $0) }
    }
    return Array(all.sorted { rank($0.box) < rank($1.box) }.prefix(worstShown))
  }
}
