import Ballot
import Foundation

/// How bright each part of the frame is: a share of the scene's light and a veil of reflected light.
///
/// Both are worked out at the corners of the mesh's cells, in 1/256 of a level.
struct Light {
  /// What a pixel is multiplied by, 0...256.
  let gain: [Double]
  /// What is added after that, so that `255 * gain + veil` stays within 16 bits.
  let veil: [Double]

  init(_ mesh: Mesh, _ projection: Projection, _ conditions: Camera.Conditions, using dice: inout Dice) {
    let lamp = Lamp(conditions, using: &dice)
    var gain: [Double] = []
    var veil: [Double] = []
    gain.reserveCapacity(mesh.x.count)
    veil.reserveCapacity(mesh.x.count)
    for row in 0..<mesh.rows {
      for column in 0..<mesh.columns {
        let index = row * mesh.columns + column
        let x = 2 * Double(column) / Double(max(1, mesh.columns - 1)) - 1
        let y = 2 * Double(row) / Double(max(1, mesh.rows - 1)) - 1
        let bent = projection.shading(Point(x: mesh.x[index], y: mesh.y[index]))
        let (share, haze) = lamp.at(x, y, bent: bent)
        gain.append(min(255.9 * (1 - haze), max(0, share * 232 * (1 - haze))))
        veil.append(haze * 250 * 255)
      }
    }
    self.gain = gain
    self.veil = veil
  }
}

/// The lamps of a scene, in frame coordinates -1...1.
private struct Lamp {
  private let conditions: Camera.Conditions
  private let slope: (x: Double, y: Double)
  private let hand: Spot
  private let reflection: Spot

  init(_ conditions: Camera.Conditions, using dice: inout Dice) {
    self.conditions = conditions
    let angle = conditions.gradientDirection * .pi / 180
    slope = (cos(angle), sin(angle))
    hand = Spot(
      x: dice.uniform(-0.9...0.9), y: dice.uniform(0.2...1.1), reach: dice.uniform(0.4...0.8),
      edge: dice.uniform(0.12...0.5), flat: dice.uniform(0.6...1.6))
    reflection = Spot(
      x: dice.uniform(-0.6...0.6), y: dice.uniform(-0.6...0.6), reach: dice.uniform(0.1...0.3),
      edge: dice.uniform(0.15...0.4), flat: dice.uniform(0.5...2))
  }

  /// The share of light and the veil at a place of the frame.
  func at(_ x: Double, _ y: Double, bent: Double) -> (share: Double, haze: Double) {
    let across = (x * slope.x + y * slope.y + 1.2) / 2.4
    let corner = (x * x + y * y) / 2
    let share =
      bent * (1 - conditions.gradient * min(1, max(0, across))) * (1 - conditions.vignette * corner * corner)
      * (1 - conditions.shadow * hand.cover(x, y))
    let glare = conditions.glare * reflection.cover(x, y)
    return (share, min(1, max(0, glare)))
  }
}

/// A soft oval.
private struct Spot {
  let x: Double
  let y: Double
  let reach: Double
  let edge: Double
  let flat: Double

  /// 1 in the middle, 0 outside, smooth between.
  func cover(_ x: Double, _ y: Double) -> Double {
    let distance = hypot(x - self.x, (y - self.y) * flat)
    let t = min(1, max(0, (reach + edge - distance) / (2 * edge)))
    return t * t * (3 - 2 * t)
  }
}
