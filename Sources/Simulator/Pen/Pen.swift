package import Ballot
import Foundation

/// A pen: how broad, how dark and how even its line is.
package struct Pen: Sendable, Equatable {
  /// What kind of pen it is.
  package enum Kind: String, Sendable, CaseIterable, Codable { case ball, gel, brush, pencil, marker }

  /// The ink's hue.
  package enum Ink: String, Sendable, CaseIterable, Codable {
    case black, blue, red

    var colour: Colour {
      switch self {
      case .black: Colour(28, 27, 32)
      case .blue: Colour(32, 44, 138)
      case .red: Colour(196, 34, 40)
      }
    }
  }

  package var kind: Kind
  package var ink: Ink
  /// The line's usual width, millimetres.
  package var width: Double
  /// How dark a line of usual pressure is, 0...1.
  package var darkness: Double
  /// How much width and darkness follow the pressure, 0...1.
  package var response: Double
  /// How uneven the ink is, 0...1.
  package var grain: Double
  /// How much the line's ends thin out, 0...1.
  package var taper: Double
  /// How often ink gathers where the pen rests, 0...1.
  package var blobs: Double

  /// A pen of its kind as bought new.
  package init(_ kind: Kind, _ ink: Ink = .black) {
    self.kind = kind
    self.ink = ink
    switch kind {
    case .ball: (width, darkness, response, grain, taper, blobs) = (0.45, 0.86, 0.3, 0.12, 0.3, 0.15)
    case .gel: (width, darkness, response, grain, taper, blobs) = (0.55, 0.97, 0.12, 0.02, 0.1, 0.1)
    case .brush: (width, darkness, response, grain, taper, blobs) = (1.4, 0.96, 0.75, 0.03, 0.8, 0.1)
    case .pencil: (width, darkness, response, grain, taper, blobs) = (0.55, 0.62, 0.5, 0.45, 0.3, 0)
    case .marker: (width, darkness, response, grain, taper, blobs) = (1.9, 0.93, 0.1, 0.02, 0.05, 0.4)
    }
  }

  var colour: Colour { kind == .pencil ? Colour(70, 70, 74) : ink.colour }

  /// The ink that this pen leaves along a path.
  func trace(_ path: [Point], pressure: Double, using dice: inout Dice) -> [InkPoint] {
    let dense = Pen.resample(path, step: max(0.2, width * 0.4))
    let wave = (
      phase: dice.uniform(0...6.28), length: dice.uniform(3...9),
      strength: dice.uniform(0.1...0.35) * response
    )
    let length = Double(dense.count) * max(0.2, width * 0.4)
    var inked = dense.enumerated().map { index, place in
      let along = length * Double(index) / Double(max(1, dense.count))
      let swell = 1 + wave.strength * sin(wave.phase + along * 6.28 / wave.length)
      let force = pressure * swell * thinning(along, length)
      return InkPoint(
        place: place, radius: width / 2 * (1 - response + response * force),
        darkness: min(1, darkness * (1 - response * 0.4 + response * 0.4 * force)))
    }
    if dice.chance(blobs), !inked.isEmpty {
      inked[dice.chance(0.5) ? 0 : inked.count - 1].radius *= dice.uniform(1.2...1.7)
    }
    return inked
  }

  private func thinning(_ along: Double, _ length: Double) -> Double {
    let end = min(along, length - along) / max(0.3, width * 1.5)
    return 1 - taper * max(0, 1 - end)
  }

  /// The path with points at even distances, so that width and darkness can change along it.
  static func resample(_ path: [Point], step: Double) -> [Point] {
    guard var last = path.first else { return [] }
    var result = [last]
    for next in path.dropFirst() {
      let distance = hypot(next.x - last.x, next.y - last.y)
      let pieces = min(400, Int(distance / step))
      guard pieces > 0 else { continue }
      for piece in 1...pieces {
        let t = Double(piece) / Double(pieces)
        result.append(Point(x: last.x + (next.x - last.x) * t, y: last.y + (next.y - last.y) * t))
      }
      last = next
    }
    if let end = path.last, result.count == 1 || result.last != end { result.append(end) }
    return result
  }
}

extension Sheet {
  /// Draws strokes, given in millimetres on the page, with a pen.
  package mutating func draw(
    _ strokes: [[Point]], with pen: Pen, pressure: Double = 1, using dice: inout Dice
  ) {
    for stroke in strokes {
      lay(
        pen.trace(stroke, pressure: pressure, using: &dice), colour: pen.colour, grain: pen.grain,
        using: &dice)
    }
  }
}
