import Foundation
import Scanner
import Simulator

/// Measures how accuracy moves with one property, on the most crowded ballot at level L1.
struct SweepRun {
  let ballots: Ballots
  let real: RealStrokes
  let reader: BallotReader
  let firstSeed: UInt64

  /// The same sheets at every place, so that only the property differs.
  func measure(_ sweep: Sweep, sheets: UInt64) throws -> SweepFigures {
    let places = try sweep.values.map { value in
      let sample = try sample(sweep, at: value, sheets: sheets)
      return SweepFigures.Place(
        value: value, refused: sample.refused.values.reduce(0, +), figures: Figures(sample))
    }
    return SweepFigures(name: sweep.name, unit: sweep.unit, places: places)
  }

  private func sample(_ sweep: Sweep, at value: Double, sheets: UInt64) throws -> Sample {
    var sample = Sample("\(sweep.name) \(value)")
    var change = sweep.change(value)
    change.ballot = ballots.crowded.last
    for seed in firstSeed..<firstSeed + sheets {
      let photograph = try Photograph(
        .tableLamp, of: ballots, real: real, others: 0, frame: .eightMegapixels, seed: seed, change: change)
      sample.add(photograph, reader, seed: seed)
    }
    return sample
  }

  /// Prints a row of a table for every place of the sweeps whose names begin with one of the words, or of all.
  func printTable(_ names: [String], sheets: UInt64) throws {
    print(
      "| property | value | refused | boxes | right | doubtful | clear and wrong |\n|---|---|---|---|---|---|---|"
    )
    for sweep in Sweep.all where names.isEmpty || names.contains(where: sweep.name.hasPrefix) {
      for place in try measure(sweep, sheets: sheets).places { print(SweepRun.row(sweep, place, sheets)) }
    }
  }

  private static func row(_ sweep: Sweep, _ place: SweepFigures.Place, _ sheets: UInt64) -> String {
    let figures = place.figures
    let shares = [figures.forcedChoiceRight, figures.doubtful].map { String(format: "%.2f %%", $0 * 100) }
    let cells =
      [sweep.name, "\(place.value)", "\(place.refused) of \(sheets)", "\(figures.boxes)"] + shares
      + ["\(figures.clearAndWrong)"]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
