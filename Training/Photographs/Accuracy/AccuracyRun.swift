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

  /// Boxes wanted for each sheet of a sweep's place: 20,000 make ten.
  private static let boxesASweepSheet = 2000
  private static let worstShown = 96

  /// - Parameter wanted: Plain boxes at L0 to L3 together.
  func write(to folder: URL, boxes wanted: Int) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let levels = try measure(boxes: wanted)
    let sheets = UInt64(min(max(wanted / AccuracyRun.boxesASweepSheet, 1), 50))
    let sweeps = try Sweep.all.map { try measure($0, sheets: sheets) }
    let usual = levels.prefix(4).flatMap(\.boxes).filter(\.isPlain)
    let report = AccuracyReport(
      marks: marks, firstSeed: firstSeed, levels: levels.map(Figures.init), calibration: Calibration(usual),
      tradeoff: Dictionary(
        uniqueKeysWithValues: levels.map { ($0.name, Tradeoff($0.boxes.filter(\.isPlain))) }),
      sweeps: sweeps)
    try report.json.write(to: folder.appending(path: "accuracy.json"))
    let page = AccuracyPage(report, worst: AccuracyRun.worst(levels))
    try Data(page.html.utf8).write(to: folder.appending(path: "index.html"))
    for figures in report.levels {
      print(
        figures.name, "boxes", figures.boxes, "right", figures.forcedChoiceRight, "doubtful",
        figures.doubtful,
        "clear and wrong", figures.clearAndWrong, "refused", figures.refused)
    }
  }

  private func measure(boxes wanted: Int) throws -> [Sample] {
    var samples = Level.allCases.map { Sample($0.name) }
    var (seed, plain) = (firstSeed, 0)
    while plain < wanted {
      let level = Level.allCases[Int(seed % 5)]
      let photograph = try Photograph(
        level, of: ballots, real: real, others: 0.06, frame: .eightMegapixels, seed: seed)
      let before = samples[level.rawValue].boxes.count
      samples[level.rawValue].add(photograph, reader, seed: seed)
      if level < .cellar { plain += samples[level.rawValue].boxes[before...].count(where: \.isPlain) }
      seed += 1
      if seed % 100 == 0 { FileHandle.standardError.write(Data("\(plain) of \(wanted) boxes\n".utf8)) }
    }
    return samples
  }

  private func measure(_ sweep: Sweep, sheets: UInt64) throws -> SweepFigures {
    let places = try sweep.values.map { value in
      var sample = Sample("\(sweep.name) \(value)")
      for number in 0..<sheets {
        let seed = firstSeed + 900_000 + number
        let photograph = try Photograph(
          .tableLamp, of: ballots, real: real, others: 0, frame: .eightMegapixels, seed: seed,
          change: sweep.change(value))
        sample.add(photograph, reader, seed: seed)
      }
      return SweepFigures.Place(
        value: value, refused: sample.refused.values.reduce(0, +), figures: Figures(sample))
    }
    return SweepFigures(name: sweep.name, unit: sweep.unit, places: places)
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
