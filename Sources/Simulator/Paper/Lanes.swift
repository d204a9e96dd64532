/// Arithmetic on one pixel held as four 16-bit lanes of a word: red, green, blue, opacity, 8 bits each.
///
/// A lane has room for a product of 8 by 8 bits, so one multiplication weighs all four channels at once.
enum Lanes {
  /// The low byte of every lane.
  static let mask: UInt = 0x00ff_00ff_00ff_00ff
  /// One in every lane.
  static let ones: UInt = 0x0001_0001_0001_0001
  /// Half of 256 in every lane, for rounding before a shift by 8.
  static let half: UInt = 0x0080_0080_0080_0080

  /// An opaque pixel.
  static func pack(_ red: UInt, _ green: UInt, _ blue: UInt, opacity: UInt = 255) -> UInt {
    red | green << 16 | blue << 32 | opacity << 48
  }

  /// The mean of two pixels, the second weighed by `weight` of 256.
  @inline(__always)
  static func mix(_ first: UInt, _ second: UInt, _ weight: UInt) -> UInt {
    ((first &* (256 &- weight) &+ second &* weight &+ half) &>> 8) & mask
  }

  /// Each channel multiplied by `factor` of 256, which is at most 256.
  static func dim(_ pixel: UInt, _ factor: UInt) -> UInt {
    ((pixel &* factor &+ half) &>> 8) & mask
  }
}

/// A colour as a camera of ideal white balance sees it, each channel 0...255.
package struct Colour: Hashable, Sendable, Codable {
  package var red: Double
  package var green: Double
  package var blue: Double

  package init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  var lanes: UInt { Lanes.pack(Colour.byte(red), Colour.byte(green), Colour.byte(blue)) }

  static func byte(_ value: Double) -> UInt { UInt(min(255, max(0, value.rounded()))) }
}
