package import Ballot
import Foundation

/// A person with a pen: the same hand in every mark.
package struct Writer: Sendable {
  package var pen: Pen
  /// The size of a sign relative to its box.
  package var size: Double
  /// How far signs lean, radians.
  package var slant: Double
  /// How hard the pen is pressed; 1 is usual.
  package var pressure: Double
  /// How shaky the hand is, millimetres.
  package var wobble: Double
  /// How far from the middle of the box signs come to stand, relative to the box.
  package var aim: Double
  /// Height by width of a ○.
  package var roundness: Double
  /// Whether a ○ is drawn clockwise.
  package var clockwise: Bool
  /// How far a ○ misses its beginning, radians: negative stays open.
  package var overlap: Double
  /// How often a × is drawn without lifting the pen, 0...1.
  package var joins: Double
  /// How often a sign leaves its box, 0...1.
  package var strays: Double
  /// How often a sign is drawn twice, 0...1.
  package var repeats: Double
  /// Signs to copy instead of drawing by rule, in a square from -1 to 1; one is picked for each mark.
  package var recorded: [MarkKind: [[[Point]]]] = [:]

  /// A person's hand and pen.
  package init(seed: UInt64) {
    var dice = Dice(seed: seed)
    pen = Writer.pen(using: &dice)
    size = min(1.02, max(0.5, 0.76 + dice.gaussian(0.11)))
    slant = dice.gaussian(0.12)
    pressure = min(1.5, max(0.6, 1 + dice.gaussian(0.18)))
    wobble = abs(dice.gaussian(0.1)) + 0.03
    aim = abs(dice.gaussian(0.05)) + 0.02
    roundness = min(1.3, max(0.65, 0.95 + dice.gaussian(0.12)))
    clockwise = dice.chance(0.25)
    overlap = dice.gaussian(0.25) + 0.12
    joins = dice.chance(0.3) ? dice.uniform(0.3...1) : 0.05
    strays = dice.chance(0.15) ? 0.2 : 0.02
    repeats = dice.chance(0.05) ? 0.3 : 0.01
  }

  /// Polling stations lay out ball and gel pens; some voters bring their own.
  private static func pen(using dice: inout Dice) -> Pen {
    let kind = dice.pick(
      [(Pen.Kind.ball, 0.4), (.gel, 0.4), (.pencil, 0.06), (.brush, 0.07), (.marker, 0.07)], otherwise: .gel)
    let ink = dice.pick([(Pen.Ink.black, 0.65), (.blue, 0.25), (.red, 0.1)], otherwise: .black)
    var pen = Pen(kind, ink)
    pen.width *= min(1.35, max(0.75, 1 + dice.gaussian(0.14)))
    pen.darkness = min(1, max(0.5, pen.darkness + dice.gaussian(0.05)))
    return pen
  }

  /// The strokes of a sign in a box, millimetres on the page.
  package func strokes(_ kind: MarkKind, in box: Rect, using dice: inout Dice) -> [[Point]] {
    let inner = box.inset(by: Stroke.box)
    let spread = dice.chance(strays) ? dice.uniform(1.05...1.35) : 1
    let place = Point(
      x: inner.centre.x + dice.gaussian(aim * inner.w), y: inner.centre.y + dice.gaussian(aim * inner.h))
    let half = min(inner.w, inner.h * 1.15) / 2 * size * spread * min(1.1, max(0.8, 1 + dice.gaussian(0.06)))
    let space = Space(place: place, half: half, slant: slant + dice.gaussian(0.05), room: inner)
    if let samples = recorded[kind], !samples.isEmpty {
      return samples[dice.integer(0...(samples.count - 1))].map { $0.map(space.onPage) }
    }
    return sign(kind, space, using: &dice).map { stroke in shaken(stroke.map(space.onPage), using: &dice) }
  }

  private func sign(_ kind: MarkKind, _ space: Space, using dice: inout Dice) -> [[Point]] {
    switch kind {
    case .blank: []
    case .circle: circle(using: &dice)
    case .cross: cross(using: &dice)
    case .tick: [tick(using: &dice)]
    case .dot: [dot(space, using: &dice)]
    case .corrected: corrected(space, using: &dice)
    case .both: both(space, using: &dice)
    case .filled: [scribble(space, using: &dice)]
    case .dash: [dash(using: &dice)]
    case .otherSign: other(using: &dice)
    }
  }

  /// The hand's unrest along a path: two slow waves across it.
  private func shaken(_ path: [Point], using dice: inout Dice) -> [Point] {
    let phases = (dice.uniform(0...6.28), dice.uniform(0...6.28))
    let lengths = (dice.uniform(5...11), dice.uniform(2.2...4))
    let strength = wobble * dice.uniform(0.5...1.3)
    var along = 0.0
    return path.enumerated().map { index, point in
      if index > 0 { along += hypot(point.x - path[index - 1].x, point.y - path[index - 1].y) }
      let first = sin(phases.0 + along * 6.28 / lengths.0), second = sin(phases.1 + along * 6.28 / lengths.1)
      return Point(
        x: point.x + strength * (first + 0.25 * second),
        y: point.y + strength * (cos(phases.1 + along * 6.28 / lengths.0) + 0.25 * second))
    }
  }
}

/// Where a sign stands: signs are drawn in a square from -1 to 1.
struct Space {
  let place: Point
  /// Half the square's side, millimetres.
  let half: Double
  let slant: Double
  /// The inside of the box.
  let room: Rect

  func onPage(_ point: Point) -> Point {
    let (c, s) = (cos(slant), sin(slant))
    return Point(
      x: place.x + half * (point.x * c - point.y * s), y: place.y + half * (point.x * s + point.y * c))
  }

  /// Half the inside of the box in units of the square.
  var reach: (x: Double, y: Double) { (room.w / 2 / half, room.h / 2 / half) }
}
