/// The darkest and the brightest pixel round every place, so that shade and desk do not matter.
///
/// The picture is cut into squares of 8 pixels; the surroundings of a square are 5 × 5 squares, about as large as
/// a bull's-eye.
struct LocalRange {
  static let block = 8

  let columns: Int
  let rows: Int
  private(set) var low: [UInt8]
  private(set) var high: [UInt8]

  init(_ pixels: PixelView) {
    columns = (pixels.width + LocalRange.block - 1) / LocalRange.block
    rows = (pixels.height + LocalRange.block - 1) / LocalRange.block
    low = [UInt8](repeating: 255, count: columns * rows)
    high = [UInt8](repeating: 0, count: columns * rows)
    LocalRange.extremes(of: pixels, columns, rows, &low, &high)
    LocalRange.spread(&low, columns, rows) { $0 < $1 ? $0 : $1 }
    LocalRange.spread(&high, columns, rows) { $0 > $1 ? $0 : $1 }
  }

  /// The range round a pixel.
  @inline(__always)
  func at(_ x: Int, _ y: Int) -> (low: UInt8, high: UInt8) {
    let index = min(max(y >> 3, 0), rows - 1) * columns + min(max(x >> 3, 0), columns - 1)
    return (low[index], high[index])
  }

  /// What counts as dark in every square: halfway between the extremes; zero, so nothing, where there is no
  /// contrast.
  func thresholds(leastContrast: UInt8) -> [UInt8] {
    var values = low
    for index in values.indices {
      let contrast = high[index] > low[index] ? high[index] - low[index] : 0
      values[index] = contrast < leastContrast ? 0 : low[index] + contrast / 2
    }
    return values
  }

  /// The darkest and the brightest pixel of every square.
  private static func extremes(
    of pixels: PixelView, _ columns: Int, _ rows: Int, _ low: inout [UInt8], _ high: inout [UInt8]
  ) {
    let whole = pixels.width / 16
    for row in 0..<rows {
      let top = row * block
      let bottom = min(top + block, pixels.height)
      for pair in 0..<whole {
        var least = SIMD16<UInt8>(repeating: 255)
        var most = SIMD16<UInt8>(repeating: 0)
        for y in top..<bottom {
          let line = pixels.sixteen(pair * 16, y)
          least = pointwiseMin(least, line)
          most = pointwiseMax(most, line)
        }
        let at = row * columns + pair * 2
        low[at] = least.lowHalf.min()
        low[at + 1] = least.highHalf.min()
        high[at] = most.lowHalf.max()
        high[at + 1] = most.highHalf.max()
      }
      for column in whole * 2..<columns {
        for y in top..<bottom {
          for x in column * block..<min(column * block + block, pixels.width) {
            low[row * columns + column] = min(low[row * columns + column], pixels[x, y])
            high[row * columns + column] = max(high[row * columns + column], pixels[x, y])
          }
        }
      }
    }
  }

  /// Replaces every value by the best of its 5 × 5 surroundings, columns and rows one after the other.
  private static func spread(
    _ values: inout [UInt8], _ columns: Int, _ rows: Int, _ best: (UInt8, UInt8) -> UInt8
  ) {
    var across = values
    for row in 0..<rows {
      let start = row * columns
      for column in 0..<columns {
        var value = values[start + column]
        for near in max(column - 2, 0)...min(column + 2, columns - 1) {
          value = best(value, values[start + near])
        }
        across[start + column] = value
      }
    }
    for row in 0..<rows {
      for near in max(row - 2, 0)...min(row + 2, rows - 1) where near != row {
        for column in 0..<columns {
          let value =
            near == max(row - 2, 0) ? across[row * columns + column] : values[row * columns + column]
          values[row * columns + column] = best(value, across[near * columns + column])
        }
      }
      if rows == 1 { values = across }
    }
  }
}
