/// The head of a binary gray map (netpbm `P5`, at most 255 shades).
struct PGMHeader {
  let size: (width: Int, height: Int)
  private let most: Int
  private let start: Int

  init(_ bytes: [UInt8]) throws(ImageError) {
    var position = 2
    let width = try PGMHeader.number(bytes, &position)
    let height = try PGMHeader.number(bytes, &position)
    most = try PGMHeader.number(bytes, &position)
    guard (1...255).contains(most) else { throw .malformed(.pgm, detail: "\(most) shades") }
    size = (width, height)
    start = position + 1
  }

  func gray(_ bytes: [UInt8]) throws(ImageError) -> GrayImage {
    try ImageLimits.check(width: size.width, height: size.height)
    let end = start + size.width * size.height
    guard end <= bytes.count else { throw .malformed(.pgm, detail: "pixels are missing") }
    let scale = most
    let pixels = bytes[start..<end].map { UInt8(min(Int($0) * 255 / scale, 255)) }
    guard let image = GrayImage(width: size.width, height: size.height, bytes: pixels) else {
      throw .malformed(.pgm, detail: "no pixels")
    }
    return image
  }

  /// The next number, past blanks and comments.
  private static func number(_ bytes: [UInt8], _ position: inout Int) throws(ImageError) -> Int {
    while position < bytes.count, !isDigit(bytes[position]) {
      if bytes[position] == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      } else if !isBlank(bytes[position]) {
        throw .malformed(.pgm, detail: "its head is not numbers")
      }
      position += 1
    }
    var value = 0
    let first = position
    while position < bytes.count, isDigit(bytes[position]), position - first < 7 {
      value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    guard position > first, position < bytes.count, isBlank(bytes[position]) else {
      throw .malformed(.pgm, detail: "its head is cut off")
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
