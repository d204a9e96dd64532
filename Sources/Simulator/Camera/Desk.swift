import Foundation

/// What the sheet lies on.
package enum Desk: String, Sendable, CaseIterable, Codable {
  case gray, wood, redCloth, dark, white, concrete

  /// Side of the texture's square, pixels.
  static let side = 256
  /// How many texture pixels make a millimetre.
  static let dotsPerMillimetre = 2.5

  /// The texture: a square of `Lanes` that can be repeated.
  var texture: [UInt] {
    switch self {
    case .gray: Desk.grayTexture
    case .wood: Desk.woodTexture
    case .redCloth: Desk.clothTexture
    case .dark: Desk.darkTexture
    case .white: Desk.whiteTexture
    case .concrete: Desk.concreteTexture
    }
  }

  private static let grayTexture = weave(Colour(146, 148, 150), patches: 5, grain: 3, seed: 1)
  private static let darkTexture = weave(Colour(58, 55, 54), patches: 5, grain: 4, seed: 2)
  private static let whiteTexture = weave(Colour(222, 221, 216), patches: 3, grain: 2, seed: 3)
  private static let clothTexture = weave(Colour(168, 30, 38), patches: 12, grain: 13, seed: 4)
  private static let concreteTexture = weave(Colour(138, 133, 124), patches: 22, grain: 12, seed: 5)
  private static let woodTexture = planks(Colour(172, 126, 80), seed: 6)

  /// A surface of soft patches and fine grain.
  private static func weave(_ colour: Colour, patches: Double, grain: Double, seed: UInt64) -> [UInt] {
    var dice = Dice(seed: seed)
    let waves = Wave.several(7, using: &dice)
    return (0..<side * side).map { index in
      let shade = Wave.sum(waves, index % side, index / side) * patches + dice.gaussian(grain)
      return Colour(colour.red + shade, colour.green + shade, colour.blue + shade).lanes
    }
  }

  /// Wood: long fibres along the rows.
  private static func planks(_ colour: Colour, seed: UInt64) -> [UInt] {
    var dice = Dice(seed: seed)
    let waves = Wave.several(5, using: &dice)
    let fibres = (0..<side).map { _ in dice.gaussian(9) }
    return (0..<side * side).map { index in
      let (x, y) = (index % side, index / side)
      let bend = Wave.sum(waves, x, y) * 6
      let fibre = fibres[(y + Int(bend) + side) % side]
      let seam = y % 128 < 2 ? -45.0 : 0
      let shade = fibre + seam + bend + dice.gaussian(3)
      return Colour(colour.red + shade, colour.green + shade * 0.9, colour.blue + shade * 0.7).lanes
    }
  }
}

/// A wave that fits the texture's side a whole number of times, so that the texture has no seams.
private struct Wave {
  let x: Double
  let y: Double
  let phase: Double

  static func several(_ count: Int, using dice: inout Dice) -> [Wave] {
    (0..<count).map { _ in
      Wave(
        x: Double(dice.integer(-4...4)), y: Double(dice.integer(-4...4)), phase: dice.uniform(0...6.28))
    }
  }

  static func sum(_ waves: [Wave], _ x: Int, _ y: Int) -> Double {
    waves.reduce(0) { sum, wave in
      sum + sin(wave.phase + (wave.x * Double(x) + wave.y * Double(y)) * 2 * .pi / Double(Desk.side))
    } / 2
  }
}
