/// The bays between the strokes of a mark: paper with ink on two opposite sides of it, and none on one of the others.
///
/// A × has four of them, a √ one, an open ○ one, a closed ○ none, and so they have however thick the pen is.
enum Bays {
  /// The sizes in cells of the bays that open up, right, down and left, the largest first.
  static func sizes(_ ink: CellSet) -> SIMD4<Int32> {
    var above = CellSet.Rows(repeating: 0)
    for y in 1..<MarkPatch.height { above[y] = above[y - 1] | ink.row(y - 1) }
    var (below, sizes) = (UInt64(0), SIMD4<Int32>.zero)
    for y in stride(from: MarkPatch.height - 1, through: 0, by: -1) {
      sizes &+= counted(~ink.row(y), above[y], rightOf(ink.row(y)), below, leftOf(ink.row(y)))
      below |= ink.row(y)
    }
    return (0..<4).reduce(.zero) { $0.inserting(sizes[$1]) }
  }

  /// How much paper of a row opens towards each side; the words say where ink lies above, right, below and left.
  private static func counted(
    _ paper: UInt64, _ above: UInt64, _ right: UInt64, _ below: UInt64, _ left: UInt64
  ) -> SIMD4<Int32> {
    let (across, along) = (paper & left & right, paper & above & below)
    return SIMD4(
      Int32((across & ~above).nonzeroBitCount), Int32((along & ~right).nonzeroBitCount),
      Int32((across & ~below).nonzeroBitCount), Int32((along & ~left).nonzeroBitCount))
  }

  /// Cells that have ink to their left.
  private static func leftOf(_ row: UInt64) -> UInt64 {
    row == 0 ? 0 : ~0 << UInt64(row.trailingZeroBitCount + 1)
  }

  /// Cells that have ink to their right.
  private static func rightOf(_ row: UInt64) -> UInt64 {
    row == 0 ? 0 : ~0 >> UInt64(row.leadingZeroBitCount + 1)
  }
}
