internal import Ballot

/// Where a sheet may lie in a picture: four bull's-eyes that fit its geometry.
struct SheetPosition: Sendable {
  /// The bull's-eyes, top left first and clockwise.
  let corners: [Bullseye]
  let homography: Homography
  /// How badly the bull's-eyes fit; 0 is perfect.
  let misfit: Double

  /// Whether all four corners were seen; a corner that was worked out from the other three fits perfectly.
  var isWhole: Bool { corners.allSatisfy { $0.misfit > 0 } }

  /// The sheet's corners the other way up.
  func turned(_ quarters: Int, onto marks: [Point]) -> SheetPosition? {
    let turned = (0..<4).map { corners[($0 + quarters) % 4] }
    return SheetPosition(turned, marks: marks)
  }

  /// Fits the page's marks (top left first, clockwise, a rectangle) to four bull's-eyes in the same order.
  ///
  /// Nil when the bull's-eyes' own sizes contradict the fit, so that marks of two sheets, or other round things,
  /// never make a sheet.
  init?(_ corners: [Bullseye], marks: [Point]) {
    let rect = Rect(x: marks[0].x, y: marks[0].y, w: marks[2].x - marks[0].x, h: marks[2].y - marks[0].y)
    guard let homography = Homography(from: rect, to: corners.map(\.centre)) else { return nil }
    var misfit = 0.0
    var sizes: [Double] = []
    for (corner, mark) in zip(corners, marks) {
      let scale = homography.scale(at: mark)
      let expected = (scale.x * scale.y).squareRoot() * Fiducial.ringOuter
      let error = abs(corner.radius / expected - 1)
      guard error < 0.22, scale.x / scale.y < 2, scale.y / scale.x < 2 else { return nil }
      misfit += error + corner.squareness + corner.misfit / 4
      sizes.append(expected)
    }
    guard let least = sizes.min(), let most = sizes.max(), most < 1.8 * least else { return nil }
    self.corners = corners
    self.homography = homography
    self.misfit = misfit
  }

}

extension SheetPosition {
  /// All positions that four of the bull's-eyes allow, the best first; each stands for itself and its half turn.
  static func candidates(_ bullseyes: [Bullseye], marks: [Point]) -> [SheetPosition] {
    let likely = Array(bullseyes.sorted { $0.misfit < $1.misfit }.prefix(14))
    var positions: [SheetPosition] = []
    for a in likely.indices {
      for b in likely.indices.dropFirst(a + 1) {
        for c in likely.indices.dropFirst(b + 1) {
          for d in likely.indices.dropFirst(c + 1) {
            let four = clockwise([likely[a], likely[b], likely[c], likely[d]])
            for turn in 0..<2 {
              let corners = (0..<4).map { four[($0 + turn) % 4] }
              if let position = SheetPosition(corners, marks: marks) { positions.append(position) }
            }
          }
        }
      }
    }
    return positions.sorted { $0.misfit < $1.misfit }
  }

  /// Orders four bull's-eyes clockwise round their middle, the one nearest the picture's top left first.
  private static func clockwise(_ four: [Bullseye]) -> [Bullseye] {
    let middle = four.reduce(ImagePoint(x: 0, y: 0)) { $0 + $1.centre * 0.25 }
    // Directions are compared without trigonometry: by quadrant, then by the sign of the cross product.
    func quadrant(_ p: ImagePoint) -> Int { p.y < 0 ? (p.x < 0 ? 0 : 1) : (p.x >= 0 ? 2 : 3) }
    return four.sorted { one, other in
      let (p, q) = (one.centre - middle, other.centre - middle)
      let (i, j) = (quadrant(p), quadrant(q))
      return i == j ? p.cross(q) > 0 : i < j
    }
  }
}
