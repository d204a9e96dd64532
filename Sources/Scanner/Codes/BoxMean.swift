/// Means of square surroundings in a square of values, by running sums.
struct BoxMean {
  private let side: Int
  /// The sum of everything above and left of each corner.
  private var sums: [Float]

  init(_ values: [Float], _ side: Int) {
    self.side = side
    sums = [Float](repeating: 0, count: (side + 1) * (side + 1))
    for row in 0..<side {
      var line: Float = 0
      for column in 0..<side {
        line += values[row * side + column]
        sums[(row + 1) * (side + 1) + column + 1] = sums[row * (side + 1) + column + 1] + line
      }
    }
  }

  /// The mean of what is at most `reach` away from each place.
  func means(_ reach: Int) -> [Float] {
    (0..<side * side).map { index in
      let (column, row) = (index % side, index / side)
      let (left, right) = (max(0, column - reach), min(side, column + reach + 1))
      let (top, bottom) = (max(0, row - reach), min(side, row + reach + 1))
      let (above, below) = (top * (side + 1), bottom * (side + 1))
      let sum = sums[below + right] - sums[above + right] - sums[below + left] + sums[above + left]
      return sum / Float((right - left) * (bottom - top))
    }
  }
}
