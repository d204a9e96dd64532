/// A set of cells of a patch: a row of bits for each row of cells, so that a whole row is looked at in one step.
///
/// Bit 0 is the leftmost cell. Nothing is ever set outside of 40 × 32 cells, and nothing is ever allocated.
struct CellSet: Sendable {
  typealias Rows = InlineArray<32, UInt64>

  private(set) var rows: Rows

  private static let wholeRow: UInt64 = (1 << UInt64(MarkPatch.width)) - 1

  /// One cell.
  init(x: Int, y: Int) {
    rows = Rows(repeating: 0)
    rows[y] = 1 << UInt64(x)
  }

  /// Cells by their rows of bits.
  init(rows: (Int) -> UInt64) {
    self.rows = Rows { rows($0) & CellSet.wholeRow }
  }

  subscript(x: Int, y: Int) -> Bool { rows[y] >> UInt64(x) & 1 == 1 }

  /// The row, or nothing above the first and below the last.
  func row(_ y: Int) -> UInt64 { y >= 0 && y < MarkPatch.height ? rows[y] : 0 }

  var count: Int {
    var sum = 0
    for y in 0..<MarkPatch.height { sum += rows[y].nonzeroBitCount }
    return sum
  }

  var isEmpty: Bool {
    var all: UInt64 = 0
    for y in 0..<MarkPatch.height { all |= rows[y] }
    return all == 0
  }

  /// The first cell, row by row.
  var first: (x: Int, y: Int)? {
    for y in 0..<MarkPatch.height where rows[y] != 0 { return (rows[y].trailingZeroBitCount, y) }
    return nil
  }

  func intersection(_ other: CellSet) -> CellSet { CellSet { rows[$0] & other.rows[$0] } }
  func subtracting(_ other: CellSet) -> CellSet { CellSet { rows[$0] & ~other.rows[$0] } }

  /// The cells and their eight neighbours.
  var grown: CellSet {
    CellSet { y in
      let all = row(y - 1) | rows[y] | row(y + 1)
      return all | all << 1 | all >> 1
    }
  }

  /// The cells and their four neighbours.
  private var grownByFour: CellSet {
    CellSet { y in row(y - 1) | rows[y] | row(y + 1) | rows[y] << 1 | rows[y] >> 1 }
  }

  /// What hangs together with these cells inside others, by eight neighbours or by four.
  func flooded(in others: CellSet, byFour: Bool = false) -> CellSet {
    var (all, before) = (intersection(others), -1)
    while all.count != before {
      before = all.count
      all = (byFour ? all.grownByFour : all.grown).intersection(others)
    }
    return all
  }

  /// The parts that do not hang together, the topmost first.
  func parts(byFour: Bool = false, _ visit: (CellSet) -> Void) {
    var rest = self
    while let (x, y) = rest.first {
      let part = CellSet(x: x, y: y).flooded(in: rest, byFour: byFour)
      visit(part)
      rest = rest.subtracting(part)
    }
  }

  /// How many parts there are, by eight neighbours.
  var pieces: Int {
    var count = 0
    parts { _ in count += 1 }
    return count
  }

  /// The sizes of the four largest parts, by four neighbours, the largest first.
  var largestParts: SIMD4<Int32> {
    var sizes = SIMD4<Int32>.zero
    parts(byFour: true) { sizes = sizes.inserting(Int32($0.count)) }
    return sizes
  }
}

extension SIMD4<Int32> {
  /// With one more number, in falling order; the smallest is lost.
  func inserting(_ value: Int32) -> SIMD4<Int32> {
    var (sorted, left) = (self, value)
    for place in 0..<4 where sorted[place] < left { (sorted[place], left) = (left, sorted[place]) }
    return sorted
  }
}
