internal import Ballot

/// Finds bull's-eyes in a picture at any rotation.
///
/// Rows are searched for dark and bright runs in the ratio 1 : 1 : 3 : 1 : 1; what is found is looked at in
/// sixteen directions, which tells a round bull's-eye from the square finder pattern of a QR symbol (that has
/// the same ratio) and gives the centre to a fraction of a pixel.
struct BullseyeFinder {
  let pixels: PixelView
  /// What is dark in each square of 8 pixels.
  private let thresholds: [UInt8]
  private let columns: Int
  private(set) var found: [Bullseye] = []

  /// More would only come from a picture made to waste time.
  private static let most = 48
  private static let rowStep = 2

  static func all(in pixels: PixelView) -> [Bullseye] {
    var finder = BullseyeFinder(pixels)
    finder.search()
    return finder.found
  }

  /// Surroundings with less contrast than this hold no print.
  static let leastContrast: UInt8 = 26

  private init(_ pixels: PixelView) {
    self.pixels = pixels
    let range = LocalRange(pixels)
    columns = range.columns
    thresholds = range.thresholds(leastContrast: BullseyeFinder.leastContrast)
  }

  private mutating func search() {
    for y in stride(from: 1, to: pixels.height, by: BullseyeFinder.rowStep) {
      if found.count >= BullseyeFinder.most { return }
      searchRow(y)
    }
  }

  /// Follows one row; `runs` holds the lengths of the last five runs, the newest last.
  private mutating func searchRow(_ y: Int) {
    var runs = SIMD8<Int32>(repeating: 0)
    var dark = false
    var start = 0
    let line = (y >> 3) * columns
    for column in 0..<columns {
      let limit = thresholds[line + column]
      let left = column * LocalRange.block
      if limit == 0, !dark { continue }
      if pixels.isEven(left, y, dark: dark, below: limit) { continue }
      for x in left..<min(left + LocalRange.block, pixels.width) where (pixels[x, y] < limit) != dark {
        runs = BullseyeFinder.shifted(runs, Int32(x - start))
        start = x
        if dark, BullseyeFinder.isPattern(runs) { examine(endingAt: x, y, runs) }
        dark.toggle()
      }
    }
  }

  @inline(__always)
  private static func shifted(_ runs: SIMD8<Int32>, _ length: Int32) -> SIMD8<Int32> {
    SIMD8(runs[1], runs[2], runs[3], runs[4], length, 0, 0, 0)
  }

  /// Whether five runs are 1 : 1 : 3 : 1 : 1 as nearly as blur and an off-centre cut allow.
  static func isPattern(_ runs: SIMD8<Int32>) -> Bool {
    let total = Float(runs[0] + runs[1] + runs[2] + runs[3] + runs[4])
    guard total >= 7, runs[0] > 0, runs[1] > 0, runs[3] > 0, runs[4] > 0 else { return false }
    let unit = total / 7
    let slack = unit * 0.65 + 0.7
    return abs(Float(runs[0]) - unit) < slack && abs(Float(runs[1]) - unit) < slack
      && abs(Float(runs[3]) - unit) < slack && abs(Float(runs[4]) - unit) < slack
      && abs(Float(runs[2]) - 3 * unit) < 1.5 * slack
  }

  private mutating func examine(endingAt end: Int, _ y: Int, _ runs: SIMD8<Int32>) {
    let x = Double(end) - Double(runs[4]) - Double(runs[3]) - Double(runs[2]) / 2 - 0.5
    let radius = Double(runs[0] &+ runs[1] &+ runs[2] &+ runs[3] &+ runs[4]) / 2
    let guess = ImagePoint(x: x, y: Double(y))
    guard crossesRing(Int(x + 0.5), y, radius) else { return }
    guard !found.contains(where: { $0.centre.distance(to: guess) < $0.radius }) else { return }
    guard let bullseye = BullseyeGauge(pixels: pixels).measure(near: guess, radius: radius) else { return }
    guard !found.contains(where: { $0.centre.distance(to: bullseye.centre) < $0.radius }) else { return }
    found.append(bullseye)
  }

  /// Whether the ring's gap and the ring lie above and below the place too.
  ///
  /// Four looks spare measuring most characters. A row through the middle passes; small ones are let through.
  private func crossesRing(_ x: Int, _ y: Int, _ radius: Double) -> Bool {
    guard radius >= 8 else { return true }
    let limit = thresholds[(y >> 3) * columns + min(max(x >> 3, 0), columns - 1)]
    let (gap, ring) = (Int(radius * 0.57), Int(radius * 0.86))
    return pixels[x, y - gap] >= limit && pixels[x, y + gap] >= limit
      && (pixels[x, y - ring] < limit || pixels[x, y + ring] < limit)
  }
}
