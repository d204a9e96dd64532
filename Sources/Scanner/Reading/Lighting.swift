internal import Ballot

/// How bright print is against paper across a sheet, from its four bull's-eyes.
struct Lighting {
  /// Brightness of the discs and of the paper round the rings, top left first and clockwise.
  private let black: [Float]
  private let white: [Float]
  private let rect: Rect

  init(_ position: SheetPosition, marks: [Point]) {
    black = position.corners.map { Float($0.black) }
    white = position.corners.map { Float($0.white) }
    rect = Rect(x: marks[0].x, y: marks[0].y, w: marks[2].x - marks[0].x, h: marks[2].y - marks[0].y)
  }

  /// Brightness of black and of white at a point of the page, interpolated between the corners.
  func at(_ point: Point) -> (black: Float, white: Float) {
    let u = Float((point.x - rect.x) / rect.w)
    let v = Float((point.y - rect.y) / rect.h)
    func between(_ c: [Float]) -> Float {
      (c[0] * (1 - u) + c[1] * u) * (1 - v) + (c[3] * (1 - u) + c[2] * u) * v
    }
    let (dark, bright) = (between(black), between(white))
    return (dark, max(bright, dark + 10))
  }
}
