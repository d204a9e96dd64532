import Ballot
import Foundation

/// What covers parts of a sheet: fingers that hold it, a thing put down on its corner.
enum Occlusion {
  /// The things that the conditions ask for, on a sheet of this size.
  static func items(
    _ conditions: Camera.Conditions, size: (width: Double, height: Double), using dice: inout Dice
  ) -> [Scene.Item] {
    let fingers = (0..<min(10, max(0, conditions.fingers))).map { _ in finger(at: size, using: &dice) }
    guard let corner = conditions.coveredCorner else { return fingers }
    return fingers + [thing(on: corner, size, using: &dice)]
  }

  /// A fingertip that reaches in from an edge.
  private static func finger(
    at size: (width: Double, height: Double), using dice: inout Dice
  ) -> Scene.Item {
    let (length, reach) = (60.0, dice.uniform(6...13))
    let along = dice.uniform(-0.42...0.42), lean = dice.gaussian(12)
    let side = dice.integer(0...3)
    let edge = side.isMultiple(of: 2) ? size.height / 2 : size.width / 2
    let other = side.isMultiple(of: 2) ? size.width : size.height
    // A finger from above, turned about the middle of the sheet by quarters.
    let place = (x: along * other, y: -edge - length / 2 + reach)
    let turn = Double(side) * .pi / 2
    return Scene.Item(
      sprite(skin(using: &dice), width: 17, height: length) { x, y in
        let cap = max(0, y - (length / 2 - 8.5))
        return hypot(x, cap) < 8.5 ? 1 - 0.45 * pow(hypot(x, cap) / 8.5, 2) : nil
      },
      centre: Point(
        x: place.x * cos(turn) - place.y * sin(turn), y: place.x * sin(turn) + place.y * cos(turn)),
      degrees: Double(side) * 90 + lean)
  }

  private static func skin(using dice: inout Dice) -> Colour {
    let tone = dice.uniform(0.7...1.05)
    return Colour(222 * tone, 172 * tone, 140 * tone)
  }

  /// A round thing on one of the corners.
  private static func thing(
    on corner: Int, _ size: (width: Double, height: Double), using dice: inout Dice
  ) -> Scene.Item {
    let radius = dice.uniform(22...34)
    let colour = Colour(dice.uniform(30...230), dice.uniform(30...230), dice.uniform(30...230))
    let right = corner == 1 || corner == 2, low = corner >= 2
    return Scene.Item(
      sprite(colour, width: 2 * radius, height: 2 * radius) { x, y in
        hypot(x, y) < radius ? 1 - 0.3 * pow(hypot(x, y) / radius, 4) : nil
      },
      centre: Point(
        x: (size.width / 2 - 10) * (right ? 1 : -1), y: (size.height / 2 - 10) * (low ? 1 : -1)))
  }

  /// A shaded figure about the middle of a rectangle, open where `shade` gives nothing.
  private static func sprite(
    _ colour: Colour, width: Double, height: Double, shade: (Double, Double) -> Double?
  ) -> Sheet {
    var sheet = Sheet(width: width, height: height, dotsPerMillimetre: 3, colour: colour)
    sheet.isOpen = true
    for row in 0..<sheet.rows {
      for column in 0..<sheet.columns {
        let x = (Double(column) + 0.5) / 3 - width / 2, y = (Double(row) + 0.5) / 3 - height / 2
        let factor = shade(x, y).map { UInt(256 * min(1, max(0, $0))) }
        let pixel = Lanes.dim(colour.lanes & 0xffff_ffff_ffff, factor ?? 180)
        sheet.pixels[row * sheet.columns + column] = pixel | (factor == nil ? 0 : 255 << 48)
      }
    }
    return sheet
  }
}
