/// The modules of a QR symbol whose colour is the same in every symbol of its size (ISO/IEC 18004, section 6.3).
///
/// Finder patterns with their separators, timing patterns, and the alignment pattern nearest to the free corner; what
/// is left out is only not used as help.
struct FunctionModules: Sendable {
  let side: Int
  /// 1 where a module is dark, -1 where it is bright, 0 where that depends on the text; row by row.
  private(set) var signs: [Float]

  init(side: Int) {
    self.side = side
    signs = [Float](repeating: 0, count: side * side)
    for index in 8..<side - 8 { setTiming(index) }
    for (column, row) in [(0, 0), (side - 7, 0), (0, side - 7)] { setFinder(column, row) }
    if let centre = alignment { setAlignment(centre) }
  }

  /// The column and row of the middle of the last alignment pattern; the smallest symbols have none.
  var alignment: Int? { side > 21 ? side - 7 : nil }

  private mutating func set(_ column: Int, _ row: Int, dark: Bool) {
    guard (0..<side).contains(column), (0..<side).contains(row) else { return }
    signs[row * side + column] = dark ? 1 : -1
  }

  private mutating func setTiming(_ index: Int) {
    set(index, 6, dark: index % 2 == 0)
    set(6, index, dark: index % 2 == 0)
  }

  private mutating func setFinder(_ column: Int, _ row: Int) {
    for dy in -1...7 {
      for dx in -1...7 {
        let ring = max(abs(dx - 3), abs(dy - 3))
        set(column + dx, row + dy, dark: ring != 2 && ring != 4)
      }
    }
  }

  private mutating func setAlignment(_ centre: Int) {
    for dy in -2...2 {
      for dx in -2...2 { set(centre + dx, centre + dy, dark: max(abs(dx), abs(dy)) != 1) }
    }
  }
}
