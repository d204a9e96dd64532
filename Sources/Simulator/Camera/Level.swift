import Ballot

/// How hard a photograph is to read, from a document camera in good light to a phone in a cellar.
package enum Level: Int, Sendable, CaseIterable, Codable, Comparable {
  case documentCamera, tableLamp, phone, dimRoom, cellar

  /// `L0` to `L4`.
  package var name: String { "L\(rawValue)" }

  package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}

extension Camera.Conditions {
  /// The conditions of one photograph of a level, for a frame of this size.
  package init(_ level: Level, width: Int = 2048, height: Int = 1536, seed: UInt64) {
    var dice = Dice(seed: seed)
    self.init()
    self.width = width
    self.height = height
    let bounds = Bounds.of(level)
    pose(bounds, using: &dice)
    light(bounds, using: &dice)
    sense(bounds, using: &dice)
  }

  /// The conditions of a video frame of a card: 1280 by 720, the card anywhere and smaller in it.
  package init(frame level: Level, seed: UInt64) {
    self.init(level, width: 1280, height: 720, seed: seed)
    var dice = Dice(seed: seed ^ 0xca4d)
    let spread = Double(level.rawValue)
    fill = dice.uniform((0.7 - 0.05 * spread)...0.92)
    rotation = dice.uniform((-4 - 9 * spread)...(4 + 9 * spread))
    quality = dice.integer(80...92)
  }

  private mutating func pose(_ bounds: Bounds, using dice: inout Dice) {
    fill = dice.uniform(bounds.fill)
    offset = .init(x: dice.uniform(-1...1), y: dice.uniform(-1...1))
    let quarters =
      width > height ? [(90.0, 0.35), (270, 0.2), (0, 0.35), (180, 0.1)] : [(0.0, 0.8), (180, 0.2)]
    rotation = dice.pick(quarters, otherwise: 0) + dice.uniform(-bounds.rotation...bounds.rotation)
    tilt = dice.uniform(bounds.tilt)
    tiltDirection = dice.uniform(0...360)
    distance = dice.uniform(bounds.distance)
    distortion = dice.uniform(-bounds.distortion...bounds.distortion)
    curl = dice.uniform(-bounds.curl...bounds.curl)
    curlDirection = dice.uniform(-30...30) + (dice.chance(0.5) ? 0 : 90)
    crease = dice.chance(0.5) ? dice.uniform(0...bounds.curl) : 0
  }

  private mutating func light(_ bounds: Bounds, using dice: inout Dice) {
    desk = dice.pick(bounds.desks.map { ($0, 1) }, otherwise: .gray)
    exposure = dice.uniform(bounds.exposure)
    gradient = dice.uniform(bounds.gradient)
    gradientDirection = dice.uniform(0...360)
    vignette = dice.uniform(0...bounds.gradient.upperBound * 0.5)
    shadow = dice.chance(0.7) ? dice.uniform(0...bounds.shadow) : 0
    glare = dice.chance(0.3) ? dice.uniform(0...bounds.glare) : 0
    warmth = dice.uniform(bounds.warmth)
    haze = dice.uniform(bounds.haze)
  }

  private mutating func sense(_ bounds: Bounds, using dice: inout Dice) {
    // Blur is in pixels of a frame 2048 wide; a finer sensor spreads the same lens over more pixels.
    let finer = Double(max(width, height)) / 2048
    blur = dice.uniform(bounds.blur) * max(0.7, finer)
    motion = dice.chance(0.6) ? dice.uniform(0...bounds.motion) * finer : 0
    motionDirection = dice.uniform(0...180)
    noise = dice.uniform(bounds.noise)
    quality = dice.integer(bounds.quality)
  }
}

/// Within what bounds the conditions of a level lie.
private struct Bounds {
  var fill = 0.9...0.97
  var rotation = 2.0
  var tilt = 0.0...2.0
  var distance = 2.0...3.0
  var distortion = 0.006
  var curl = 0.0
  var desks: [Desk] = [.gray, .dark, .white]
  var exposure = 1.0...1.05
  var gradient = 0.0...0.08
  var shadow = 0.0
  var glare = 0.0
  var warmth = -0.02...0.02
  var haze = 0.0...0.03
  var blur = 0.4...0.65
  var motion = 0.0
  var noise = 0.8...1.6
  var quality = 85...90

  static func of(_ level: Level) -> Bounds {
    switch level {
    case .documentCamera: Bounds()
    case .tableLamp: tableLamp
    case .phone: phone
    case .dimRoom: dimRoom
    case .cellar: cellar
    }
  }

  private static let tableLamp = Bounds(
    fill: 0.85...0.96, rotation: 8, tilt: 0...6, distance: 1.7...2.6, distortion: 0.015, curl: 3,
    desks: [.gray, .dark, .white, .wood], exposure: 0.95...1.08, gradient: 0.05...0.22, shadow: 0.1,
    warmth: -0.04...0.06, haze: 0...0.06, blur: 0.5...0.85, motion: 1, noise: 1.5...2.8, quality: 80...90)

  private static let phone = Bounds(
    fill: 0.78...0.95, rotation: 15, tilt: 2...14, distance: 1.4...2.2, distortion: 0.03, curl: 6,
    desks: Desk.allCases, exposure: 0.95...1.2, gradient: 0.1...0.38, shadow: 0.3, glare: 0.15,
    warmth: -0.06...0.1, haze: 0...0.12, blur: 0.7...1.2, motion: 2.4, noise: 2.4...4.5, quality: 74...86)

  private static let dimRoom = Bounds(
    fill: 0.75...0.93, rotation: 25, tilt: 5...22, distance: 1.25...1.9, distortion: 0.05, curl: 10,
    desks: Desk.allCases, exposure: 0.8...1.25, gradient: 0.2...0.5, shadow: 0.45, glare: 0.35,
    warmth: -0.08...0.16, haze: 0...0.22, blur: 0.9...1.6, motion: 4.2, noise: 4...7.5, quality: 66...80)

  private static let cellar = Bounds(
    fill: 0.7...0.92, rotation: 40, tilt: 8...30, distance: 1.15...1.7, distortion: 0.07, curl: 14,
    desks: Desk.allCases, exposure: 0.45...0.9, gradient: 0.3...0.65, shadow: 0.6, glare: 0.5,
    warmth: -0.1...0.24, haze: 0.05...0.35, blur: 1.2...2.3, motion: 7, noise: 7...13, quality: 60...72)
}
