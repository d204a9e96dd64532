package import Ballot
import Foundation

/// Names that look like Chinese handwriting: strokes of the usual kinds in the usual frames, no real characters.
extension Writer {
  /// The strokes of a name of two to four characters, written from the left of a field.
  package func name(in field: Rect, using dice: inout Dice) -> [[Point]] {
    let count = dice.pick([(2, 0.25), (3, 0.65), (4, 0.1)], otherwise: 3)
    let side = min(field.h * 0.92, field.w / (Double(count) + 0.8)) * min(1.1, max(0.7, 0.8 + 0.25 * size))
    var left = field.x + dice.uniform(0.02...0.3) * max(0, field.w - side * Double(count) * 1.15)
    let low = field.centre.y + dice.gaussian(0.05) * field.h
    return (0..<count).flatMap { _ -> [[Point]] in
      let cell = Rect(x: left, y: low - side / 2 + dice.gaussian(0.03) * side, w: side, h: side)
      left += side * dice.uniform(1.02...1.2)
      return character(in: cell, using: &dice)
    }
  }

  private func character(in cell: Rect, using dice: inout Dice) -> [[Point]] {
    frames(using: &dice).flatMap { frame in
      component(using: &dice).map { stroke in
        stroke.map { point in
          let x = frame.x + point.x * frame.w - 0.5, y = frame.y + point.y * frame.h - 0.5
          return Point(
            x: cell.centre.x + cell.w * (x + slant * 0.3 * -y) + dice.gaussian(wobble * 0.3),
            y: cell.centre.y + cell.h * (y - 0.08 * x) + dice.gaussian(wobble * 0.3))
        }
      }
    }
  }

  /// How a character is divided: whole, left and right, above and below.
  private func frames(using dice: inout Dice) -> [Rect] {
    switch dice.integer(0...4) {
    case 0: [Rect(x: 0.05, y: 0.05, w: 0.9, h: 0.9)]
    case 1, 2:
      [Rect(x: 0.02, y: 0.08, w: 0.36, h: 0.86), Rect(x: 0.42, y: 0.05, w: 0.56, h: 0.92)]
    default:
      [Rect(x: 0.1, y: 0.02, w: 0.8, h: 0.42), Rect(x: 0.05, y: 0.48, w: 0.9, h: 0.5)]
    }
  }

  /// A few strokes in a square from 0 to 1.
  private func component(using dice: inout Dice) -> [[Point]] {
    func at(_ x: Double, _ y: Double) -> Point {
      Point(x: x + dice.gaussian(0.03), y: y + dice.gaussian(0.03))
    }
    switch dice.integer(0...6) {
    case 0:
      return [[at(0.05, 0.3), at(0.95, 0.25)], [at(0, 0.75), at(1, 0.7)], [at(0.5, 0), at(0.5, 1)]]
    case 1:
      return [
        [at(0.15, 0.1), at(0.15, 0.95)], [at(0.15, 0.1), at(0.88, 0.08), at(0.85, 0.95)],
        [at(0.15, 0.5), at(0.85, 0.48)], [at(0.15, 0.92), at(0.85, 0.9)],
      ]
    case 2:
      return [
        [at(0.1, 0.3), at(0.95, 0.25)], Writer.curve(at(0.5, 0), at(0.5, 0.6), at(0.05, 1)),
        Writer.curve(at(0.5, 0.35), at(0.65, 0.75), at(1, 0.98)),
      ]
    case 3:
      return [
        [at(0.2, 0.05), at(0.35, 0.2)], [at(0.1, 0.35), at(0.28, 0.48)],
        Writer.curve(at(0.1, 0.95), at(0.3, 0.8), at(0.4, 0.55)), [at(0.5, 0.3), at(0.98, 0.25)],
        [at(0.72, 0.02), at(0.72, 0.9), at(0.55, 0.78)],
      ]
    case 4:
      return [
        [at(0.05, 0.15), at(0.95, 0.1)], [at(0.2, 0.45), at(0.8, 0.42)],
        [at(0.5, 0.12), at(0.48, 0.88)], [at(0, 0.9), at(1, 0.86)],
      ]
    case 5:
      return [
        Writer.curve(at(0.55, 0), at(0.4, 0.3), at(0.05, 0.5)), [at(0.3, 0.3), at(0.28, 1)],
        [at(0.5, 0.35), at(1, 0.32)], [at(0.75, 0.1), at(0.75, 0.95), at(0.6, 0.85)],
        [at(0.5, 0.55), at(0.6, 0.7)],
      ]
    default:
      return [
        Writer.curve(at(0.4, 0), at(0.3, 0.3), at(0.05, 0.45)),
        [at(0.3, 0.2), at(0.85, 0.15), at(0.35, 0.6)], Writer.curve(at(0.45, 0.4), at(0.5, 0.7), at(0.05, 1)),
        Writer.curve(at(0.4, 0.5), at(0.7, 0.8), at(1, 0.95)),
      ]
    }
  }
}
