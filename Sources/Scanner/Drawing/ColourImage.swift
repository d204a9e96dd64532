/// A picture in red, green and blue.
package struct ColourImage: Sendable, Equatable {
  package let width: Int
  package let height: Int
  /// Three bytes a pixel, row by row.
  package internal(set) var bytes: [UInt8]

  init(width: Int, height: Int) {
    self.width = max(width, 1)
    self.height = max(height, 1)
    bytes = Array(repeating: 255, count: self.width * self.height * 3)
  }

  init(_ gray: GrayImage) {
    self.init(width: gray.width, height: gray.height)
    for y in 0..<height {
      for x in 0..<width { self[x, y] = Colour(red: gray[x, y], green: gray[x, y], blue: gray[x, y]) }
    }
  }

  struct Colour: Equatable, Sendable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8
  }

  subscript(x: Int, y: Int) -> Colour {
    get {
      let at = (min(max(y, 0), height - 1) * width + min(max(x, 0), width - 1)) * 3
      return Colour(red: bytes[at], green: bytes[at + 1], blue: bytes[at + 2])
    }
    set {
      guard (0..<width).contains(x), (0..<height).contains(y) else { return }
      let at = (y * width + x) * 3
      bytes[at] = newValue.red
      bytes[at + 1] = newValue.green
      bytes[at + 2] = newValue.blue
    }
  }

  /// Draws a straight line as thick as a pen of so many pixels.
  mutating func line(_ from: ImagePoint, _ to: ImagePoint, _ colour: Colour, thickness: Int) {
    let steps = Int(min(max(abs(to.x - from.x), abs(to.y - from.y), 1), 10_000))
    for step in 0...steps {
      let place = from + (to - from) * (Double(step) / Double(steps))
      let (x, y) = (place.x.rounded(), place.y.rounded())
      guard abs(x) < 1e5, abs(y) < 1e5 else { continue }
      for dy in 0..<thickness {
        for dx in 0..<thickness { self[Int(x) + dx - thickness / 2, Int(y) + dy - thickness / 2] = colour }
      }
    }
  }

  /// Draws lines from point to point.
  mutating func path(_ points: [ImagePoint], _ colour: Colour, thickness: Int) {
    for (from, to) in zip(points, points.dropFirst()) { line(from, to, colour, thickness: thickness) }
  }
}
