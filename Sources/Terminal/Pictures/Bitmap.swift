/// A picture in memory: red, green and blue, row by row.
///
/// Pictures are compared by their name, so a new picture needs a new name.
package struct Bitmap: Sendable {
  /// What tells this picture from others, such as a digest or a count.
  package let name: String
  package let width: Int
  package let height: Int
  /// Whether each dot is a module of a code: enlarged by whole numbers only, or not shown at all.
  package let isGrid: Bool
  /// Three bytes a dot.
  let bytes: [UInt8]

  /// Bytes that are too few for the size make a white picture.
  package init(name: String, width: Int, height: Int, bytes: [UInt8], isGrid: Bool = false) {
    self.isGrid = isGrid
    self.name = name
    self.width = max(1, width)
    self.height = max(1, height)
    let count = self.width * self.height * 3
    self.bytes = bytes.count == count ? bytes : Array(repeating: 255, count: count)
  }

  /// A part of the picture; what lies outside is left out.
  package func cropped(x: Int, y: Int, width: Int, height: Int, name: String) -> Bitmap {
    let (left, top) = (min(max(0, x), self.width - 1), min(max(0, y), self.height - 1))
    let (right, bottom) = (
      min(self.width, max(left + 1, x + width)), min(self.height, max(top + 1, y + height))
    )
    var part: [UInt8] = []
    part.reserveCapacity((right - left) * (bottom - top) * 3)
    for row in top..<bottom {
      part += bytes[(row * self.width + left) * 3..<(row * self.width + right) * 3]
    }
    return Bitmap(name: name, width: right - left, height: bottom - top, bytes: part)
  }

  /// The picture at another size: each new dot is the mean of the old ones below it.
  func scaled(width: Int, height: Int) -> Bitmap {
    guard width > 0, height > 0, width != self.width || height != self.height else { return self }
    var result = [UInt8](repeating: 0, count: width * height * 3)
    for y in 0..<height {
      let top = y * self.height / height
      let bottom = max(top + 1, (y + 1) * self.height / height)
      for x in 0..<width {
        let left = x * self.width / width
        let right = max(left + 1, (x + 1) * self.width / width)
        let mean = mean(left..<right, top..<bottom)
        let at = (y * width + x) * 3
        (result[at], result[at + 1], result[at + 2]) = mean
      }
    }
    return Bitmap(name: name, width: width, height: height, bytes: result)
  }

  private func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> (UInt8, UInt8, UInt8) {
    var (red, green, blue) = (0, 0, 0)
    for row in rows {
      for column in columns {
        let at = (row * width + column) * 3
        red += Int(bytes[at])
        green += Int(bytes[at + 1])
        blue += Int(bytes[at + 2])
      }
    }
    let count = columns.count * rows.count
    return (UInt8(red / count), UInt8(green / count), UInt8(blue / count))
  }

  /// The largest size with the same proportions that fits; nothing for a code that does not fit, each module at
  /// least so many dots wide.
  func fitted(width: Int, height: Int, module: Int = 1) -> (width: Int, height: Int) {
    if isGrid {
      let times = min(width / self.width, height / self.height)
      return times < module ? (0, 0) : (self.width * times, self.height * times)
    }
    let wide = self.width * height > self.height * width
    return wide
      ? (max(1, width), max(1, self.height * width / self.width))
      : (max(1, self.width * height / self.height), max(1, height))
  }
}

extension Bitmap: Hashable {
  package static func == (left: Bitmap, right: Bitmap) -> Bool {
    left.name == right.name && left.width == right.width && left.height == right.height
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
