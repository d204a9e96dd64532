extension CellSet {
  /// Cells well inside of the printed frame that a pen has darkened.
  ///
  /// Dark is what is nearer to the pen's own darkness than to paper, and what noise does not reach.
  init(ink: [Float], at offset: Int, grain: Float) {
    let area = CellSet.inkArea
    let limit = max(
      CellSet.noise + CellSet.grains * grain, CellSet.darkest(ink, offset, area) * CellSet.share)
    self.init { y in
      guard area.rows.contains(y) else { return 0 }
      var bits: UInt64 = 0
      for x in area.columns where ink[offset + y * MarkPatch.width + x] > limit { bits |= 1 << UInt64(x) }
      return bits
    }
  }

  /// One cell inside of where ink is counted, for a blurred frame reaches in.
  private static let inkArea = (
    columns: InkAmount.area.left + 1..<InkAmount.area.left + InkAmount.area.width - 1,
    rows: InkAmount.area.top + 1..<InkAmount.area.top + InkAmount.area.height - 1
  )
  /// The outermost cells of where ink is looked for.
  static let rim = CellSet { y in
    guard inkArea.rows.contains(y) else { return 0 }
    if y == inkArea.rows.lowerBound || y == inkArea.rows.upperBound - 1 { return inkRow }
    return UInt64(1) << UInt64(inkArea.columns.lowerBound) | UInt64(1)
      << UInt64(inkArea.columns.upperBound - 1)
  }
  /// The lowest of them.
  static let lowerEdge = CellSet { $0 == inkArea.rows.upperBound - 1 ? inkRow : 0 }
  private static let inkRow =
    (UInt64(1) << UInt64(inkArea.columns.count) - 1) << UInt64(inkArea.columns.lowerBound)

  private static let share: Float = 0.42
  private static let noise: Float = 0.04
  private static let grains: Float = 1.5
  /// So many cells are the darkest; fewer may be a speck.
  private static let darkCells = 12

  /// How dark the pen draws, to a thirty-second.
  private static func darkest(
    _ ink: [Float], _ offset: Int, _ area: (columns: Range<Int>, rows: Range<Int>)
  ) -> Float {
    var histogram = SIMD32<UInt16>(repeating: 0)
    for y in area.rows {
      for x in area.columns { histogram[min(Int(ink[offset + y * MarkPatch.width + x] * 32), 31)] += 1 }
    }
    var (left, bin) = (darkCells, 31)
    while bin > 0, left > histogram[bin] {
      left -= Int(histogram[bin])
      bin -= 1
    }
    return (Float(bin) + 0.5) / 32
  }
}
