/// What counts as dark, place by place, so that shade and desk do not matter.
///
/// The picture is cut into squares of 8 pixels; the threshold in a square lies halfway between the darkest and
/// the brightest pixel of its surroundings of 5 × 5 squares, about as large as a bull's-eye.
struct LocalThreshold {
  static let block = 8
  /// Surroundings with less contrast than this hold no print.
  static let leastContrast: UInt8 = 26

  let columns: Int
  let rows: Int
  /// Zero where there is no contrast: nothing is dark there.
  private(set) var values: [UInt8]

  init(_ pixels: PixelView) {
    columns = (pixels.width + LocalThreshold.block - 1) / LocalThreshold.block
    rows = (pixels.height + LocalThreshold.block - 1) / LocalThreshold.block
    var low = [UInt8](repeating: 255, count: columns * rows)
    var high = [UInt8](repeating: 0, count: columns * rows)
    LocalThreshold.extremes(of: pixels, columns, rows, &low, &high)
    LocalThreshold.spread(&low, columns, rows) { $0 < $1 ? $0 : $1 }
    LocalThreshold.spread(&high, columns, rows) { $0 > $1 ? $0 : $1 }
    values = low
    for index in values.indices {
      let contrast = high[index] > low[index] ? high[index] - low[index] : 0
      values[index] = contrast < LocalThreshold.leastContrast ? 0 : low[index] + contrast / 2
    }
  }

  /// The threshold at a pixel.
  @inline(__always)
  func at(_ x: Int, _ y: Int) -> UInt8 {
    let column = min(max(x >> 3, 0), columns - 1)
    let row = min(max(y >> 3, 0), rows - 1)
    return values[row * columns + column]
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
          let value = near == max(row - 2, 0) ? across[row * columns + column] : values[row * columns + column]
          values[row * columns + column] = best(value, across[near * columns + column])
        }
      }
      if rows == 1 { values = across }
    }
  }
}
