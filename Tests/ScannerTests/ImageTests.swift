import Simulator
import Testing

@testable import Scanner

@Suite("Pictures in")
struct ImageTests {
  static let gradient = TestPicture.paint(64, 48) { x, y in (x * 3 + y).rounded() }

  static var jpeg: [UInt8] { get throws { try ColourImage(gradient).jpeg(quality: 92) } }

  static var pgm: [UInt8] { Array("P5\n# a comment\n64 48\n255\n".utf8) + gradient.bytes }

  /// A gray PNG of 2 × 2 pixels of shade 90, made elsewhere.
  static let png: [UInt8] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0, 87,
    221,
    82, 248, 0, 0, 0, 14, 73, 68, 65, 84, 120, 156, 99, 140, 98, 96, 98, 96, 0, 0, 1, 212, 0, 94, 212, 24,
    181,
    148, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
  ]

  @Test("A JPEG keeps its brightness, whole and reduced")
  func jpegs() throws {
    let image = try GrayImage(decoding: ImageTests.jpeg)
    #expect(image.width == 64 && image.height == 48)
    #expect(abs(Int(image[30, 20]) - Int(ImageTests.gradient[30, 20])) < 8)
    let half = try ImageFile(ImageTests.jpeg).gray(reduction: 2)
    #expect(half.width == 32 && half.height == 24)
    #expect(abs(Int(half[15, 10]) - Int(ImageTests.gradient[30, 20])) < 12)
  }

  @Test("PGM and PNG are read, told by their content")
  func others() throws {
    #expect(try GrayImage(decoding: ImageTests.pgm) == ImageTests.gradient)
    let dot = try GrayImage(decoding: ImageTests.png)
    #expect(dot.width == 2 && dot.height == 2 && dot[1, 1] == 90)
  }

  @Test(
    "What is no picture is refused",
    arguments: [
      [], [0], Array("GIF89a".utf8), Array("%PDF-1.5".utf8), [0xFF, 0xD8], Array("P6 2 2 255 ".utf8),
    ])
  func refused(bytes: [UInt8]) {
    #expect(throws: ImageError.unknownFormat) { try GrayImage(decoding: bytes) }
  }

  @Test("A picture that claims to be huge is refused before it is unpacked")
  func huge() throws {
    let pgm = Array("P5 60000 60000 255\n".utf8)
    #expect(throws: ImageError.unacceptableSize(width: 60_000, height: 60_000)) {
      try GrayImage(decoding: pgm)
    }
    #expect(throws: ImageError.self) { try GrayImage(decoding: Array("P5 99999999999999999999 1 255 ".utf8)) }
  }

  @Test("A cut picture is refused, not half read")
  func cut() throws {
    let jpeg = try ImageTests.jpeg
    #expect(throws: ImageError.self) { try GrayImage(decoding: Array(jpeg.prefix(jpeg.count / 2))) }
    #expect(throws: ImageError.self) { try GrayImage(decoding: Array(ImageTests.pgm.dropLast(9))) }
    #expect(throws: ImageError.self) { try GrayImage(decoding: Array(ImageTests.png.dropLast(30))) }
  }

  @Test("Damaged bytes never crash the decoders", arguments: 0..<3)
  func mutations(kind: Int) throws {
    let original = [try ImageTests.jpeg, ImageTests.png, ImageTests.pgm][kind]
    var dice = Dice(seed: UInt64(kind) + 5)
    var refused = 0
    for _ in 0..<300 {
      var bytes = original
      for _ in 0..<dice.integer(1...6) {
        bytes[dice.integer(0...bytes.count - 1)] = UInt8(dice.integer(0...255))
      }
      if dice.chance(0.3) { bytes.removeLast(dice.integer(0...bytes.count - 1)) }
      do throws(ImageError) {
        let image = try GrayImage(decoding: bytes)
        #expect(image.width * image.height <= ImageLimits.pixels)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 30)
  }
}
