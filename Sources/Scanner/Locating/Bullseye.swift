/// A printed bull's-eye found in a picture.
struct Bullseye: Equatable, Sendable {
  var centre: ImagePoint
  /// Mean radius of the outer edge of its ring, pixels.
  var radius: Double
  /// How far it is from round in the way a square is: 0 for a circle or an ellipse, about 0.07 for a square.
  var squareness: Double
  /// How unlike the printed one its rings are; 0 is perfect.
  var misfit: Double
  /// Brightness of the disc and of the paper around it.
  var black: Double
  var white: Double

  /// Whether it is a bull's-eye and not a QR symbol's finder pattern.
  var isRound: Bool { squareness < 0.045 }
}
