import Ballot
import Foundation
import Scanner

/// What stands on a sheet, line by line.
struct SheetTruth {
  let marks: [String]
  let kinds: [String]
  let names: [Bool]

  init(_ marks: [String], _ kinds: [String], _ names: [Bool]) {
    (self.marks, self.kinds, self.names) = (marks, kinds, names)
  }

  init(_ photograph: Photograph) {
    self.init(photograph.labels.map(\.mark), photograph.kinds, photograph.names)
  }
}

/// How well the pictures of one level were read.
struct Score: CustomStringConvertible {
  private var sheets = 0
  private var rejected: [String: Int] = [:]
  private var boxes = 0
  private var right = 0
  private var doubtful = 0
  /// Doubtful boxes by what stands in them, and whether the networks were nearly sure nevertheless.
  private var doubts: [String: Int] = [:]
  private var others = 0
  private var othersClear: [String: Int] = [:]
  private var dots = 0
  private var dotsClear = 0
  private var swaps = 0
  private var presence = 0
  private var wrongAndClear = 0
  private var names = 0
  private var namesWrong = 0
  private var milliseconds: [Double] = []

  mutating func add(_ reading: BallotReading, _ truth: SheetTruth, _ seed: UInt64) {
    sheets += 1
    switch reading {
    case .rejected(let reason):
      rejected[reason.code, default: 0] += 1
      print("  seed", seed, reason)
    case .read(let sheet):
      milliseconds.append(sheet.milliseconds)
      for (index, line) in sheet.lines.enumerated() { add(line, truth, index, seed) }
    }
  }

  private mutating func add(_ line: ReadLine, _ sheet: SheetTruth, _ index: Int, _ seed: UInt64) {
    if let name = line.name {
      names += 1
      if (name == .written) != sheet.names[index] { namesWrong += 1 }
    }
    let isClear = line.certainty == .clear
    let truth = sheet.marks[index]
    if ProcessInfo.processInfo.environment["EVERY_BOX"] != nil {
      print("box", seed % 5, seed, truth, sheet.kinds[index], line.mark, line.certainty, line.confidence)
    }
    guard sheet.kinds[index] != "dot" else {
      dots += 1
      if isClear, line.mark.rawValue != "blank" { dotsClear += 1 }
      return
    }
    guard truth != "other" else {
      others += 1
      if isClear { othersClear[sheet.kinds[index] + ">" + line.mark.rawValue, default: 0] += 1 }
      return
    }
    boxes += 1
    if !isClear {
      doubtful += 1
      doubts["\(truth) \(line.confidence < 0.95 ? "unsure" : "nearly sure")", default: 0] += 1
    }
    if line.mark.rawValue == truth { return right += 1 }
    if Set([line.mark.rawValue, truth]) == ["for", "against"] { swaps += 1 }
    if (line.mark == .blank) != (truth == "blank") { presence += 1 }
    if isClear {
      wrongAndClear += 1
      print(
        "  WRONG AND CLEAR seed", seed, line.id.rawValue, truth, sheet.kinds[index], "read", line.mark,
        line.confidence)
    }
  }

  var description: String {
    func share(_ part: Int, _ all: Int) -> String {
      String(format: "%.2f%%", 100 * Double(part) / Double(max(all, 1)))
    }
    let times = milliseconds.sorted()
    let median = times.isEmpty ? 0 : times[times.count / 2]
    return "sheets \(sheets) rejected \(rejected) boxes \(boxes) right \(share(right, boxes)) doubtful "
      + "\(share(doubtful, boxes)) wrongAndClear \(wrongAndClear) swaps \(swaps) presence \(presence) "
      + "doubts \(doubts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }) others \(others) clear \(othersClear) "
      + "dots \(dots) wrongClear \(dotsClear) names \(names) wrong \(namesWrong) median \(String(format: "%.1f ms", median))"
  }
}
