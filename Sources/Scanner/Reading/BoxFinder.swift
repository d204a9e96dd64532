internal import Ballot

/// Finds the printed frame of a mark box near its expected place.
///
/// Brightness is averaged along strips parallel to the sides; a printed line is a valley across them. Both lines
/// of a pair must be seen at the same displacement, so that a row's frame or a stroke of the pen beside the box
/// does not pass for it.
struct BoxFinder {
  let pixels: PixelView

  /// Displacements are tried every so many millimetres.
  private static let step: Float = 0.15
  /// Half the distance over which a valley is measured, in steps: 0.45 mm.
  private static let shoulder = 3
  private static let mostPlaces = 58

  /// Looks for the box of a size at a displacement that is expected, at most `range` millimetres away from it.
  func fit(
    _ size: (w: Float, h: Float), _ frame: LocalFrame, expected: (dx: Float, dy: Float), range: Float,
    contrast: Float
  ) -> BoxFit {
    let half = Stroke.box / 2
    let (w, h) = (size.w / 2 - Float(half), size.h / 2 - Float(half))
    let across = pair(w, expected.dx, range, contrast) { at, along in
      frame.pixel(at, expected.dy + along * h * 0.7)
    }
    let down = pair(h, expected.dy, range, contrast) { at, along in
      frame.pixel(across.centre + along * w * 0.7, at)
    }
    let line = Float(half)
    return BoxFit(
      left: across.low - line, right: across.high + line, top: down.low - line, bottom: down.high + line,
      strength: min(across.strength, down.strength))
  }

  /// Two parallel lines and how clearly they stand out.
  private struct Pair {
    var low: Float
    var high: Float
    var strength: Float
    var centre: Float { (low + high) / 2 }
  }

  /// Finds two lines `reach` on either side of a centre that lies within `range` of `expected`.
  private func pair(
    _ reach: Float, _ expected: Float, _ range: Float, _ contrast: Float,
    _ place: (Float, Float) -> (x: Float, y: Float)
  ) -> Pair {
    let count = min(Int(range / BoxFinder.step) * 2 + 1, BoxFinder.mostPlaces)
    let first = expected - Float(count / 2) * BoxFinder.step
    let lows = valleys(first - reach, count, contrast, place)
    let highs = valleys(first + reach, count, contrast, place)
    var (best, bestScore) = (count / 2, -Float.infinity)
    for index in 0..<count {
      let (one, other) = (lows[index], highs[index])
      let away = abs(Float(index - count / 2)) * BoxFinder.step
      let score = min(one, other) + 0.3 * max(one, other) - 0.02 * away
      if score > bestScore { (best, bestScore) = (index, score) }
    }
    let low = BoxFinder.peak(lows, count, best)
    let high = BoxFinder.peak(highs, count, best)
    return Pair(
      low: first - reach + low.place * BoxFinder.step, high: first + reach + high.place * BoxFinder.step,
      strength: min(low.value, high.value))
  }

  /// How dark each place is against its two sides.
  private func valleys(
    _ first: Float, _ count: Int, _ contrast: Float, _ place: (Float, Float) -> (x: Float, y: Float)
  ) -> SIMD64<Float> {
    let shoulder = BoxFinder.shoulder
    var strip = SIMD64<Float>(repeating: 0)
    for index in 0..<count + 2 * shoulder {
      let at = first + Float(index - shoulder) * BoxFinder.step
      var sum: Float = 0
      for part in -5...5 {
        let pixel = place(at, Float(part) / 5)
        sum += pixels.sample(pixel.x, pixel.y)
      }
      strip[index] = sum / 11
    }
    var valleys = SIMD64<Float>(repeating: 0)
    for index in 0..<count {
      let middle = index + shoulder
      let sides = (strip[middle - shoulder] + strip[middle + shoulder]) / 2
      let line = (strip[middle - 1] + 2 * strip[middle] + strip[middle + 1]) / 4
      valleys[index] = (sides - line) / contrast
    }
    return valleys
  }

  /// The highest place within two steps, between the steps by a parabola.
  private static func peak(
    _ valleys: SIMD64<Float>, _ count: Int, _ near: Int
  ) -> (place: Float, value: Float) {
    var best = near
    for index in max(near - 2, 0)...min(near + 2, count - 1)
    where valleys[index] > valleys[best] {
      best = index
    }
    let value = valleys[best]
    guard best > 0, best < count - 1 else { return (Float(best), value) }
    let (before, after) = (valleys[best - 1], valleys[best + 1])
    let bend = before - 2 * value + after
    guard bend < -1e-6 else { return (Float(best), value) }
    return (Float(best) + min(max((before - after) / (2 * bend), -0.5), 0.5), value)
  }
}
