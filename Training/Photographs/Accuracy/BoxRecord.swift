import Ballot
import Scanner

/// One box that was read, and what stood in it.
struct BoxRecord {
  let seed: UInt64
  let line: LineID
  /// What a perfect reader says: `for`, `against`, `blank` or `other`.
  let truth: String
  /// How the mark came about: `real` is a person's stroke, everything else was drawn by rule.
  let kind: String
  let mark: String
  let doubts: [Doubt]
  let confidence: Double
  /// What the classifier saw.
  let picture: [UInt8]

  var isClear: Bool { doubts.isEmpty }
  var isRight: Bool { mark == truth }
  /// Points of a resting pen and signs that are none are counted apart: nothing is promised of them.
  var isPlain: Bool { truth != "other" && kind != "dot" }
}

/// What was measured of photographs of one kind.
struct Sample {
  let name: String
  var sheets = 0
  var refused: [String: Int] = [:]
  var boxes: [BoxRecord] = []
  var names = 0
  var namesWrong = 0

  init(_ name: String) { self.name = name }

  /// Photographs a sheet, reads it and notes every box.
  mutating func add(_ photograph: Photograph, _ reader: BallotReader, seed: UInt64) {
    sheets += 1
    do throws(Rejection) {
      let explanation = try reader.explain(photograph.jpeg)
      for (index, box) in explanation.boxes.enumerated() {
        if let name = box.line.name {
          names += 1
          if (name == .written) != photograph.names[index] { namesWrong += 1 }
        }
        boxes.append(
          BoxRecord(
            seed: seed, line: box.line.id, truth: photograph.labels[index].mark,
            kind: photograph.kinds[index],
            mark: box.line.mark.rawValue, doubts: box.line.doubts, confidence: box.line.confidence,
            picture: box.patch))
      }
    } catch {
      refused[error.code, default: 0] += 1
    }
  }
}
