import Ballot

extension Camera.Conditions {
  /// The conditions with every value brought within what the camera can do.
  var bounded: Camera.Conditions {
    var result = self
    for (field, range) in Camera.Conditions.bounds {
      let value = self[keyPath: field]
      let finite = value.isFinite ? value : Camera.Conditions()[keyPath: field]
      result[keyPath: field] = min(range.upperBound, max(range.lowerBound, finite))
    }
    result.quality = min(100, max(1, quality))
    result.fingers = min(10, max(0, fingers))
    return result
  }

  private static var bounds: [(WritableKeyPath<Camera.Conditions, Double>, ClosedRange<Double>)] {
    [
      (\.fill, 0.05...1), (\.offset.x, -1...1), (\.offset.y, -1...1), (\.rotation, -36_000...36_000),
      (\.tilt, -60...60), (\.tiltDirection, -36_000...36_000), (\.distance, 1.05...1000),
      (\.distortion, -0.25...0.25), (\.curl, -30...30), (\.curlDirection, -36_000...36_000),
      (\.crease, -30...30), (\.exposure, 0...8), (\.gradient, 0...1), (\.gradientDirection, -36_000...36_000),
      (\.vignette, 0...1), (\.shadow, 0...1), (\.glare, 0...1), (\.warmth, -1...1), (\.haze, 0...0.9),
      (\.blur, 0...12), (\.motion, 0...24), (\.motionDirection, -36_000...36_000), (\.noise, 0...30),
    ]
  }
}
