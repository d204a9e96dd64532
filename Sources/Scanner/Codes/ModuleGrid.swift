/// The brightness of the modules of a QR symbol, as a picture of one value a module.
///
/// Where blur has run modules into each other, the blur is guessed and undone; what comes out is drawn anew in
/// black and white for the decoder, whose error correction has the last word.
struct ModuleGrid: Equatable, Sendable {
  let side: Int
  private(set) var values: [Float]

  /// Pixels a module and modules of quiet zone in the picture for the decoder.
  private static let zoom = 4
  private static let quiet = 4
  private static let rounds = 6

  init(side: Int, values: [Float]) {
    self.side = side
    self.values = values
  }

  /// What a module's brightness is compared with.
  enum Limit: CaseIterable {
    /// One brightness for all.
    case whole
    /// One for each column, where a pale streak of the printer's drum runs down the page.
    case columns
    /// One for each row, where the streak runs across.
    case rows
  }

  /// The symbol in black and white.
  func drawn(_ limit: Limit = .whole) -> GrayImage {
    let pixels = (side + 2 * ModuleGrid.quiet) * ModuleGrid.zoom
    let limits = limits(limit)
    var image = GrayImage(width: pixels, height: pixels, shade: 255)
    for index in values.indices where values[index] < limits[limit == .rows ? index / side : index % side] {
      let left = (index % side + ModuleGrid.quiet) * ModuleGrid.zoom
      let top = (index / side + ModuleGrid.quiet) * ModuleGrid.zoom
      for y in top..<top + ModuleGrid.zoom {
        for x in left..<left + ModuleGrid.zoom { image[x, y] = 0 }
      }
    }
    return image
  }

  /// The grid with a blur undone that mixed `share` of each neighbour into every module (Van Cittert's method).
  func sharpened(_ share: Float) -> ModuleGrid {
    guard share > 0 else { return self }
    var sharp = self
    for _ in 0..<ModuleGrid.rounds {
      let again = sharp.blurred(share)
      for index in values.indices { sharp.values[index] += values[index] - again[index] }
    }
    return sharp
  }

  private func blurred(_ share: Float) -> [Float] {
    values.indices.map { index in
      let (column, row) = (index % side, index / side)
      var sum: Float = 0
      for dy in -1...1 {
        for dx in -1...1 {
          let weight = dx == 0 && dy == 0 ? 1 : dx == 0 || dy == 0 ? share : share * share
          let x = min(max(column + dx, 0), side - 1)
          let y = min(max(row + dy, 0), side - 1)
          sum += weight * values[y * side + x]
        }
      }
      return sum / (1 + 4 * share + 4 * share * share)
    }
  }

  /// The limit of each column, or of each row.
  private func limits(_ limit: Limit) -> [Float] {
    guard limit != .whole else { return [Float](repeating: middle, count: side) }
    return (0..<side).map { line in
      let sorted = (0..<side).map { limit == .rows ? values[line * side + $0] : values[$0 * side + line] }
        .sorted()
      // Every line of a symbol has several modules of either kind; the outermost may be dirt.
      return (sorted[1] + sorted[side - 2]) / 2
    }
  }

  /// Halfway between the dark and the bright modules of the three finder patterns.
  private var middle: Float {
    var sums: (dark: Float, bright: Float) = (0, 0)
    for (left, top) in [(0, 0), (side - 7, 0), (0, side - 7)] {
      for row in 0..<7 {
        for column in 0..<7 {
          let ring = max(abs(column - 3), abs(row - 3))
          let value = values[(top + row) * side + left + column]
          if ring == 2 { sums.bright += value / 48 } else { sums.dark += value / 99 }
        }
      }
    }
    return (sums.dark + sums.bright) / 2
  }
}
