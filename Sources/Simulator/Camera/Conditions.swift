package import Ballot

extension Camera {
  /// Everything about one exposure that is not on the paper; every value can be set alone.
  ///
  /// The defaults are a perfect camera straight above, in even light.
  package struct Conditions: Sendable, Equatable {
    // The frame.
    package var width = 2048
    package var height = 1536
    /// How much of the frame the sheet fills, 0...1.
    package var fill = 0.94
    /// Where in the remaining room the sheet lies, -1...1 each.
    package var offset = Point(x: 0, y: 0)

    // The camera's pose.
    /// Rotation of the sheet in the picture, degrees clockwise.
    package var rotation = 0.0
    /// How far the camera leans, degrees.
    package var tilt = 0.0
    /// Towards which side it leans, degrees.
    package var tiltDirection = 0.0
    /// The distance in diagonals of the sheet; near is strong perspective.
    package var distance = 2.5
    /// Radial distortion at half the frame's diagonal: negative is a barrel.
    package var distortion = 0.0

    // The sheet's shape.
    /// How far the middle of the sheet stands above its edges, millimetres (below, when negative).
    package var curl = 0.0
    /// The direction across the bend, degrees.
    package var curlDirection = 0.0
    /// How far the fold across the middle stands up, millimetres.
    package var crease = 0.0

    // The light.
    package var desk = Desk.gray
    /// 1 is exposed right.
    package var exposure = 1.0
    /// How much darker the far side is, 0...1.
    package var gradient = 0.0
    package var gradientDirection = 0.0
    /// How much darker the frame's corners are, 0...1.
    package var vignette = 0.0
    /// How dark the shadow of a hand or head is, 0...1.
    package var shadow = 0.0
    /// How bright the reflection of a lamp is, 0...1.
    package var glare = 0.0
    /// Warm light is above 0 (red gains, blue loses), cold below.
    package var warmth = 0.0
    /// How grey black has become (flare, fog on the lens), 0...1.
    package var haze = 0.0

    // The lens and the sensor.
    /// Standard deviation of the blur, pixels.
    package var blur = 0.0
    /// Length of the smear by a moving hand, pixels.
    package var motion = 0.0
    package var motionDirection = 0.0
    /// Standard deviation of the noise on white, levels of 255.
    package var noise = 0.0
    package var quality = 90

    // What is in the way.
    /// How many fingers hold the sheet's edge.
    package var fingers = 0
    /// Which corner something covers: 0 top left, then clockwise.
    package var coveredCorner: Int?

    package init() {}
  }
}
