import Ballot
import Simulator
import Testing

@testable import Scanner

/// Codes in frames of a video camera, as a card is held under it.
@Suite("Codes in a camera's frames")
struct CardFrameTests {
  @Test(
    "The code is read at every size, near and sharp, at a glance and thoroughly; and no other text",
    arguments: [(640, 480), (1280, 720), (1920, 1080)], 0..<3)
  func read(size: (Int, Int), seed: Int) throws {
    let page = try TestSheet.page()
    let raster = try TestSheet.raster(page, dots: 8)
    // The corner of a ballot that has the code, as large as a card.
    let card = Simulator.Sheet(raster, print: .office(seed: UInt64(seed))).cut(area(of: page))
    var conditions = Camera.Conditions(frame: .documentCamera, seed: UInt64(seed))
    (conditions.width, conditions.height) = size
    let frame = try Camera.photograph(card, conditions, seed: UInt64(seed)).jpeg
    let image = try GrayImage(decoding: frame)
    let reader = CodeReader(onlyQR: true)
    #expect(reader.codes(in: image).map(\.text) == ["KB10123456789ABCD01"])
    #expect(reader.glance(at: image).map(\.text) == ["KB10123456789ABCD01"])
  }

  /// Around the ballot's code, so large that the code fills a fourth of the width, as on a card.
  private func area(of page: BallotPage) -> Rect {
    Rect(
      x: page.code.x - 2 * page.code.w, y: page.code.y - page.code.h / 2, w: 4 * page.code.w,
      h: 2.3 * page.code.h)
  }

  @Test("A frame without a code holds none", arguments: 0..<3)
  func empty(seed: Int) throws {
    let blank = try #require(
      Raster(
        format: .gray, width: 600, height: 400, dotsPerMillimetre: 7,
        bytes: [UInt8](repeating: 255, count: 600 * 400)))
    let conditions = Camera.Conditions(frame: .phone, seed: UInt64(seed))
    let frame = try Camera.photograph(
      Simulator.Sheet(blank, print: .office(seed: 1)), conditions, seed: UInt64(seed))
    let image = try GrayImage(decoding: frame.jpeg)
    #expect(CodeReader(onlyQR: true).codes(in: image).isEmpty)
    #expect(CodeReader(onlyQR: true).glance(at: image).isEmpty)
  }
}
