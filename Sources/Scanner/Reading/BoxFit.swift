/// Where the printed frame of a mark box was found, in millimetres from the place where it was expected.
struct BoxFit: Sendable {
  /// The outer edges, measured from the expected centre.
  var left: Float
  var right: Float
  var top: Float
  var bottom: Float
  /// How clearly the weakest pair of edges stands out, as a part of the contrast of black on white.
  var strength: Float

  var dx: Float { (left + right) / 2 }
  var dy: Float { (top + bottom) / 2 }

  /// Whether a frame is really there.
  var isFound: Bool { strength > BoxFit.leastStrength }

  func isNear(_ shift: (dx: Float, dy: Float), within reach: Float) -> Bool {
    abs(dx - shift.dx) < reach && abs(dy - shift.dy) < reach
  }

  static let leastStrength: Float = 0.06
}
