/// A point on a page in millimetres from its top left corner.
package struct Point: Hashable, Sendable, Codable {
  package var x: Double
  package var y: Double
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle on a page in millimetres from its top left corner.
package struct Rect: Hashable, Sendable, Codable {
  package var x: Double
  package var y: Double
  package var w: Double
  package var h: Double

  package init(x: Double, y: Double, w: Double, h: Double) {
    self.x = x
    self.y = y
    self.w = w
    self.h = h
  }

  package var maxX: Double { x + w }
  package var maxY: Double { y + h }
  package var centre: Point { Point(x: x + w / 2, y: y + h / 2) }

  /// The rectangle with every side moved inwards by `d` millimetres.
  package func inset(by d: Double) -> Rect { Rect(x: x + d, y: y + d, w: w - 2 * d, h: h - 2 * d) }

  /// Whether the two share any area.
  package func intersects(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}
