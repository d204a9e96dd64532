import Ballot
import Simulator
import Testing

@testable import Scanner

/// Pictures drawn by the tests.
enum TestPicture {
  /// A white picture with bull's-eyes; `scale` pixels a millimetre.
  static func bullseyes(
    _ centres: [ImagePoint], scale: Double, width: Int = 400, height: Int = 400, ink: Double = 40
  ) -> GrayImage {
    paint(width, height) { x, y in
      let radius = centres.map { $0.distance(to: ImagePoint(x: x, y: y)) / scale }.min() ?? 99
      let isDark = radius < Fiducial.disc || (radius >= Fiducial.ringInner && radius < Fiducial.ringOuter)
      return isDark ? ink : 230
    }
  }

  /// A QR symbol's finder pattern, turned by an angle.
  static func finderPattern(at centre: ImagePoint, module: Double, turned angle: Double) -> GrayImage {
    let (c, s) = (cosine(angle), cosine(angle - .pi / 2))
    return paint(200, 200) { x, y in
      let (dx, dy) = (x - centre.x, y - centre.y)
      let ring = max(abs(dx * c + dy * s), abs(dy * c - dx * s)) / module
      return ring < 1.5 || (ring >= 2.5 && ring < 3.5) ? 30 : 230
    }
  }

  /// Nine samples a pixel.
  static func paint(_ width: Int, _ height: Int, _ shade: (Double, Double) -> Double) -> GrayImage {
    var image = GrayImage(width: width, height: height, shade: 0)
    for y in 0..<height {
      for x in 0..<width {
        var sum = 0.0
        for sample in 0..<9 {
          sum += shade(Double(x) + Double(sample % 3 - 1) / 3, Double(y) + Double(sample / 3 - 1) / 3)
        }
        image[x, y] = UInt8(sum / 9)
      }
    }
    return image
  }

  /// A box filter, `reach` pixels to each side, twice.
  static func blurred(_ image: GrayImage, reach: Int) -> GrayImage {
    var picture = image
    for _ in 0..<2 {
      let source = picture
      for y in 0..<source.height {
        for x in 0..<source.width {
          var sum = 0
          for dy in -reach...reach {
            for dx in -reach...reach { sum += Int(source[x + dx, y + dy]) }
          }
          picture[x, y] = UInt8(sum / ((2 * reach + 1) * (2 * reach + 1)))
        }
      }
    }
    return picture
  }

  /// Taylor's series is enough here, and saves Foundation.
  static func cosine(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for k in 1...12 {
      term *= -x * x / Double((2 * k - 1) * 2 * k)
      sum += term
    }
    return sum
  }
}
