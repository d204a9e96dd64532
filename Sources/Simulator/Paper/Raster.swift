package import Ballot

/// A picture of bytes, gray or RGB, that knows its scale.
package struct Raster: Sendable, Equatable {
  /// How many bytes make a pixel.
  package enum Format: Int, Sendable {
    case gray = 1
    case rgb = 3
  }

  package let format: Format
  package let width: Int
  package let height: Int
  package let dotsPerMillimetre: Double
  package var bytes: [UInt8]

  /// Takes over the bytes of a picture; nil when their number does not fit its size.
  package init?(format: Format, width: Int, height: Int, dotsPerMillimetre: Double, bytes: [UInt8]) {
    guard width > 0, height > 0, width <= 1 << 15, height <= 1 << 15, dotsPerMillimetre > 0 else {
      return nil
    }
    guard bytes.count == width * height * format.rawValue else { return nil }
    self.format = format
    self.width = width
    self.height = height
    self.dotsPerMillimetre = dotsPerMillimetre
    self.bytes = bytes
  }
}

extension Raster {
  /// The part of the picture within a rectangle in millimetres; nil when none of it lies inside.
  package func cropped(to part: Rect) -> Raster? {
    let x = pixels(part.x, part.maxX, width), y = pixels(part.y, part.maxY, height)
    let size = format.rawValue
    let cut = y.flatMap { row in
      bytes[((row * width + x.lowerBound) * size)..<((row * width + x.upperBound) * size)]
    }
    return Raster(
      format: format, width: x.count, height: y.count, dotsPerMillimetre: dotsPerMillimetre, bytes: cut)
  }

  private func pixels(_ from: Double, _ to: Double, _ limit: Int) -> Range<Int> {
    func clip(_ value: Double) -> Int {
      Int(min(Double(limit), max(0, (value * dotsPerMillimetre).rounded())))
    }
    return clip(from)..<max(clip(from), clip(to))
  }

  /// Reads a binary PGM (`P5`) or PPM (`P6`) file with 8 bits a sample; nil for anything else.
  ///
  /// The formats are those of the Netpbm manual pages pgm(5) and ppm(5).
  package init?(anymap file: [UInt8], dotsPerMillimetre: Double) {
    var reader = AnymapReader(bytes: file)
    guard let format = reader.format(), let width = reader.number(), let height = reader.number(),
      reader.number() == 255
    else { return nil }
    let start = reader.position + 1
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, start <= file.count, pixels == (file.count - start) / format.rawValue else { return nil }
    self.init(
      format: format, width: width, height: height, dotsPerMillimetre: dotsPerMillimetre,
      bytes: Array(file[start...]))
  }
}

/// Reads the header of a Netpbm file, token by token.
private struct AnymapReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func format() -> Raster.Format? {
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "P") else { return nil }
    position = 2
    switch bytes[1] {
    case UInt8(ascii: "5"): return .gray
    case UInt8(ascii: "6"): return .rgb
    default: return nil
    }
  }

  mutating func number() -> Int? {
    skipBlanks()
    let start = position
    var value = 0
    while position < bytes.count, position - start < 7, (48...57).contains(bytes[position]) {
      value = value * 10 + Int(bytes[position] - 48)
      position += 1
    }
    return position > start ? value : nil
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != 10 { position += 1 }
      } else if bytes[position] == 32 || (9...13).contains(bytes[position]) {
        position += 1
      } else {
        return
      }
    }
  }
}
