import Ballot
import Foundation
import Scanner
import Simulator

/// How alike two pictures of one sheet are, and how alike two sheets that one hand marked in the same way.
enum AlikeScore {
  static func measure(_ ballots: Ballots, _ real: RealStrokes, first: UInt64, count: UInt64) throws {
    guard let reader = BallotReader(pages: ballots.pages) else { return }
    for seed in first..<first + count {
      var dice = Dice(seed: seed)
      let index = ballots.index(using: &dice)
      let marks = Int(1 + seed % 4)
      let labels = ballots.pages[index].lines.indices.map { line -> RealStrokes.Label in
        line < marks ? [.circle, .circle, .cross, .check][dice.integer(0...3)] : .blank
      }
      let one = sheet(ballots, index, labels, real, seed)
      let other = sheet(ballots, index, labels, real, seed ^ 0xffff_0000)
      let level = Level.allCases[Int(seed / 4 % 4)]
      func print(_ sheet: Sheet, _ salt: UInt64) throws -> SheetPrint? {
        var conditions = Camera.Conditions(level, width: 3264, height: 2448, seed: seed &* 7 &+ salt)
        conditions.rotation += salt == 2 ? 180 : 0
        let jpeg = try Camera.photograph(sheet, conditions, seed: seed &* 7 &+ salt).jpeg
        guard case .read(let reading) = reader.read(jpeg) else { return nil }
        return reading.print
      }
      guard let a = try print(one, 1), let b = try print(one, 2), let c = try print(other, 3) else {
        continue
      }
      Swift.print(
        level.name, "marks", marks, "same", String(format: "%.3f", a.likeness(to: b)), "other",
        String(format: "%.3f", a.likeness(to: c)))
    }
  }

  private static func sheet(
    _ ballots: Ballots, _ index: Int, _ labels: [RealStrokes.Label], _ real: RealStrokes, _ seed: UInt64
  ) -> Sheet {
    var dice = Dice(seed: seed)
    var sheet = Sheet(ballots.rasters[index], print: .office(seed: seed))
    // The hand is the same for both sheets, as when one person fills in the family's ballots.
    let writer = Writer(seed: seed & 0xffff)
    for (line, label) in zip(ballots.pages[index].lines, labels) where label != .blank {
      let kind: MarkKind = label == .circle ? .circle : label == .cross ? .cross : .tick
      let strokes =
        dice.chance(0.5)
        ? writer.strokes(kind, in: line.box, using: &dice) : real.strokes(label, in: line.box, using: &dice)
      sheet.draw(strokes, with: writer.pen, using: &dice)
    }
    return sheet
  }
}
