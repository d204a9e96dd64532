import Testing

@testable import Scanner

@Suite("Finding bull's-eyes")
struct BullseyeTests {
  @Test("At any size and blur, to a fifth of a pixel", arguments: [2.2, 3.5, 6.0, 9.0], [0, 1])
  func centres(scale: Double, blur: Int) throws {
    let centre = ImagePoint(x: 150.3, y: 149.6)
    var image = TestPicture.bullseyes([centre], scale: scale, width: 300, height: 300)
    if blur > 0 { image = TestPicture.blurred(image, reach: blur) }
    let found = image.withPixels { BullseyeFinder.all(in: $0) }
    try #require(found.count == 1)
    #expect(found[0].centre.distance(to: centre) < 0.2)
    #expect(abs(found[0].radius / (4.2 * scale) - 1) < 0.08)
    #expect(found[0].isRound)
  }

  @Test("Several in one picture, dark and pale")
  func several() {
    let centres = [(60.0, 70.0), (330, 64), (320, 340), (70, 330)].map { ImagePoint(x: $0.0, y: $0.1) }
    for ink in [20.0, 140] {
      let image = TestPicture.bullseyes(centres, scale: 4, ink: ink)
      let found = image.withPixels { BullseyeFinder.all(in: $0) }
      #expect(found.count == 4)
      #expect(centres.allSatisfy { centre in found.contains { $0.centre.distance(to: centre) < 0.3 } })
    }
  }

  @Test("A QR symbol's finder pattern is not round", arguments: [0.0, 0.2, 0.4, 0.6, 0.785])
  func finderPattern(angle: Double) {
    let image = TestPicture.finderPattern(at: ImagePoint(x: 100, y: 100), module: 6, turned: angle)
    let found = image.withPixels { BullseyeFinder.all(in: $0) }
    #expect(found.map(\.isRound) == [false])
  }

  @Test("Nothing on blank paper, on a gradient or in noise")
  func nothing() {
    var seed: UInt32 = 7
    let noise = TestPicture.paint(160, 160) { _, _ in
      seed = seed &* 1_664_525 &+ 1_013_904_223
      return Double(seed >> 24)
    }
    let gradient = TestPicture.paint(160, 160) { x, y in x + y / 2 }
    for image in [GrayImage(width: 160, height: 160, shade: 240), gradient, noise] {
      let found = image.withPixels { BullseyeFinder.all(in: $0) }
      #expect(found.isEmpty)
    }
  }
}
