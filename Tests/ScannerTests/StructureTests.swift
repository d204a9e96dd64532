import Testing

@testable import Scanner

@Suite("Cells and lines")
struct CellSetTests {
  /// Cells from a drawing; `#` is set.
  private static func cells(_ rows: [String]) -> CellSet {
    CellSet { y in
      guard y < rows.count else { return 0 }
      return rows[y].enumerated().reduce(0) { $1.element == "#" ? $0 | 1 << UInt64($1.offset) : $0 }
    }
  }

  /// The same cells always.
  private static func scattered(seed: UInt64) -> CellSet {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    var cells = CellSet(x: 1 + next() % 38, y: 1 + next() % 30)
    for _ in 0..<12 {
      let more = CellSet(x: 1 + next() % 38, y: 1 + next() % 30).grown
      cells = CellSet { cells.rows[$0] | more.rows[$0] }
    }
    return cells
  }

  @Test(
    "Thinning leaves as many pieces as there were, within what was there", arguments: 0..<40 as Range<UInt64>)
  func thinning(seed: UInt64) {
    let cells = CellSetTests.scattered(seed: seed)
    let lines = cells.thinned
    #expect(lines.subtracting(cells).isEmpty)
    #expect(lines.pieces == cells.pieces)
    #expect(lines.thinned.count == lines.count)
  }

  @Test("A broad line is thinned to its middle")
  func middle() {
    let line = CellSetTests.cells(["", "  ########", "  ########", "  ########"]).thinned
    #expect(line.extent?.height == 1 && line.extent?.top == 2)
  }

  @Test(
    "The hull holds the cells, is convex, and is no larger than it must be",
    arguments: 0..<40 as Range<UInt64>)
  func hull(seed: UInt64) {
    let cells = CellSetTests.scattered(seed: seed)
    let hull = cells.hull
    #expect(cells.subtracting(hull).isEmpty)
    #expect(hull.extent == cells.extent)
    #expect(hull.hull.count == hull.count)
  }

  @Test("Of an angle the hull fills the triangle")
  func angle() {
    let angle = CellSetTests.cells(["#", "#", "#", "#", "#####"])
    #expect(angle.hull.count == 15)
    #expect(angle.hull.subtracting(angle).largestParts == [6, 0, 0, 0])
  }

  @Test("A cross has a bay on each side, an angle has none, a U has one")
  func bays() {
    let cross = CellSetTests.cells(["#   #", " # # ", "  #  ", " # # ", "#   #"])
    #expect(Bays.sizes(cross) == [4, 4, 4, 4])
    #expect(Bays.sizes(CellSetTests.cells(["#", "#", "####"])) == .zero)
    #expect(Bays.sizes(CellSetTests.cells(["#  #", "#  #", "####"])) == [4, 0, 0, 0])
  }

  @Test("Four arms leave a crossing, three a fork, none a bend")
  func arms() {
    let cross = CellSetTests.cells([
      "#         #", " #       #", "  #     #", "   #   #", "    # #", "     #", "    # #", "   #   #",
      "  #     #",
      " #       #", "#         #",
    ])
    #expect(Arms(cross).four == 3)
    let fork = CellSetTests.cells([
      "#         #", " #       #", "  #     #", "   #   #", "    # #", "     #", "     #", "     #", "     #",
      "     #",
    ])
    #expect(Arms(fork).four == 0 && Arms(fork).three == 2)
    let bend = CellSetTests.cells(["#     #", " #   #", "  # #", "   #"])
    #expect(Arms(bend) == Arms(CellSetTests.cells(["####"])))
  }
}

@Suite("The run of strokes")
struct StructureTests {
  /// A sign as lines between points, 0…1 across and down the inside of a box.
  enum Sign: CaseIterable {
    case cross, uneven, joined, tick, vee, ring, openRing

    var strokes: [[(Float, Float)]] {
      switch self {
      case .cross: [[(0.2, 0.1), (0.8, 0.9)], [(0.8, 0.1), (0.2, 0.9)]]
      case .uneven: [[(0.3, 0.1), (0.6, 0.95)], [(0.85, 0.2), (0.15, 0.7)]]
      case .joined: [[(0.2, 0.1), (0.8, 0.9), (0.8, 0.1), (0.2, 0.9)]]
      case .tick: [[(0.15, 0.5), (0.4, 0.9), (0.9, 0.1)]]
      case .vee: [[(0.2, 0.1), (0.5, 0.9), (0.8, 0.1)]]
      case .ring: [StructureTests.arc(from: 0, to: 6.3)]
      case .openRing: [StructureTests.arc(from: 0.3, to: 5.6)]
      }
    }

    var isCross: Bool { [.cross, .uneven, .joined].contains(self) }
  }

  static func arc(from: Float, to: Float) -> [(Float, Float)] {
    (0...40).map { step in
      let angle = from + (to - from) * Float(step) / 40
      return (0.5 + 0.35 * Float(cosine(angle)), 0.5 + 0.42 * Float(cosine(angle - .pi / 2)))
    }
  }

  /// The cosine by its series; there is nothing else here that would need a mathematics library.
  private static func cosine(_ angle: Float) -> Double {
    var (sum, term) = (1.0, 1.0)
    let square = Double(angle) * Double(angle)
    for index in 1..<20 {
      term *= -square / Double((2 * index - 1) * (2 * index))
      sum += term
    }
    return sum
  }

  /// The patch of a sign drawn with a pen so many cells wide.
  static func patch(_ sign: Sign, pen: Float) -> [Float] {
    var ink = [Float](repeating: 0, count: MarkPatch.count)
    for stroke in sign.strokes {
      for (a, b) in zip(stroke, stroke.dropFirst()) {
        for step in 0...60 {
          let t = Float(step) / 60
          let (x, y) = (9 + 22 * (a.0 + (b.0 - a.0) * t), 8 + 16 * (a.1 + (b.1 - a.1) * t))
          darken(&ink, x, y, pen)
        }
      }
    }
    return ink
  }

  private static func darken(_ ink: inout [Float], _ x: Float, _ y: Float, _ pen: Float) {
    for row in 0..<MarkPatch.height {
      for column in 0..<MarkPatch.width {
        let (dx, dy) = (Float(column) - x, Float(row) - y)
        let cell = row * MarkPatch.width + column
        ink[cell] = max(ink[cell], min(max(pen / 2 + 0.5 - (dx * dx + dy * dy).squareRoot(), 0), 1) * 0.9)
      }
    }
  }

  @Test(
    "× speaks for a ×, ○ and √ against it, whatever the pen", arguments: Sign.allCases,
    [1.2, 2, 3.5] as [Float])
  func evidence(sign: Sign, pen: Float) throws {
    let ink = StructureTests.patch(sign, pen: pen)
    let structure = try #require(MarkStructure(ink, at: 0, InkAmount(ink, at: 0)))
    if sign.isCross {
      #expect(structure.crossEvidence > 1.5, "\(structure)")
    } else {
      #expect(structure.crossEvidence < -1, "\(structure)")
    }
  }

  @Test(
    "Strokes that run into the edge are cut off; the feet are where they do so below",
    arguments: [
      ([(20, 16, 24)], false, 0), ([(20, 16, 25)], true, 1), ([(12, 12, 25), (26, 12, 25)], true, 2),
      ([(15, 6, 20)], true, 0),
    ] as [([(x: Int, from: Int, to: Int)], Bool, Int)])
  func feet(lines: [(x: Int, from: Int, to: Int)], isCut: Bool, feet: Int) throws {
    let cells = CellSet { y in
      lines.reduce(0) { ($1.from..<$1.to).contains(y) ? $0 | 1 << UInt64($1.x) : $0 }
    }
    let structure = try #require(MarkStructure(cells))
    #expect(structure.isCut == isCut && structure.feet == feet)
  }

  @Test("What stands at an offset is the same; clean paper has no structure")
  func offset() {
    let clean = [Float](repeating: 0, count: MarkPatch.count)
    let ink = StructureTests.patch(.cross, pen: 2)
    #expect(MarkStructure(clean, at: 0, InkAmount(clean, at: 0)) == nil)
    let (alone, second) = (
      MarkStructure(ink, at: 0, InkAmount(ink, at: 0)),
      MarkStructure(clean + ink, at: MarkPatch.count, InkAmount(clean + ink, at: MarkPatch.count))
    )
    #expect(alone != nil && alone == second)
  }
}
