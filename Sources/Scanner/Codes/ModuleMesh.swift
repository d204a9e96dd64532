internal import Ballot

/// The modules of a QR symbol on paper that is bent or folded: a plane grid, and a mesh of nodes by which it is moved.
///
/// Decoders take a symbol for a plane. Here the grid is moved, node by node and line by line, to where the middles of
/// modules are most clearly dark or bright, and where those that are the same in every symbol have their own colour.
struct ModuleMesh {
  private let pixels: PixelView
  private let known: FunctionModules
  /// Where each module would be on plane paper, and the steps to its neighbours, row by row.
  private let places: [Place]
  /// What is bright and how far modules differ from it round each place.
  private let middles: [Float]
  private let spreads: [Float]
  /// How far each node is moved, in modules, row by row.
  private var shifts: [SIMD2<Float>]
  private let nodes: Int

  private struct Place {
    let at: SIMD2<Float>
    let across: SIMD2<Float>
    let down: SIMD2<Float>
  }

  /// Modules from one node to the next, about.
  private static let spacing = 5
  /// Modules round a place among which it is called dark or bright.
  private static let surroundings = 7
  /// What bending costs, beside what a module can bring.
  private static let stiffness: Float = 0.4
  /// A module whose colour is not known says less.
  private static let unknown: Float = 0.7

  private var side: Int { known.side }

  init(_ pixels: PixelView, _ plane: Homography, _ known: FunctionModules) {
    self.pixels = pixels
    self.known = known
    let side = known.side
    nodes = side / ModuleMesh.spacing + 1
    shifts = [SIMD2<Float>](repeating: .zero, count: nodes * nodes)
    places = (0..<side * side).map { ModuleMesh.place($0 % side, $0 / side, plane) }
    let values = places.map { pixels.sample($0.at.x, $0.at.y) }
    (middles, spreads) = ModuleMesh.levels(values, side)
  }

  private static func place(_ column: Int, _ row: Int, _ plane: Homography) -> Place {
    let (x, y) = (Double(column) + 0.5, Double(row) + 0.5)
    func vector(_ dx: Double, _ dy: Double) -> SIMD2<Float> {
      let (from, to) = (plane.project(x - dx, y - dy), plane.project(x + dx, y + dy))
      return SIMD2(Float(to.x - from.x), Float(to.y - from.y))
    }
    let here = plane.project(x, y)
    return Place(at: SIMD2(Float(here.x), Float(here.y)), across: vector(0.5, 0), down: vector(0, 0.5))
  }

  /// The mean of the surroundings of every module, and how far modules lie from it.
  private static func levels(_ values: [Float], _ side: Int) -> (middles: [Float], spreads: [Float]) {
    let middles = BoxMean(values, side).means(surroundings)
    let squares = zip(values, middles).map { ($0 - $1) * ($0 - $1) }
    return (middles, BoxMean(squares, side).means(surroundings).map { $0.squareRoot() + 4 })
  }

  // MARK: What is read

  private func shift(_ column: Int, _ row: Int) -> SIMD2<Float> {
    let step = Float(side) / Float(nodes - 1)
    let (x, y) = ((Float(column) + 0.5) / step, (Float(row) + 0.5) / step)
    let (left, top) = (min(Int(x), nodes - 2), min(Int(y), nodes - 2))
    let (fx, fy) = (x - Float(left), y - Float(top))
    let at = top * nodes + left
    let upper = shifts[at] + (shifts[at + 1] - shifts[at]) * fx
    let lower = shifts[at + nodes] + (shifts[at + nodes + 1] - shifts[at + nodes]) * fx
    return upper + (lower - upper) * fy
  }

  /// How bright a module is beside its surroundings, about -1 to 1.
  private func tone(_ column: Int, _ row: Int) -> Float {
    let index = row * side + column
    let (place, shift) = (places[index], shift(column, row))
    let at = place.at + place.across * shift.x + place.down * shift.y
    return (pixels.sample(at.x, at.y) - middles[index]) / spreads[index]
  }

  /// The modules as they are read now.
  var grid: ModuleGrid {
    ModuleGrid(side: side, values: (0..<side * side).map { tone($0 % side, $0 / side) })
  }

  /// How well the modules of known colour have it, 1 at best; about 0 where there is no symbol of this size.
  var agreement: Float {
    let known = (0..<side * side).filter { self.known.signs[$0] != 0 }
    let sum = known.reduce(Float(0)) { sum, index in
      sum - self.known.signs[index] * min(1, max(-1, tone(index % side, index / side)))
    }
    return sum / Float(known.count)
  }

  // MARK: Fitting

  /// Moves the nodes to where the symbol is clearest: line by line over folds, then one by one.
  mutating func fit() {
    unfold(isDown: true)
    unfold(isDown: false)
    for _ in 0..<2 {
      moveNodes([0.3, 0.15])
      moveLines([1, 0.5, 0.25])
    }
    moveNodes([0.5, 0.25, 0.12])
    moveNodes([0.12])
  }

  /// Half modules by which the paper may go on elsewhere than it came, from one line of nodes to the next.
  private static let reach = 3

  /// Follows the paper line by line from its first finder patterns: wherever the next line is, all beyond it goes along.
  private mutating func unfold(isDown: Bool) {
    let all = 0...nodes - 1
    for line in 1..<nodes {
      let (band, beyond) = (reach(of: line...line).lowerBound...place(of: line), line...nodes - 1)
      var best = (clearness: -Float.infinity, shift: SIMD2<Float>.zero)
      for index in 0..<(2 * ModuleMesh.reach + 1) * (2 * ModuleMesh.reach + 1) {
        let (x, y) = (index % (2 * ModuleMesh.reach + 1), index / (2 * ModuleMesh.reach + 1))
        let shift = SIMD2(Float(x - ModuleMesh.reach), Float(y - ModuleMesh.reach)) * 0.5
        add(shift, isDown ? all : beyond, isDown ? beyond : all)
        let now = isDown ? clearness(0...side - 1, band) : clearness(band, 0...side - 1)
        // Staying is preferred where nothing is gained.
        let clear = now - abs(shift.x) - abs(shift.y)
        if clear > best.clearness { best = (clear, shift) }
        add(-shift, isDown ? all : beyond, isDown ? beyond : all)
      }
      add(best.shift, isDown ? all : beyond, isDown ? beyond : all)
    }
  }

  private mutating func moveNodes(_ steps: [Float]) {
    for row in 0..<nodes {
      for column in 0..<nodes { move(column...column, row...row, steps) }
    }
  }

  private mutating func moveLines(_ steps: [Float]) {
    for line in 0..<nodes {
      move(0...nodes - 1, line...line, steps)
      move(line...line, 0...nodes - 1, steps)
    }
  }

  private static let ways: [SIMD2<Float>] = [[1, 0], [-1, 0], [0, 1], [0, -1]]

  /// Moves nodes together for as long as that makes the symbol clearer, less what it costs to bend the mesh.
  private mutating func move(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>, _ steps: [Float]) {
    let (across, down) = (reach(of: columns), reach(of: rows))
    var best = clearness(across, down) - ModuleMesh.stiffness * bending
    for step in steps {
      for way in ModuleMesh.ways {
        add(way * step, columns, rows)
        let now = clearness(across, down) - ModuleMesh.stiffness * bending
        if now > best + 0.001 { best = now } else { add(way * -step, columns, rows) }
      }
    }
  }

  private mutating func add(_ shift: SIMD2<Float>, _ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) {
    for row in rows {
      for column in columns { shifts[row * nodes + column] += shift }
    }
  }

  /// How clear some modules are.
  private func clearness(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> Float {
    var sum: Float = 0
    for row in rows {
      for column in columns {
        let sign = known.signs[row * side + column]
        let tone = min(1.5, max(-1.5, tone(column, row)))
        sum += sign == 0 ? ModuleMesh.unknown * abs(tone) : -sign * tone
      }
    }
    return sum
  }

  /// The last module before a line of nodes.
  private func place(of line: Int) -> Int { min(side - 1, line * side / (nodes - 1)) }

  /// The modules that nodes can move.
  private func reach(of nodes: ClosedRange<Int>) -> ClosedRange<Int> {
    let step = Float(side) / Float(self.nodes - 1)
    let first = Int(Float(nodes.lowerBound - 1) * step)
    return max(0, first)...min(side - 1, Int(Float(nodes.upperBound + 1) * step))
  }

  private var bending: Float {
    var sum: Float = 0
    for line in 0..<nodes {
      for node in 1..<nodes - 1 {
        for (at, step) in [(line * nodes + node, 1), (node * nodes + line, nodes)] {
          let bend = shifts[at - step] + shifts[at + step] - 2 * shifts[at]
          sum += (bend * bend).sum()
        }
      }
    }
    return sum
  }
}
