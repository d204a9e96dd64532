/// Thinning after Zhang and Suen (A fast parallel algorithm for thinning digital patterns, 1984), a row at a time.
extension CellSet {
  /// The middle lines of the strokes, one cell wide; a lone square of 2 × 2 cells leaves none.
  var thinned: CellSet {
    var cells = self
    while true {
      let before = cells.count
      cells = cells.peeled(second: false).peeled(second: true)
      if cells.count == before { return cells }
    }
  }

  /// One of the two half steps.
  private func peeled(second: Bool) -> CellSet {
    CellSet { y in
      let around = Neighbours(self, y)
      let edge =
        second
        ? ~(around.n & around.e & around.w) & ~(around.n & around.s & around.w)
        : ~(around.n & around.e & around.s) & ~(around.e & around.s & around.w)
      return rows[y] & ~(around.hasTwoToSix & around.hasOneRun & edge)
    }
  }

  /// Cells of a thinned line at which it ends.
  var ends: CellSet {
    CellSet { y in
      let around = Neighbours(self, y)
      return rows[y] & around.hasOneRun & ~around.hasThree
    }
  }

  /// Cells of a thinned line at which three or more lines may meet.
  var meetings: CellSet {
    CellSet { y in
      let around = Neighbours(self, y)
      return rows[y] & (around.hasThreeRuns | around.fillSquare)
    }
  }
}

/// The eight neighbours of every cell of a row, a word a direction.
private struct Neighbours {
  let n, ne, e, se, s, sw, w, nw: UInt64

  init(_ cells: CellSet, _ y: Int) {
    let (above, here, below) = (cells.row(y - 1), cells.row(y), cells.row(y + 1))
    (n, e, s, w) = (above, here >> 1, below, here << 1)
    (ne, se, sw, nw) = (above >> 1, below >> 1, below << 1, above << 1)
  }

  /// Cells for which at least one, two and three of eight words hold.
  private static func counted(
    _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64, _ e: UInt64, _ f: UInt64, _ g: UInt64, _ h: UInt64
  ) -> (one: UInt64, two: UInt64, three: UInt64) {
    var (one, two, three) = (UInt64(0), UInt64(0), UInt64(0))
    func add(_ word: UInt64) {
      three |= two & word
      two |= one & word
      one |= word
    }
    add(a)
    add(b)
    add(c)
    add(d)
    add(e)
    add(f)
    add(g)
    add(h)
    return (one, two, three)
  }

  /// How often, going round, ink begins.
  private var runs: (one: UInt64, two: UInt64, three: UInt64) {
    Neighbours.counted(
      ~n & ne, ~ne & e, ~e & se, ~se & s, ~s & sw, ~sw & w, ~w & nw, ~nw & n)
  }

  var hasOneRun: UInt64 {
    let (one, two, _) = runs
    return one & ~two
  }

  var hasThreeRuns: UInt64 { runs.three }

  /// Cells that are part of a square of four.
  var fillSquare: UInt64 { (n & ne & e) | (e & se & s) | (s & sw & w) | (w & nw & n) }

  var hasThree: UInt64 { Neighbours.counted(n, ne, e, se, s, sw, w, nw).three }

  var hasTwoToSix: UInt64 {
    Neighbours.counted(n, ne, e, se, s, sw, w, nw).two
      & Neighbours.counted(~n, ~ne, ~e, ~se, ~s, ~sw, ~w, ~nw).two
  }
}
