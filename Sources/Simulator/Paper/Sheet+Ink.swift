import Ballot

/// A piece of a pen's path on the paper, with the width and darkness of the ink there.
struct InkPoint: Sendable {
  var place: Point
  /// Half the line's width, millimetres.
  var radius: Double
  /// How much of the light the ink takes, 0...1.
  var darkness: Double
}

/// How much ink lies on each pixel of a part of a sheet, 0...1.
struct InkLayer {
  let x: Range<Int>
  let y: Range<Int>
  var cover: [Float]

  init(x: Range<Int>, y: Range<Int>) {
    self.x = x
    self.y = y
    cover = [Float](repeating: 0, count: x.count * y.count)
  }

  /// Draws the capsule between two points of a path, antialiased; overlaps within a layer do not add up.
  mutating func add(_ from: InkPoint, _ to: InkPoint, dots: Double) {
    let a = (x: Float(from.place.x * dots) - 0.5, y: Float(from.place.y * dots) - 0.5)
    let b = (x: Float(to.place.x * dots) - 0.5, y: Float(to.place.y * dots) - 0.5)
    let (ra, rb) = (Float(from.radius * dots), Float(to.radius * dots))
    let reach = max(ra, rb) + 1
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let scale = 1 / max(dx * dx + dy * dy, 1e-6)
    let columns = InkLayer.clip(min(a.x, b.x) - reach, max(a.x, b.x) + reach, to: x)
    for row in InkLayer.clip(min(a.y, b.y) - reach, max(a.y, b.y) + reach, to: y) {
      let py = Float(row) - a.y
      for column in columns {
        let px = Float(column) - a.x
        let t = min(1, max(0, (px * dx + py * dy) * scale))
        let (ex, ey) = (px - t * dx, py - t * dy)
        let edge = ra + (rb - ra) * t + 0.5 - (ex * ex + ey * ey).squareRoot()
        guard edge > 0 else { continue }
        let darkness = Float(from.darkness) + Float(to.darkness - from.darkness) * t
        let index = (row - y.lowerBound) * x.count + column - x.lowerBound
        cover[index] = max(cover[index], min(1, edge) * darkness)
      }
    }
  }

  private static func clip(_ low: Float, _ high: Float, to range: Range<Int>) -> Range<Int> {
    guard low < Float(range.upperBound), high > Float(range.lowerBound) else { return 0..<0 }
    return max(range.lowerBound, Int(low.rounded(.down)))..<min(range.upperBound, Int(high.rounded(.up)) + 1)
  }
}

extension Sheet {
  /// Lays one continuous line of ink on the paper.
  mutating func lay(_ path: [InkPoint], colour: Colour, grain: Double, using dice: inout Dice) {
    guard let first = path.first else { return }
    let reach = path.reduce(0) { max($0, $1.radius) } + 2 / dotsPerMillimetre
    let xs = path.map(\.place.x), ys = path.map(\.place.y)
    let left = xs.min() ?? 0, top = ys.min() ?? 0
    let bounds = Rect(x: left, y: top, w: (xs.max() ?? 0) - left, h: (ys.max() ?? 0) - top).inset(by: -reach)
    guard let range = pixelRange(of: bounds) else { return }
    var layer = InkLayer(x: range.x, y: range.y)
    layer.add(first, first, dots: dotsPerMillimetre)
    for (from, to) in zip(path, path.dropFirst()) { layer.add(from, to, dots: dotsPerMillimetre) }
    soak(layer, colour: colour, grain: grain, using: &dice)
  }

  /// Lets a layer of ink darken the paper and what is printed on it.
  mutating func soak(_ layer: InkLayer, colour: Colour, grain: Double, using dice: inout Dice) {
    let taken = (255 - colour.red, 255 - colour.green, 255 - colour.blue)
    for row in layer.y {
      for column in layer.x {
        var cover = Double(
          layer.cover[(row - layer.y.lowerBound) * layer.x.count + column - layer.x.lowerBound])
        guard cover > 0.004 else { continue }
        if grain > 0 { cover *= max(0, min(1, 1 - grain * (0.6 + dice.gaussian(0.8)))) }
        darken(row * columns + column, cover, taken)
      }
    }
  }

  private mutating func darken(_ index: Int, _ cover: Double, _ taken: (Double, Double, Double)) {
    let pixel = pixels[index]
    func channel(_ shift: UInt, _ taken: Double) -> UInt {
      UInt(Double(pixel >> shift & 0xff) * (1 - cover * taken / 255)) << shift
    }
    pixels[index] =
      channel(0, taken.0) | channel(16, taken.1) | channel(32, taken.2) | (pixel & 0xff << 48)
  }
}
