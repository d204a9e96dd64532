/// A place in a picture, in pixels; the centre of the first pixel is (0, 0).
package struct ImagePoint: Hashable, Sendable, Codable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  func distance(to other: ImagePoint) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  static func + (a: ImagePoint, b: ImagePoint) -> ImagePoint { ImagePoint(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: ImagePoint, b: ImagePoint) -> ImagePoint { ImagePoint(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: ImagePoint, k: Double) -> ImagePoint { ImagePoint(x: a.x * k, y: a.y * k) }

  /// Twice the area of the triangle spanned with another vector, positive when it lies clockwise (y down).
  func cross(_ other: ImagePoint) -> Double { x * other.y - y * other.x }
}

/// Four corners in a picture, clockwise from the top left of what they enclose.
package struct Quadrilateral: Hashable, Sendable, Codable {
  package let topLeft: ImagePoint
  package let topRight: ImagePoint
  package let bottomRight: ImagePoint
  package let bottomLeft: ImagePoint

  package init(topLeft: ImagePoint, topRight: ImagePoint, bottomRight: ImagePoint, bottomLeft: ImagePoint) {
    self.topLeft = topLeft
    self.topRight = topRight
    self.bottomRight = bottomRight
    self.bottomLeft = bottomLeft
  }

  package var corners: [ImagePoint] { [topLeft, topRight, bottomRight, bottomLeft] }
}
