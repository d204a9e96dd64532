import Simulator
import Testing

/// A JPEG file turned back into gray pixels.
struct Decoded {
  let width: Int
  let height: Int
  let gray: [UInt8]

  init(_ jpeg: [UInt8]) throws {
    let raster = try #require(Raster(jpeg: jpeg, format: .gray))
    (width, height, gray) = (raster.width, raster.height, raster.bytes)
  }

  func at(_ x: Int, _ y: Int) -> Double {
    Double(gray[min(height - 1, max(0, y)) * width + min(width - 1, max(0, x))])
  }

  /// The mean square of the step from a pixel to its right neighbour, in a part of the picture.
  func contrast(_ columns: Range<Int>, _ rows: Range<Int>) -> Double {
    var sum = 0.0
    for y in rows {
      for x in columns {
        let step = at(x + 1, y) - at(x, y)
        sum += step * step
      }
    }
    return sum / Double(columns.count * rows.count)
  }

  /// The middle of the dark pixels within a radius of a place; nil when none is dark.
  func darkCentre(_ x: Double, _ y: Double, radius: Double) -> (x: Double, y: Double)? {
    var (sumX, sumY, sum) = (0.0, 0.0, 0.0)
    for row in Int(y - radius)...Int(y + radius) {
      for column in Int(x - radius)...Int(x + radius) {
        let (dx, dy) = (Double(column) + 0.5 - x, Double(row) + 0.5 - y)
        guard dx * dx + dy * dy <= radius * radius else { continue }
        let ink = max(0, 140 - at(column, row))
        (sumX, sumY, sum) = (sumX + ink * dx, sumY + ink * dy, sum + ink)
      }
    }
    return sum > 100 ? (x + sumX / sum, y + sumY / sum) : nil
  }
}
