extension Canvas {
  /// Draws a picture with ▀: the upper dot is the text's colour, the lower one the ground's.
  ///
  /// A cell is about twice as high as wide, so the dots are square.
  mutating func drawHalfBlocks(_ placed: PlacedPicture) {
    let area = placed.area
    let fit = placed.picture.fitted(width: area.columns, height: area.rows * 2)
    guard fit.width > 0 else { return }
    if placed.picture.isGrid { fill(area, " ", .plain) }
    let small = placed.picture.scaled(width: fit.width, height: fit.height)
    let left = area.column + (area.columns - fit.width) / 2
    for row in 0..<(fit.height + 1) / 2 {
      for column in 0..<fit.width {
        let style = Style(
          small.colour(column, row * 2),
          on: row * 2 + 1 < fit.height ? small.colour(column, row * 2 + 1) : .standard)
        write("▀", column: left + column, row: area.row + row, style)
      }
    }
  }
}

extension Bitmap {
  fileprivate func colour(_ x: Int, _ y: Int) -> Colour {
    let at = (y * width + x) * 3
    return .rgb(bytes[at], bytes[at + 1], bytes[at + 2])
  }
}
