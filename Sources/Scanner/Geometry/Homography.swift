package import Ballot

/// The plane projection that takes millimetres on a page to pixels in a picture.
///
/// Hartley and Zisserman, Multiple View Geometry, 2.3; solved in closed form for four corners after
/// Heckbert 1989, section 2.2.3.
package struct Homography: Sendable, Equatable {
  private let a: Double
  private let b: Double
  private let c: Double
  private let d: Double
  private let e: Double
  private let f: Double
  private let g: Double
  private let h: Double

  /// The projection of a rectangle's corners (clockwise from its top left) onto four points.
  ///
  /// Nil when the points do not enclose a convex area in that order.
  package init?(from rect: Rect, to quad: [ImagePoint]) {
    guard quad.count == 4, rect.w > 0, rect.h > 0 else { return nil }
    guard Homography.isConvexClockwise(quad) else { return nil }
    let (p0, p1, p2, p3) = (quad[0], quad[1], quad[2], quad[3])
    let (d1, d2) = (p1 - p2, p3 - p2)
    let s = p0 - p1 + p2 - p3
    let denominator = d1.cross(d2)
    guard abs(denominator) > 1e-9 else { return nil }
    let g = s.cross(d2) / denominator
    let h = d1.cross(s) / denominator
    // From the unit square; now from the rectangle.
    let u = (p1.x - p0.x + g * p1.x, p1.y - p0.y + g * p1.y, g)
    let v = (p3.x - p0.x + h * p3.x, p3.y - p0.y + h * p3.y, h)
    let w = 1 - u.2 * rect.x / rect.w - v.2 * rect.y / rect.h
    guard abs(w) > 1e-9 else { return nil }
    a = u.0 / rect.w / w
    b = v.0 / rect.h / w
    c = (p0.x - u.0 * rect.x / rect.w - v.0 * rect.y / rect.h) / w
    d = u.1 / rect.w / w
    e = v.1 / rect.h / w
    f = (p0.y - u.1 * rect.x / rect.w - v.1 * rect.y / rect.h) / w
    self.g = u.2 / rect.w / w
    self.h = v.2 / rect.h / w
  }

  /// Where a point of the page lies in the picture.
  package func project(_ x: Double, _ y: Double) -> ImagePoint {
    let w = g * x + h * y + 1
    return ImagePoint(x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w)
  }

  package func project(_ point: Point) -> ImagePoint { project(point.x, point.y) }

  /// Pixels a millimetre around a point of the page: along the page's x axis and along its y axis.
  package func scale(at point: Point) -> (x: Double, y: Double) {
    let here = project(point)
    return (
      here.distance(to: project(point.x + 1, point.y)), here.distance(to: project(point.x, point.y + 1))
    )
  }

  private static func isConvexClockwise(_ quad: [ImagePoint]) -> Bool {
    (0..<4).allSatisfy { index in
      let side = quad[(index + 1) % 4] - quad[index]
      return side.cross(quad[(index + 2) % 4] - quad[(index + 1) % 4]) > 1e-6
    }
  }
}
