import Foundation

/// Blurs a frame as an unsharp lens and a moving hand do.
struct Optics {
  let width: Int
  let height: Int

  /// A tap of a blur: how many pixels away, and its weight of 256.
  private struct Tap {
    let x: Int
    let y: Int
    let weight: UInt
  }

  func expose(_ frame: [UInt], _ conditions: Camera.Conditions) -> [UInt] {
    var frame = frame
    let weights = Optics.bell(conditions.blur)
    if weights.count > 1 {
      frame = filter(frame, Optics.spread(weights, x: 1, y: 0))
      frame = filter(frame, Optics.spread(weights, x: 0, y: 1))
    }
    if conditions.motion >= 1 {
      frame = filter(frame, Optics.smear(length: conditions.motion, degrees: conditions.motionDirection))
    }
    return frame
  }

  /// One half of a normal curve, from the middle outwards, as weights whose whole sum is 256.
  private static func bell(_ deviation: Double) -> [UInt] {
    guard deviation > 0.2 else { return [256] }
    let sigma = min(deviation, 12)
    let reach = Int((sigma * 2.4).rounded(.up))
    let curve = (0...reach).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
    let sum = curve[0] + 2 * curve.dropFirst().reduce(0, +)
    var weights = curve.map { UInt(($0 / sum * 256).rounded()) }
    let sides = 2 * weights.dropFirst().reduce(0, +)
    weights[0] = sides <= 256 ? 256 - sides : 0
    return weights
  }

  private static func spread(_ weights: [UInt], x: Int, y: Int) -> [Tap] {
    weights.enumerated().flatMap { index, weight in
      index == 0
        ? [Tap(x: 0, y: 0, weight: weight)]
        : [
          Tap(x: x * index, y: y * index, weight: weight), Tap(x: -x * index, y: -y * index, weight: weight),
        ]
    }
  }

  /// A straight line of equal weights.
  private static func smear(length: Double, degrees: Double) -> [Tap] {
    let count = min(24, max(2, Int(length.rounded()) + 1))
    let (dx, dy) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
    let middle = Double(count - 1) / 2
    var left: UInt = 256
    return (0..<count).map { index in
      let weight = left / UInt(count - index)
      left -= weight
      let along = Double(index) - middle
      return Tap(x: Int((along * dx).rounded()), y: Int((along * dy).rounded()), weight: weight)
    }
  }

  /// The weighed sum of the taps at every pixel; rows and columns at the edge repeat.
  private func filter(_ frame: [UInt], _ taps: [Tap]) -> [UInt] {
    let reach = taps.reduce(0) { max($0, abs($1.x)) }
    return unsafe [UInt](unsafeUninitializedCapacity: frame.count) { target, count in
      count = frame.count
      var sums = [UInt](repeating: 0, count: width)
      for row in 0..<height {
        unsafe frame.withUnsafeBufferPointer { source in
          unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe add(taps, row, reach, source, sums)
            unsafe store(sums, to: target, row)
          }
        }
      }
    }
  }

  private func add(
    _ taps: [Tap], _ row: Int, _ reach: Int, _ source: UnsafeBufferPointer<UInt>,
    _ sums: UnsafeMutableBufferPointer<UInt>
  ) {
    guard let from = source.baseAddress, let to = sums.baseAddress else { return }
    unsafe to.update(repeating: Lanes.half, count: width)
    for tap in taps where tap.weight > 0 {
      let line = unsafe from + min(height - 1, max(0, row + tap.y)) * width
      let inner = (low: min(width, max(0, -tap.x)), high: max(0, min(width, width - tap.x)))
      var column = 0
      while column < inner.low {
        unsafe to[column] &+= line[0] &* tap.weight
        column &+= 1
      }
      while column < inner.high {
        unsafe to[column] &+= line[column &+ tap.x] &* tap.weight
        column &+= 1
      }
      while column < width {
        unsafe to[column] &+= line[width - 1] &* tap.weight
        column &+= 1
      }
    }
  }

  private func store(
    _ sums: UnsafeMutableBufferPointer<UInt>, to target: UnsafeMutableBufferPointer<UInt>, _ row: Int
  ) {
    guard let from = sums.baseAddress, let base = target.baseAddress else { return }
    let line = unsafe base + row * width
    var column = 0
    while column < width {
      unsafe line[column] = (from[column] &>> 8) & Lanes.mask
      column &+= 1
    }
  }
}
