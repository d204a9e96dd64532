/// Tells quickly whether a picture may hold a QR symbol at all: whether a finder pattern shows in it.
///
/// Rows are searched for dark and bright runs in the ratio 1 : 1 : 3 : 1 : 1 (ISO/IEC 18004, section 9.11); the middle
/// run must be as high as it is wide. Looking for a symbol in earnest costs ten times as much.
struct FinderHint {
  private let pixels: PixelView
  private let thresholds: [UInt8]
  private let columns: Int

  private static let rowStep = 2
  private static let leastContrast: UInt8 = 8

  static func isSeen(in image: GrayImage) -> Bool {
    image.withPixels { FinderHint($0).isSeen }
  }

  private init(_ pixels: PixelView) {
    self.pixels = pixels
    let range = LocalRange(pixels)
    columns = range.columns
    thresholds = range.thresholds(leastContrast: FinderHint.leastContrast)
  }

  /// The finder patterns in a picture, at most `most`.
  static func patterns(in pixels: PixelView, most: Int) -> [FinderPattern] {
    FinderHint(pixels).patterns(most)
  }

  /// Where a row crossed the middle of what may be a finder pattern.
  private struct Crossing {
    let x: Int
    let module: Int
    /// The whole pattern's width in this row.
    let width: Int
  }

  /// Whether two neighbouring rows cross the same pattern: noise seldom does that.
  private var isSeen: Bool {
    var last: [Crossing] = []
    for y in stride(from: 1, to: pixels.height, by: FinderHint.rowStep) {
      let found = crossings(inRow: y)
      for one in found where last.contains(where: { abs($0.x - one.x) <= max(one.module, 2) }) { return true }
      last = found
    }
    return false
  }

  /// Crossings of neighbouring rows are those of one pattern.
  private func patterns(_ most: Int) -> [FinderPattern] {
    var groups: [[(Crossing, y: Int)]] = []
    for y in stride(from: 1, to: pixels.height, by: FinderHint.rowStep) {
      for one in crossings(inRow: y) {
        let group = groups.lastIndex { group in
          guard let last = group.last else { return false }
          return y - last.y <= 2 * FinderHint.rowStep && abs(last.0.x - one.x) <= max(one.module, 2)
        }
        if let group { groups[group].append((one, y)) } else { groups.append([(one, y)]) }
      }
    }
    return groups.filter { $0.count > 1 }.sorted { $0.count > $1.count }.prefix(most).map(FinderHint.pattern)
  }

  private static func pattern(_ group: [(Crossing, y: Int)]) -> FinderPattern {
    let count = Double(group.count)
    let x = group.reduce(0) { $0 + $1.0.x }
    let y = group.reduce(0) { $0 + $1.y }
    let width = group.reduce(0) { $0 + $1.0.width }
    return FinderPattern(
      centre: ImagePoint(x: Double(x) / count, y: Double(y) / count), module: Double(width) / count / 7)
  }

  @inline(__always)
  private func isDark(_ x: Int, _ y: Int) -> Bool {
    pixels[x, y]
      < thresholds[min(max(y >> 3, 0), pixels.height >> 3) * columns + min(max(x >> 3, 0), columns - 1)]
  }

  private func crossings(inRow y: Int) -> [Crossing] {
    var found: [Crossing] = []
    var runs = SIMD8<Int32>(repeating: 0)
    var (dark, start) = (false, 0)
    let line = (y >> 3) * columns
    for column in 0..<columns {
      let limit = thresholds[line + column]
      let left = column * LocalRange.block
      if limit == 0, !dark { continue }
      if pixels.isEven(left, y, dark: dark, below: limit) { continue }
      for x in left..<min(left + LocalRange.block, pixels.width) where (pixels[x, y] < limit) != dark {
        runs = SIMD8(runs[1], runs[2], runs[3], runs[4], Int32(x - start), 0, 0, 0)
        start = x
        if dark, BullseyeFinder.isPattern(runs), isSquare(endingAt: x, y, runs) {
          let middle = x - Int(runs[4]) - Int(runs[3]) - Int(runs[2]) / 2
          found.append(Crossing(x: middle, module: Int(runs[2]) / 3, width: Int(runs.wrappedSum())))
        }
        dark.toggle()
      }
    }
    return found
  }

  /// Whether the middle run's column has runs of the same kind and about the same size.
  private func isSquare(endingAt end: Int, _ y: Int, _ runs: SIMD8<Int32>) -> Bool {
    let middle = end - Int(runs[4]) - Int(runs[3]) - Int(runs[2]) / 2
    let most = 3 * Int(runs[2])
    func run(_ from: Int, _ way: Int, dark: Bool) -> Int {
      var length = 0
      while length < most, (0..<pixels.height).contains(from + way * length),
        isDark(middle, from + way * length) == dark
      {
        length += 1
      }
      return length
    }
    let (up, down) = (run(y, -1, dark: true), run(y + 1, 1, dark: true))
    let (gapUp, gapDown) = (run(y - up, -1, dark: false), run(y + 1 + down, 1, dark: false))
    let height = up + down
    guard height * 2 > Int(runs[2]), height < 2 * Int(runs[2]) else { return false }
    let unit = max(1, height / 3)
    return gapUp <= 2 * unit + 1 && gapDown <= 2 * unit + 1
  }
}
