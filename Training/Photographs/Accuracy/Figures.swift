import Foundation
import Scanner

/// The figures of one sample, as they go into `accuracy.json`.
struct Figures: Encodable {
  let name: String
  let sheets: Int
  let refused: [String: Int]
  /// Boxes with ○, ×, √ or nothing in them.
  let boxes: Int
  /// Share of them whose most likely mark is right, doubtful or not.
  let forcedChoiceRight: Double
  let doubtful: Double
  let doubtsByReason: [String: Int]
  let clear: Int
  let clearAndWrong: Int
  let clearForAgainstSwaps: Int
  let clearMarkedBlankSwaps: Int
  /// Boxes with dots or any other sign, and how many were called clear as what.
  let otherSigns: Int
  let otherSignsClear: [String: Int]
  let dots: Int
  let dotsClearAsSign: Int
  let names: Int
  let namesWrong: Int
  /// How often what stood there (first) was read as what (second).
  let confusion: [String: [String: Int]]

  init(_ sample: Sample) {
    let plain = sample.boxes.filter(\.isPlain)
    func share(_ part: Int) -> Double {
      plain.isEmpty ? 0 : (Double(part) / Double(plain.count) * 1e6).rounded() / 1e6
    }
    name = sample.name
    sheets = sample.sheets
    refused = sample.refused
    boxes = plain.count
    forcedChoiceRight = share(plain.count(where: \.isRight))
    doubtful = share(plain.count { !$0.isClear })
    doubtsByReason = Dictionary(
      plain.flatMap(\.doubts).map { ($0.rawValue, 1) }, uniquingKeysWith: +)
    let wrong = plain.filter { $0.isClear && !$0.isRight }
    clear = plain.count(where: \.isClear)
    clearAndWrong = wrong.count
    clearForAgainstSwaps = wrong.count { Set([$0.mark, $0.truth]) == ["for", "against"] }
    clearMarkedBlankSwaps = wrong.count { ($0.mark == "blank") != ($0.truth == "blank") }
    let others = sample.boxes.filter { $0.truth == "other" }
    otherSigns = others.count
    otherSignsClear = Dictionary(
      others.filter(\.isClear).map { ($0.kind + ">" + $0.mark, 1) }, uniquingKeysWith: +)
    let points = sample.boxes.filter { $0.kind == "dot" }
    dots = points.count
    dotsClearAsSign = points.count { $0.isClear && $0.mark != "blank" }
    (names, namesWrong) = (sample.names, sample.namesWrong)
    confusion = Dictionary(grouping: sample.boxes, by: \.truth).mapValues { boxes in
      Dictionary(boxes.map { ($0.mark, 1) }, uniquingKeysWith: +)
    }
  }
}

extension Figures {
  /// One line for the terminal.
  var summary: String {
    "\(name): \(boxes) boxes, right \(forcedChoiceRight), doubtful \(doubtful), clear and wrong \(clearAndWrong), "
      + "refused \(refused)"
  }
}

/// How often readings of a confidence are right.
struct Calibration: Encodable {
  struct Bin: Encodable {
    let from: Double
    let to: Double
    let boxes: Int
    let meanConfidence: Double
    let right: Double
  }

  let bins: [Bin]

  private static let edges = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0001]

  init(_ boxes: [BoxRecord]) {
    bins = zip(Calibration.edges, Calibration.edges.dropFirst()).compactMap { from, to in
      let inside = boxes.filter { from <= $0.confidence && $0.confidence < to }
      guard !inside.isEmpty else { return nil }
      let count = Double(inside.count)
      return Bin(
        from: from, to: min(to, 1), boxes: inside.count,
        meanConfidence: inside.reduce(0) { $0 + $1.confidence } / count,
        right: Double(inside.count(where: \.isRight)) / count)
    }
  }
}

/// What a limit on the confidence alone would cost in doubt and leave in errors.
struct Tradeoff: Encodable {
  struct Place: Encodable {
    let limit: Double
    let doubtful: Double
    let wrong: Int
  }

  let places: [Place]

  private static let limits = [
    0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.985, 0.99, 0.993, 0.995, 0.997, 0.998, 0.999,
    0.9995,
  ]

  init(_ boxes: [BoxRecord]) {
    let all = Double(max(boxes.count, 1))
    places = Tradeoff.limits.map { limit in
      let sure = boxes.filter { $0.confidence >= limit }
      return Place(
        limit: limit, doubtful: 1 - Double(sure.count) / all, wrong: sure.count { !$0.isRight })
    }
  }
}

/// Everything that `make accuracy` measured.
struct AccuracyReport: Encodable {
  let marks: String
  let firstSeed: UInt64
  let levels: [Figures]
  let calibration: Calibration
  let tradeoff: [String: Tradeoff]
  let sweeps: [SweepFigures]

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      return try encoder.encode(self)
    }
  }
}
