internal import Ballot
internal import Glibc

extension SheetPosition {
  /// Positions that three bull's-eyes allow when something lies on the fourth, the best first.
  ///
  /// Three points fix no perspective, but their sizes do: under a projection with the homogeneous weight w areas shrink
  /// by w³, so a bull's-eye's radius is as w to the power of -3/2 (Hartley and Zisserman, 2.4). With the weights known
  /// the fourth corner is that of a parallelogram in homogeneous coordinates. Each position stands for its half turn
  /// too.
  static func candidatesOfThree(_ bullseyes: [Bullseye], marks: [Point]) -> [SheetPosition] {
    let likely = Array(bullseyes.sorted { $0.misfit < $1.misfit }.prefix(6))
    var positions: [SheetPosition] = []
    for a in likely.indices {
      for b in likely.indices.dropFirst(a + 1) {
        for c in likely.indices.dropFirst(b + 1) {
          for (before, middle, after) in turns(likely[a], likely[b], likely[c]) {
            guard let fourth = fourth(before, middle, after) else { continue }
            for missing in 0..<2 {
              var corners = [fourth, fourth, fourth, fourth]
              corners[(missing + 1) % 4] = before
              corners[(missing + 2) % 4] = middle
              corners[(missing + 3) % 4] = after
              if let position = SheetPosition(corners, marks: marks) { positions.append(position) }
            }
          }
        }
      }
    }
    return positions.sorted { $0.misfit < $1.misfit }
  }

  /// The three ways in which one of three bull's-eyes may lie opposite the missing one, clockwise, unless the angle
  /// there is far from a right one.
  private static func turns(
    _ a: Bullseye, _ b: Bullseye, _ c: Bullseye
  ) -> [(Bullseye, Bullseye, Bullseye)] {
    let isClockwise = (b.centre - a.centre).cross(c.centre - b.centre) > 0
    let (p, q, r) = isClockwise ? (a, b, c) : (a, c, b)
    return [(p, q, r), (q, r, p), (r, p, q)].filter { before, middle, after in
      let (one, other) = (before.centre - middle.centre, after.centre - middle.centre)
      let lengths = before.centre.distance(to: middle.centre) * after.centre.distance(to: middle.centre)
      return lengths > 0 && abs(one.x * other.x + one.y * other.y) < 0.5 * lengths
    }
  }

  /// What would be seen of the covered bull's-eye.
  private static func fourth(_ before: Bullseye, _ middle: Bullseye, _ after: Bullseye) -> Bullseye? {
    let weights = [before, middle, after].map { pow($0.radius, -2.0 / 3) }
    let weight = weights[0] + weights[2] - weights[1]
    guard weight > 0.5 * weights[1] else { return nil }
    let sum = before.centre * weights[0] + after.centre * weights[2] - middle.centre * weights[1]
    return Bullseye(
      centre: sum * (1 / weight), radius: pow(weight, -1.5), squareness: 0, misfit: 0,
      black: (before.black + middle.black + after.black) / 3,
      white: (before.white + middle.white + after.white) / 3)
  }
}
