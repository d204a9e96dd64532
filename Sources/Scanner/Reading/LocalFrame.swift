internal import Ballot

/// The flat neighbourhood of a point of the page: millimetres from that point to pixels.
struct LocalFrame {
  private let x: Float
  private let y: Float
  private let ux: Float
  private let uy: Float
  private let vx: Float
  private let vy: Float

  init(_ homography: Homography, at centre: Point) {
    let reach = 4.0
    let origin = homography.project(centre)
    let right = homography.project(centre.x + reach, centre.y)
    let left = homography.project(centre.x - reach, centre.y)
    let down = homography.project(centre.x, centre.y + reach)
    let up = homography.project(centre.x, centre.y - reach)
    x = Float(origin.x)
    y = Float(origin.y)
    ux = Float((right.x - left.x) / (2 * reach))
    uy = Float((right.y - left.y) / (2 * reach))
    vx = Float((down.x - up.x) / (2 * reach))
    vy = Float((down.y - up.y) / (2 * reach))
  }

  /// The pixel `u` millimetres right of and `v` millimetres below the point.
  @inline(__always)
  func pixel(_ u: Float, _ v: Float) -> (x: Float, y: Float) { (x + u * ux + v * vx, y + u * uy + v * vy) }

  func point(_ u: Float, _ v: Float) -> ImagePoint {
    let pixel = pixel(u, v)
    return ImagePoint(x: Double(pixel.x), y: Double(pixel.y))
  }

  /// Pixels a millimetre.
  var scale: Float { abs(ux * vy - uy * vx).squareRoot() }
}
