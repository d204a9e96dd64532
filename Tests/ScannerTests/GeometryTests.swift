import Ballot
import Testing

@testable import Scanner

@Suite("Geometry")
struct GeometryTests {
  private let rect = Rect(x: 13, y: 13, w: 184, h: 271)

  @Test("A homography hits its four corners and keeps straight lines straight")
  func homography() throws {
    let quad = [
      ImagePoint(x: 410, y: 95), ImagePoint(x: 1210, y: 140), ImagePoint(x: 1260, y: 1190),
      ImagePoint(x: 330, y: 1120),
    ]
    let projection = try #require(Homography(from: rect, to: quad))
    let corners = [(13.0, 13.0), (197, 13), (197, 284), (13, 284)]
    for (corner, wanted) in zip(corners, quad) {
      #expect(projection.project(corner.0, corner.1).distance(to: wanted) < 1e-6)
    }
    let (a, b, c) = (projection.project(20, 50), projection.project(100, 150), projection.project(180, 250))
    #expect(abs((b - a).cross(c - a)) < 1e-6 * a.distance(to: c) * a.distance(to: c))
  }

  @Test("A folded or mirrored quadrilateral is no sheet")
  func refused() {
    let square = [(0.0, 0.0), (100, 0), (100, 100), (0, 100)].map { ImagePoint(x: $0.0, y: $0.1) }
    #expect(Homography(from: rect, to: square) != nil)
    #expect(Homography(from: rect, to: square.reversed()) == nil)
    #expect(Homography(from: rect, to: [square[0], square[2], square[1], square[3]]) == nil)
    #expect(Homography(from: rect, to: [square[0], square[0], square[0], square[0]]) == nil)
  }

  @Test(
    "A printed box is found where it really stands", arguments: [-1.5, -0.6, 0, 0.9, 1.5], [-1.5, 0, 1.2])
  func displaced(dx: Double, dy: Double) throws {
    let scale = 7.0
    let box = Rect(x: 20 + dx, y: 15 + dy, w: 12, h: 9)
    let inner = box.inset(by: Stroke.box)
    let image = TestPicture.paint(380, 290) { x, y in
      let (u, v) = (x / scale, y / scale)
      let isInside = u >= box.x && u < box.maxX && v >= box.y && v < box.maxY
      let isPaper = u >= inner.x && u < inner.maxX && v >= inner.y && v < inner.maxY
      // A row's frame a millimetre above the box must not pass for the box.
      let isRow = abs(v - 14 - dy) < 0.09
      return (isInside && !isPaper) || isRow ? 40 : 220
    }
    let flat = try #require(
      Homography(
        from: Rect(x: 0, y: 0, w: 50, h: 40),
        to: [(0.0, 0.0), (350, 0), (350, 280), (0, 280)].map { ImagePoint(x: $0.0, y: $0.1) }))
    let frame = LocalFrame(flat, at: Point(x: 26, y: 19.5))
    let fit = image.withPixels {
      BoxFinder(pixels: $0).fit((12, 9), frame, expected: (0, 0), range: 2.1, contrast: 180)
    }
    #expect(fit.isFound)
    #expect(abs(Double(fit.dx) - dx) < 0.1 && abs(Double(fit.dy) - dy) < 0.1)
    #expect(abs(fit.right - fit.left - 12) < 0.25 && abs(fit.bottom - fit.top - 9) < 0.25)
  }
}
