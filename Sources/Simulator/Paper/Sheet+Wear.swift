package import Ballot
import Foundation

/// What happens to a sheet after it was printed.
extension Sheet {
  /// Folds the sheet once across, at so many millimetres from the top: a worn line, dark and bright sides.
  ///
  /// - Parameters:
  ///   - y: Where the fold is.
  ///   - strength: 0 for a fold smoothed away, 1 for a sharp one.
  package mutating func fold(at y: Double, strength: Double) {
    let reach = 7.0
    guard y > -reach, y < size.height + reach else { return }
    for row in span(y - reach, y + reach, rows) {
      let away = (Double(row) + 0.5) / dotsPerMillimetre - y
      let slope = exp(-abs(away) / 2.5) * (away < 0 ? 0.10 : 0.04)
      let line = exp(-away * away / 0.08) * 0.14
      let factor = UInt(256 * (1 - min(0.5, max(0, strength)) * 2 * max(slope, line)))
      for index in (row * columns)..<((row + 1) * columns) {
        pixels[index] = Lanes.dim(pixels[index], factor)
      }
    }
  }

  /// Stamps a round red seal with a star, unevenly inked.
  package mutating func stamp(
    at centre: Point, radius: Double, strength: Double = 0.8, using dice: inout Dice
  ) {
    let bounds = Rect(x: centre.x - radius, y: centre.y - radius, w: 2 * radius, h: 2 * radius)
    guard let range = pixelRange(of: bounds) else { return }
    let angle = dice.gaussian(0.15), bare = dice.uniform(0...6.28)
    var layer = InkLayer(x: range.x, y: range.y)
    var index = 0
    for row in range.y {
      for column in range.x {
        let x = ((Double(column) + 0.5) / dotsPerMillimetre - centre.x) / radius
        let y = ((Double(row) + 0.5) / dotsPerMillimetre - centre.y) / radius
        let inked = Seal.covers(x * cos(angle) + y * sin(angle), y * cos(angle) - x * sin(angle))
        let press = 0.75 + 0.25 * cos(atan2(y, x) - bare)
        layer.cover[index] = inked ? Float(strength * press) : 0
        index += 1
      }
    }
    soak(layer, colour: Pen.Ink.red.colour, grain: 0.2, using: &dice)
  }

  /// Spills a drop of ink.
  package mutating func blot(at centre: Point, radius: Double, ink: Pen.Ink, using dice: inout Dice) {
    let edge = (0..<4).map { _ in
      InkPoint(place: centre, radius: radius * dice.uniform(0.5...1), darkness: 0.9)
    }
    let path = edge.map { point in
      var point = point
      point.place.x += dice.gaussian(radius * 0.4)
      point.place.y += dice.gaussian(radius * 0.4)
      return point
    }
    lay(path, colour: ink.colour, grain: 0.05, using: &dice)
  }
}

/// The figure of a seal in a circle of radius 1.
private enum Seal {
  static func covers(_ x: Double, _ y: Double) -> Bool {
    let radius = hypot(x, y)
    if radius > 0.92 { return radius < 1 }
    if radius < 0.32 { return star(x, y, radius / 0.32) }
    // Dashes stand for the ring of characters.
    let angle = atan2(y, x) * 9 / .pi
    return radius > 0.62 && radius < 0.82 && y < 0.35 && angle - angle.rounded(.down) < 0.6
  }

  /// A star of five points.
  private static func star(_ x: Double, _ y: Double, _ radius: Double) -> Bool {
    let part = (atan2(x, -y) / (2 * .pi) + 1) * 5
    let off = abs(part - part.rounded())
    return radius < 1 - 1.24 * off
  }
}
