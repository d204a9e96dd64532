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

  // Fixed textures, made once when first used.
  private static let grayTexture = surface(Colour(146, 148, 150), patches: 3, grain: 3, seed: 1)
  private static let darkTexture = surface(Colour(58, 55, 54), patches: 3, grain: 4, seed: 2)
  private static let whiteTexture = surface(Colour(222, 221, 216), patches: 2, grain: 2, seed: 3)
  private static let clothTexture = surface(Colour(168, 30, 38), patches: 6, grain: 12, seed: 4)
  private static let concreteTexture = surface(Colour(138, 133, 124), patches: 14, grain: 10, seed: 5)
  private static let woodTexture = planks(Colour(172, 126, 80), seed: 6)

  /// A surface of soft patches and fine grain.
  private static func surface(_ colour: Colour, patches: Double, grain: Double, seed: UInt64) -> [UInt] {
    var dice = Dice(seed: seed)
    let octaves = [4, 8, 16, 32, 64].map { Patches(count: $0, using: &dice) }
    return (0..<side * side).map { index in
      let (x, y) = (index % side, index / side)
      let patch = octaves.reduce(0) { $0 + $1.at(x, y) }
      let shade = patches * patch * 0.6 + dice.gaussian(grain)
      return Colour(colour.red + shade, colour.green + shade, colour.blue + shade).lanes
    }
  }

  /// Wood: long fibres along the rows, and the seams of boards.
  private static func planks(_ colour: Colour, seed: UInt64) -> [UInt] {
    var dice = Dice(seed: seed)
    let waves = [2, 4].map { Patches(count: $0, using: &dice) }
    let fibres = (0..<side).map { _ in dice.gaussian(9) }
    return (0..<side * side).map { index in
      let (x, y) = (index % side, index / side)
      let bend = waves.reduce(0) { $0 + $1.at(x, y) } * 6
      let fibre = fibres[(y + Int(bend) + 2 * side) % side]
      let seam = y % 128 < 2 ? -45.0 : 0
      let shade = fibre + seam + bend + dice.gaussian(3)
      return Colour(colour.red + shade, colour.green + shade * 0.9, colour.blue + shade * 0.7).lanes
    }
  }
}

/// Smooth noise on a grid that fits the texture's side a whole number of times, so that there are no seams.
private struct Patches {
  private let count: Int
  private let values: [Double]

  init(count: Int, using dice: inout Dice) {
    self.count = count
    values = (0..<count * count).map { _ in dice.gaussian() }
  }

  func at(_ x: Int, _ y: Int) -> Double {
    let step = Desk.side / count
    let (column, row) = (x / step, y / step)
    func smooth(_ t: Double) -> Double { t * t * (3 - 2 * t) }
    let s = smooth(Double(x % step) / Double(step)), t = smooth(Double(y % step) / Double(step))
    let upper = value(column, row) * (1 - s) + value(column + 1, row) * s
    let lower = value(column, row + 1) * (1 - s) + value(column + 1, row + 1) * s
    return upper * (1 - t) + lower * t
  }

  private func value(_ column: Int, _ row: Int) -> Double {
    values[(row % count) * count + column % count]
  }
}
