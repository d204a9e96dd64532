extension ColourImage {
  /// A part of a page, upright and straight however the page lay, drawn from the nearest dots.
  ///
  /// - Parameters:
  ///   - frame: Where something of the page stands in the picture from which this one was made.
  ///   - part: What is wanted, measured along the frame's upper and left side, each 1 long.
  ///   - scale: How much smaller this picture is.
  ///   - width: Dots across at most.
  /// - Returns: The part; a single dot where the frame is none.
  package func straight(
    _ frame: Quadrilateral, part: (x: Double, y: Double, width: Double, height: Double), scale: Double,
    width: Int
  ) -> ColourImage {
    let along = frame.topRight - frame.topLeft
    let down = frame.bottomLeft - frame.topLeft
    let dots = frame.topLeft.distance(to: frame.topRight) * part.width * scale
    let lines = frame.topLeft.distance(to: frame.bottomLeft) * part.height * scale
    guard dots.isFinite, lines.isFinite, dots >= 1, lines >= 1 else {
      return ColourImage(width: 1, height: 1)
    }
    let shrink = min(1, Double(min(width, 4096)) / dots)
    var result = ColourImage(width: Int(dots * shrink), height: Int(min(lines * shrink, 8192)))
    for y in 0..<result.height {
      let v = part.y + (Double(y) + 0.5) / Double(result.height) * part.height
      for x in 0..<result.width {
        let u = part.x + (Double(x) + 0.5) / Double(result.width) * part.width
        let place = (frame.topLeft + along * u + down * v) * scale
        guard abs(place.x) < 1e6, abs(place.y) < 1e6 else { continue }
        result[x, y] = self[Int(place.x.rounded()), Int(place.y.rounded())]
      }
    }
    return result
  }
}
