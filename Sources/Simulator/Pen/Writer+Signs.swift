import Ballot
import Foundation

/// Signs in a square from -1 to 1, y downwards.
extension Writer {
  func circle(using dice: inout Dice) -> [[Point]] {
    let ring = ring(turns: 1, using: &dice)
    guard dice.chance(repeats) else { return [ring] }
    return dice.chance(0.5) ? [self.ring(turns: 2, using: &dice)] : [ring, self.ring(turns: 1, using: &dice)]
  }

  /// A closed or nearly closed line whose radius wanders.
  private func ring(turns: Double, using dice: inout Dice) -> [Point] {
    let start = -1.57 + dice.gaussian(0.5)
    let miss = min(0.9, max(-0.45, overlap + dice.gaussian(0.2)))
    let sweep = (turns * 2 * .pi + miss) * (clockwise ? 1 : -1)
    let height = min(1.3, max(0.6, roundness + dice.gaussian(0.06)))
    let width = min(1.3, 1 / height)
    let (oval, bump) = (dice.uniform(0...0.1), dice.uniform(0...0.06))
    let (ovalPhase, bumpPhase) = (dice.uniform(0...6.28), dice.uniform(0...6.28))
    let drift = dice.gaussian(0.09)
    let count = Int(44 * turns)
    return (0...count).map { index in
      let t = Double(index) / Double(count)
      let angle = start + sweep * t
      let radius =
        0.95 * (1 + oval * cos(2 * angle + ovalPhase) + bump * cos(3 * angle + bumpPhase))
        * (1 + drift * (t - 0.5))
      return Point(x: radius * width * cos(angle), y: radius * height * sin(angle))
    }
  }

  func cross(using dice: inout Dice) -> [[Point]] {
    let first = limb(from: (-0.85, -0.85), to: (0.85, 0.85), using: &dice)
    let second = limb(from: (0.85, -0.85), to: (-0.85, 0.85), using: &dice)
    let strokes = dice.chance(0.5) ? [first, second] : [second, first]
    guard dice.chance(joins), let end = strokes[0].last, let next = strokes[1].first else {
      return dice.chance(repeats)
        ? strokes + [limb(from: (-0.8, -0.8), to: (0.8, 0.8), using: &dice)] : strokes
    }
    let side = end.x > 0 ? 1.0 : -1.0
    let turn = Point(x: side * dice.uniform(0.9...1.25), y: dice.uniform(-0.2...0.3))
    return [strokes[0] + Writer.curve(end, turn, next) + strokes[1]]
  }

  /// A nearly straight stroke.
  private func limb(
    from: (x: Double, y: Double), to: (x: Double, y: Double), using dice: inout Dice
  ) -> [Point] {
    let start = Point(x: from.x + dice.gaussian(0.1), y: from.y + dice.gaussian(0.1))
    let end = Point(x: to.x + dice.gaussian(0.12), y: to.y + dice.gaussian(0.12))
    let bow = dice.gaussian(0.12)
    let middle = Point(
      x: (start.x + end.x) / 2 + bow * (end.y - start.y) / 2,
      y: (start.y + end.y) / 2 - bow * (end.x - start.x) / 2)
    return Writer.curve(start, middle, end)
  }

  func tick(using dice: inout Dice) -> [Point] {
    let start = Point(x: -0.85 + dice.gaussian(0.1), y: dice.uniform(-0.3...0.25))
    let low = Point(x: -0.3 + dice.gaussian(0.12), y: 0.78 + dice.gaussian(0.1))
    let end = Point(x: 0.95 + dice.gaussian(0.12), y: -0.85 + dice.gaussian(0.15))
    let down = Writer.curve(
      start, Point(x: (start.x + low.x) / 2 + 0.1, y: (start.y + low.y) / 2 - 0.02), low)
    let sag = dice.uniform(0...0.2)
    return down + Writer.curve(low, Point(x: 0.3 + sag * 0.5, y: 0.05 + sag), end)
  }

  func dot(_ space: Space, using dice: inout Dice) -> [Point] {
    let place = Point(
      x: dice.uniform(-0.8...0.8) * space.reach.x, y: dice.uniform(-0.8...0.8) * space.reach.y)
    let length = dice.uniform(0...0.35) / space.half, angle = dice.uniform(0...6.28)
    return [place, Point(x: place.x + length * cos(angle), y: place.y + length * sin(angle))]
  }

  func dash(using dice: inout Dice) -> [Point] {
    switch dice.integer(0...2) {
    case 0: limb(from: (-0.9, 0), to: (0.9, dice.gaussian(0.1)), using: &dice)
    case 1: limb(from: (-0.8, 0.8), to: (0.8, -0.8), using: &dice)
    default: limb(from: (0, -0.9), to: (0.05, 0.9), using: &dice)
    }
  }

  /// A zigzag over the whole box.
  func scribble(_ space: Space, using dice: inout Dice) -> [Point] {
    let turns = dice.integer(7...16)
    let upright = dice.chance(0.4)
    return (0...turns).map { index in
      let along = (2 * Double(index) / Double(turns) - 1) * 0.85 + dice.gaussian(0.06)
      let across = (index.isMultiple(of: 2) ? -0.85 : 0.85) + dice.gaussian(0.08)
      let (x, y) = upright ? (across, along) : (along, across)
      return Point(x: x * space.reach.x, y: y * space.reach.y)
    }
  }

  func corrected(_ space: Space, using dice: inout Dice) -> [[Point]] {
    let room = max(0, space.reach.x - 0.55)
    let old = circle(using: &dice).map { Writer.placed($0, x: -room * 0.7, scale: 0.8) }
    let strikes = (0..<dice.integer(1...3)).map { index in
      let y = dice.uniform(-0.3...0.3) + 0.12 * Double(index)
      return Writer.placed(
        limb(from: (-1.1, y + 0.2), to: (1.1, y - 0.2), using: &dice), x: -room * 0.7, scale: 0.85)
    }
    return old + strikes + cross(using: &dice).map { Writer.placed($0, x: room * 0.8, scale: 0.62) }
  }

  func both(_ space: Space, using dice: inout Dice) -> [[Point]] {
    let room = max(0, space.reach.x - 0.6)
    let apart = dice.chance(0.5) ? room * 0.75 : 0
    return circle(using: &dice).map { Writer.placed($0, x: -apart, scale: apart > 0 ? 0.7 : 1) }
      + cross(using: &dice).map { Writer.placed($0, x: apart, scale: apart > 0 ? 0.65 : 0.9) }
  }

  func other(using dice: inout Dice) -> [[Point]] {
    let corners: [(Double, Double)] =
      switch dice.integer(0...2) {
      case 0: [(0, -0.9), (-0.85, 0.75), (0.85, 0.75), (0, -0.9)]
      case 1: [(0, -0.95), (-0.6, 0.85), (0.95, -0.25), (-0.95, -0.25), (0.6, 0.85), (0, -0.95)]
      default: [(-0.55, -0.45), (-0.1, -0.9), (0.5, -0.55), (0.35, -0.05), (0, 0.2), (0, 0.55)]
      }
    let path = corners.map { Point(x: $0.0 + dice.gaussian(0.06), y: $0.1 + dice.gaussian(0.06)) }
    return corners.count == 6 && corners[0].0 < 0
      ? [path, [Point(x: 0, y: 0.85), Point(x: 0.03, y: 0.87)]] : [path]
  }

  static func placed(_ path: [Point], x: Double, scale: Double) -> [Point] {
    path.map { Point(x: $0.x * scale + x, y: $0.y * scale) }
  }

  /// A curve from one point to another that leans towards a third (quadratic Bézier).
  static func curve(_ start: Point, _ handle: Point, _ end: Point) -> [Point] {
    (0...12).map { index in
      let t = Double(index) / 12, u = 1 - t
      return Point(
        x: u * u * start.x + 2 * u * t * handle.x + t * t * end.x,
        y: u * u * start.y + 2 * u * t * handle.y + t * t * end.y)
    }
  }
}
