/// Writes a picture as sixels, the dots of DEC's VT340 that foot draws (DEC STD 070, chapter "Sixel graphics").
///
/// Colours are those of a cube of 6 × 6 × 6, and 24 grays beside them: photographs of paper are mostly gray.
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

  static let colours = cube + grays
  fileprivate static let cube = 216
  fileprivate static let grays = 24

  private static func definition(_ colour: Int) -> [UInt8] {
    if colour >= cube {
      let gray = (colour - cube) * 100 / (grays - 1)
      return Array("#\(colour);2;\(gray);\(gray);\(gray)".utf8)
    }
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
  /// Each dot's place among the colours; what has hardly any colour is gray.
  fileprivate var levels: [UInt8] {
    (0..<width * height).map { dot in
      let (red, green, blue) = (Int(bytes[dot * 3]), Int(bytes[dot * 3 + 1]), Int(bytes[dot * 3 + 2]))
      let spread = max(red, green, blue) - min(red, green, blue)
      guard spread >= Bitmap.colourful else {
        return UInt8(Sixel.cube + ((red + green + blue) / 3 * (Sixel.grays - 1) + 127) / 255)
      }
      return UInt8(Bitmap.level(red) * 36 + Bitmap.level(green) * 6 + Bitmap.level(blue))
    }
  }

  /// From this difference of the primaries on, people see a colour.
  private static let colourful = 28

  private static func level(_ value: Int) -> Int { min(5, (value + 25) / 51) }
}
