/// Writes a picture as sixels, the dots of DEC's VT340 that foot draws (DEC STD 070, chapter "Sixel graphics").
///
/// Colours are those of a cube of 6 × 6 × 6 and its grays: photographs of paper need no more.
enum Sixel {
  /// The escape sequence that draws the picture from the cursor on.
  static func encode(_ picture: Bitmap) -> [UInt8] {
    var bytes = Array("\u{1B}P0;1;0q\"1;1;\(picture.width);\(picture.height)".utf8)
    let levels = picture.levels
    var used = [Bool](repeating: false, count: Sixel.colours)
    for level in levels { used[Int(level)] = true }
    for colour in 0..<Sixel.colours where used[colour] { bytes += definition(colour) }
    for top in stride(from: 0, to: picture.height, by: 6) {
      encode(levels, picture.width, top..<min(top + 6, picture.height), into: &bytes)
    }
    bytes += Array("\u{1B}\\".utf8)
    return bytes
  }

  static let colours = 216

  private static func definition(_ colour: Int) -> [UInt8] {
    let (red, green, blue) = (colour / 36, colour / 6 % 6, colour % 6)
    return Array("#\(colour);2;\(red * 20);\(green * 20);\(blue * 20)".utf8)
  }

  /// One band of six rows: each colour in turn, runs shortened.
  private static func encode(
    _ levels: [UInt8], _ width: Int, _ rows: Range<Int>, into bytes: inout [UInt8]
  ) {
    var bands = [Int: [UInt8]](minimumCapacity: 16)
    for (bit, row) in rows.enumerated() {
      for x in 0..<width {
        bands[Int(levels[row * width + x]), default: [UInt8](repeating: 0, count: width)][x] |=
          1 << UInt8(bit)
      }
    }
    for colour in bands.keys.sorted() {
      bytes += Array("#\(colour)".utf8)
      run(bands[colour] ?? [], into: &bytes)
      bytes.append(UInt8(ascii: "$"))
    }
    bytes.append(UInt8(ascii: "-"))
  }

  private static func run(_ dots: [UInt8], into bytes: inout [UInt8]) {
    var at = 0
    while at < dots.count {
      var end = at + 1
      while end < dots.count, dots[end] == dots[at] { end += 1 }
      let sign = dots[at] + 63
      if end - at > 3 {
        bytes += Array("!\(end - at)".utf8)
        bytes.append(sign)
      } else {
        for _ in at..<end { bytes.append(sign) }
      }
      at = end
    }
  }
}

extension Bitmap {
  /// Each dot's place in the colour cube; what rounding loses goes to the next dot (error diffusion along the row).
  fileprivate var levels: [UInt8] {
    var levels = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      var (red, green, blue) = (0, 0, 0)
      for x in 0..<width {
        let at = (y * width + x) * 3
        let wanted = (Int(bytes[at]) + red, Int(bytes[at + 1]) + green, Int(bytes[at + 2]) + blue)
        let (r, g, b) = (Bitmap.level(wanted.0), Bitmap.level(wanted.1), Bitmap.level(wanted.2))
        (red, green, blue) = ((wanted.0 - r * 51) / 2, (wanted.1 - g * 51) / 2, (wanted.2 - b * 51) / 2)
        levels[y * width + x] = UInt8(r * 36 + g * 6 + b)
      }
    }
    return levels
  }

  private static func level(_ value: Int) -> Int { min(5, max(0, (value + 25) / 51)) }
}
