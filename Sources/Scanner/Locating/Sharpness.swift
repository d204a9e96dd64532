/// How steep the steepest edges of a picture are, to tell a blurred sheet from an empty desk.
struct Sharpness {
  /// Squares with the contrast of print.
  private(set) var printed = 0
  /// Those of them in which some step between neighbours is steep for that contrast.
  private(set) var sharp = 0

  init(_ pixels: PixelView) {
    let side = 64
    for top in stride(from: 0, to: pixels.height - side, by: side) {
      for left in stride(from: 0, to: pixels.width - side, by: side) { look(pixels, left, top, side) }
    }
  }

  /// There is much contrast, and hardly anywhere an edge.
  var isBlurred: Bool { printed >= 4 && sharp * 5 < printed }

  private mutating func look(_ pixels: PixelView, _ left: Int, _ top: Int, _ side: Int) {
    var (low, high, step) = (255, 0, 0)
    for y in stride(from: top, to: top + side, by: 4) {
      for x in left..<left + side - 4 {
        let value = Int(pixels[x, y])
        (low, high) = (min(low, value), max(high, value))
        step = max(step, abs(value - Int(pixels[x + 4, y])))
      }
    }
    guard high - low > 40 else { return }
    printed += 1
    if step * 2 > high - low { sharp += 1 }
  }
}
