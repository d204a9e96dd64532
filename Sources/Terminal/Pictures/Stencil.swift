/// Letters as dots that are set or not: large type.
package struct Stencil: Hashable, Sendable {
  package let width: Int
  package let height: Int
  private let dots: [Bool]

  /// Dots row by row; too few of them make an empty stencil.
  package init(width: Int, height: Int, dots: [Bool]) {
    let isWhole = width > 0 && height > 0 && dots.count == width * height
    self.width = isWhole ? width : 0
    self.height = isWhole ? height : 0
    self.dots = isWhole ? dots : []
  }

  /// Rows of the screen that it takes.
  package var rows: Int { (height + 1) / 2 }

  /// The same with so many empty rows of dots above.
  package func lowered(by rows: Int) -> Stencil {
    Stencil(
      width: width, height: height + rows,
      dots: Array(repeating: false, count: width * max(0, rows)) + dots)
  }

  func isSet(_ x: Int, _ y: Int) -> Bool { y < height && x < width && dots[y * width + x] }
}

extension Canvas {
  /// Draws large type with ▀, ▄ and █, a square dot half a cell.
  package mutating func write(_ stencil: Stencil, column: Int, row: Int, _ style: Style = .plain) {
    for line in 0..<stencil.rows {
      for x in 0..<stencil.width {
        let sign: Character? =
          switch (stencil.isSet(x, line * 2), stencil.isSet(x, line * 2 + 1)) {
          case (true, true): "█"
          case (true, false): "▀"
          case (false, true): "▄"
          case (false, false): nil
          }
        if let sign { write(String(sign), column: column + x, row: row + line, style) }
      }
    }
  }
}
