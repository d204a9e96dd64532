internal import Ballot

/// How the print of a sheet strays from the plane through its corner marks, in millimetres: a lens that bends
/// straight lines, paper that is not flat.
///
/// Both shifts are polynomials of the third degree over the page, which hold what lenses and sheets that lie loosely
/// do (Brown, Decentering distortion of lenses, 1966: the radial term is of the third degree). They are fitted to
/// boxes that were found one by one, some of them wrongly, so far-off ones lose their weight step by step
/// (Geman and McClure's estimator, its scale lowered as in Black and Rangarajan, On the unification of line
/// processes, outlier rejection, and robust statistics, 1996).
struct SheetWarp: Sendable {
  /// A place of the page, and by how much the print there was found shifted.
  struct Shift: Sendable {
    let place: Point
    let dx: Double
    let dy: Double
  }

  /// Half the page's size, which is also its middle.
  private let half: Point
  private let across: [Double]
  private let down: [Double]

  private static let terms = 10
  /// What keeps few boxes from bending a sheet: a pull to zero, stronger for the higher terms.
  private static let pull = [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.02, 0.02, 0.02, 0.02]
  /// A corner mark has no shift, by definition; it counts as so many boxes.
  private static let anchorWeight = 4.0
  /// Millimetres beyond which a box has little say: none at first, then nearer from round to round.
  private static let scales = [100, 6, 5, 4, 3, 2.4, 2, 1.7, 1.4, 1.2, 1, 0.8, 0.6, 0.5, 0.4]

  /// The smoothest warp that most of the shifts agree with.
  ///
  /// - Parameters:
  ///   - shifts: Where boxes were found.
  ///   - anchors: The corner marks that were seen; they do not stray.
  ///   - page: The page on which they lie.
  init(_ shifts: [Shift], anchors: [Point], page: BallotPage) {
    let half = Point(x: page.width / 2, y: page.height / 2)
    self.half = half
    let rows = shifts.map { SheetWarp.terms(at: $0.place, half) }
    let fixed = anchors.map { SheetWarp.terms(at: $0, half) }
    var (across, down) = (
      [Double](repeating: 0, count: SheetWarp.terms), [Double](repeating: 0, count: SheetWarp.terms)
    )
    for scale in SheetWarp.scales {
      var system = NormalEquations(pull: SheetWarp.pull)
      for row in fixed { system.add(row, 0, 0, weight: SheetWarp.anchorWeight) }
      for (row, shift) in zip(rows, shifts) {
        let (x, y) = (SheetWarp.value(across, row) - shift.dx, SheetWarp.value(down, row) - shift.dy)
        let far = 1 + (x * x + y * y) / (scale * scale)
        system.add(row, shift.dx, shift.dy, weight: 1 / (far * far))
      }
      (across, down) = system.solved()
    }
    (self.across, self.down) = (across, down)
  }

  /// By how much the print at a place is shifted to the right and down.
  func shift(at place: Point) -> (dx: Float, dy: Float) {
    let row = SheetWarp.terms(at: place, half)
    return (Float(SheetWarp.value(across, row)), Float(SheetWarp.value(down, row)))
  }

  private static func terms(at place: Point, _ half: Point) -> [Double] {
    let (u, v) = (place.x / half.x - 1, place.y / half.y - 1)
    return [1, u, v, u * u, u * v, v * v, u * u * u, u * u * v, u * v * v, v * v * v]
  }

  private static func value(_ coefficients: [Double], _ row: [Double]) -> Double {
    zip(coefficients, row).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// The normal equations of a weighted least-squares fit of two values by the same terms, with a pull to zero.
private struct NormalEquations {
  private var matrix: [[Double]]
  private var first: [Double]
  private var second: [Double]

  init(pull: [Double]) {
    first = pull.map { _ in 0 }
    second = first
    matrix = pull.indices.map { row in pull.indices.map { $0 == row ? pull[row] : 0 } }
  }

  mutating func add(_ row: [Double], _ one: Double, _ other: Double, weight: Double) {
    for i in row.indices {
      let share = weight * row[i]
      first[i] += share * one
      second[i] += share * other
      for j in 0...i { matrix[i][j] += share * row[j] }
    }
  }

  /// The coefficients of both values, by Cholesky's decomposition; the pull keeps every pivot above zero.
  func solved() -> ([Double], [Double]) {
    var lower = matrix
    for i in lower.indices {
      for j in 0...i {
        let rest = (0..<j).reduce(lower[i][j]) { $0 - lower[i][$1] * lower[j][$1] }
        lower[i][j] = i == j ? rest.squareRoot() : rest / lower[j][j]
      }
    }
    return (NormalEquations.solve(lower, first), NormalEquations.solve(lower, second))
  }

  private static func solve(_ lower: [[Double]], _ values: [Double]) -> [Double] {
    var x = values
    for i in x.indices { x[i] = (0..<i).reduce(x[i]) { $0 - lower[i][$1] * x[$1] } / lower[i][i] }
    for i in x.indices.reversed() {
      x[i] = (i + 1..<x.count).reduce(x[i]) { $0 - lower[$1][i] * x[$1] } / lower[i][i]
    }
    return x
  }
}
