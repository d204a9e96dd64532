extension CellSet {
  /// The smallest convex shape that holds all cells.
  var hull: CellSet {
    let left = outline { rows[$0].trailingZeroBitCount }
    let right = outline { rows[$0].leadingZeroBitCount - 63 }
    return CellSet { y in
      guard left[y] != CellSet.nothing else { return 0 }
      let from = Int((left[y] - CellSet.slack).rounded(.up))
      let to = Int((CellSet.slack - right[y]).rounded(.down))
      return from > to ? 0 : (~0 << UInt64(from)) & (~0 >> UInt64(63 - to))
    }
  }

  private static let nothing: Float = 1e9
  /// What rounding may have added to a place.
  private static let slack: Float = 0.001

  /// For each row the place of the convex chain that keeps left of all rows' places; `nothing` above and below them.
  private func outline(_ place: (Int) -> Int) -> InlineArray<32, Float> {
    var chain = InlineArray<32, Int>(repeating: 0)
    var (count, result) = (0, InlineArray<32, Float>(repeating: CellSet.nothing))
    for y in 0..<MarkPatch.height where rows[y] != 0 {
      while count > 1, CellSet.isInside(chain[count - 1], between: chain[count - 2], and: y, place) {
        count -= 1
      }
      chain[count] = y
      count += 1
      result[y] = Float(place(y))
    }
    for index in stride(from: 1, to: count, by: 1) {
      let (above, below) = (chain[index - 1], chain[index])
      let step = Float(place(below) - place(above)) / Float(below - above)
      for y in above...below { result[y] = Float(place(above)) + step * Float(y - above) }
    }
    return result
  }

  /// Whether a row's place does not stand out to the left of the line between two others.
  private static func isInside(_ row: Int, between a: Int, and b: Int, _ place: (Int) -> Int) -> Bool {
    (place(row) - place(a)) * (b - a) >= (place(b) - place(a)) * (row - a)
  }
}
