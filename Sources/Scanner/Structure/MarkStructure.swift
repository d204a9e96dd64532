/// How the strokes in a mark box run: where they meet, how far from there, what they enclose, what notches they leave.
///
/// A witness beside the networks that looks at other things than they do, and all that it says can be followed by eye.
package struct MarkStructure: Equatable, Sendable {
  /// How far four and three lines run from the place where most meet.
  let arms: Arms
  /// Whether there is one line only, which meets neither itself nor another.
  let isOneLine: Bool
  /// The cells of the four largest notches: what is missing of the convex shape round the strokes.
  let notches: SIMD4<Int32>
  /// The cells of the bays that open up, right, down and left, the largest first.
  let bays: SIMD4<Int32>
  /// How far the middle is from the ink, as a part of half the mark's smaller side.
  let hollowness: Float
  /// How broad the strokes are, as a part of the mark's larger side.
  package let thickness: Float
  /// The rectangle round all strokes.
  let extent: Extent
  /// Whether strokes run into the edge of what is looked at, and so perhaps beyond the box.
  let isCut: Bool
  /// In how many places strokes leave over the lower edge.
  let feet: Int

  /// The structure of what stands in the patch at an offset; nil when nothing does.
  init?(_ ink: [Float], at offset: Int, _ amount: InkAmount) {
    self.init(CellSet(ink: ink, at: offset, grain: amount.grain))
  }

  init?(_ cells: CellSet) {
    guard let extent = cells.extent else { return nil }
    self.extent = extent
    isCut = !cells.intersection(CellSet.rim).isEmpty
    feet = cells.intersection(CellSet.lowerEdge).pieces
    let lines = cells.thinned
    arms = Arms(lines)
    isOneLine = arms.three == 0 && lines.pieces == 1
    notches = cells.hull.subtracting(cells).largestParts
    bays = Bays.sizes(cells)
    hollowness =
      Float(cells.distance(fromMiddleOf: extent)) / max(Float(extent.smaller) / 2, 1)
    thickness = Float(cells.count) / Float(max(lines.count, 1)) / Float(extent.larger)
  }
}
