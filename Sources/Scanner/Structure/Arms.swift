/// How far lines run from the place where most of them meet.
struct Arms: Equatable, Sendable {
  /// Steps for which at least four lines leave the place.
  private(set) var four = 0
  /// Steps for which at least three do.
  private(set) var three = 0

  /// Farther than this nothing is learned.
  private static let reach = 10

  /// Follows the thinned strokes outwards from every place where they meet.
  init(_ lines: CellSet) {
    var best = self
    // Two strokes that cross at a small angle run together for some cells: near meetings are one.
    lines.meetings.grown.grown.parts { place in best.follow(lines, from: place) }
    self = best
  }

  private mutating func follow(_ lines: CellSet, from place: CellSet) {
    var inner = place
    for step in 1...Arms.reach {
      let outer = inner.grown
      let leaving = place.flooded(in: lines.intersection(outer)).subtracting(inner).pieces
      if leaving >= 4 { four = max(four, step) }
      guard leaving >= 3 else { return }
      three = max(three, step)
      inner = outer
    }
  }
}
