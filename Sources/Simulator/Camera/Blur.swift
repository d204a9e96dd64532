import Foundation

/// One place that a blur takes light from: how many pixels away, and its weight of 256.
struct Tap {
  let x: Int
  let y: Int
  let weight: UInt
}

/// What an unsharp lens and a moving hand do to a point of light.
enum Blur {
  /// One half of a normal curve as taps along a row (or a column), their weights 256 together.
  ///
  /// - Returns: No taps when the blur is too small to show.
  static func bell(_ deviation: Double, x: Int, y: Int) -> [Tap] {
    guard deviation > 0.2 else { return [] }
    let sigma = min(deviation, 12)
    let reach = Int((sigma * 2.4).rounded(.up))
    let curve = (0...reach).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
    let sum = curve[0] + 2 * curve.dropFirst().reduce(0, +)
    let sides = curve.dropFirst().map { UInt(($0 / sum * 256).rounded()) }
    let middle = 256 - min(256, 2 * sides.reduce(0, +))
    return [Tap(x: 0, y: 0, weight: middle)]
      + sides.enumerated().filter { $0.element > 0 }.flatMap { index, weight in
        [1, -1].map { Tap(x: $0 * x * (index + 1), y: $0 * y * (index + 1), weight: weight) }
      }
  }

  /// A straight line of equal weights.
  ///
  /// - Returns: No taps when the line is shorter than a pixel.
  static func smear(_ length: Double, degrees: Double) -> [Tap] {
    guard length >= 1 else { return [] }
    let count = min(24, Int(length.rounded()) + 1)
    let (dx, dy) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
    var left: UInt = 256
    return (0..<count).map { index in
      let weight = left / UInt(count - index)
      left -= weight
      let along = Double(index) - Double(count - 1) / 2
      return Tap(x: Int((along * dx).rounded()), y: Int((along * dy).rounded()), weight: weight)
    }
  }

  /// The weighed sum of places in a row and its neighbours; beyond the ends the last pixel repeats.
  static func gather(
    _ taps: [Tap], width: Int, to: UnsafeMutablePointer<UInt>, from line: (Int) -> UnsafeMutablePointer<UInt>
  ) {
    let (half, mask) = (Lanes.half, Lanes.mask)
    unsafe to.update(repeating: half, count: width)
    for tap in taps {
      unsafe add(line(tap.y), shift: tap.x, weight: tap.weight, width: width, to: to)
    }
    var column = 0
    while column < width {
      unsafe to[column] = (to[column] &>> 8) & mask
      column = column &+ 1
    }
  }

  private static func add(
    _ line: UnsafePointer<UInt>, shift: Int, weight: UInt, width: Int, to: UnsafeMutablePointer<UInt>
  ) {
    let low = min(width, max(0, -shift)), high = max(low, min(width, width - shift))
    var column = 0
    while column < low {
      unsafe to[column] = to[column] &+ line[0] &* weight
      column = column &+ 1
    }
    while column < high {
      unsafe to[column] = to[column] &+ line[column &+ shift] &* weight
      column = column &+ 1
    }
    while column < width {
      unsafe to[column] = to[column] &+ line[width - 1] &* weight
      column = column &+ 1
    }
  }
}

/// Blurs a frame that comes row by row, holding only as many rows as the blur is high.
struct RowBlur: ~Copyable {
  private let taps: [Tap]
  private let reach: Int
  private let height: Int
  private let ring: PixelRows
  private let result: PixelRows
  private var taken = 0
  private var given = 0

  init(_ taps: [Tap], width: Int, height: Int) {
    self.taps = taps
    self.height = height
    reach = taps.reduce(0) { max($0, abs($1.y)) }
    ring = PixelRows(width: width, count: taps.isEmpty ? 1 : 2 * reach + 1)
    result = PixelRows(width: width, count: 1)
  }

  /// Takes the next row of the frame, and gives out those rows that are now complete.
  mutating func take(_ row: UnsafePointer<UInt>, give: (UnsafePointer<UInt>) -> Void) {
    guard !taps.isEmpty else {
      unsafe give(row)
      return
    }
    unsafe ring.row(taken).update(from: row, count: ring.width)
    taken += 1
    while given < height, given + reach < taken || taken == height {
      let middle = given
      unsafe Blur.gather(taps, width: ring.width, to: result.row(0)) { y in
        unsafe ring.row(min(height - 1, max(0, middle + y)))
      }
      given += 1
      unsafe give(result.row(0))
    }
  }
}
