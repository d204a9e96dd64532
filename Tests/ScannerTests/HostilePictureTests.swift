import Ballot
import Simulator
import Testing

@testable import Scanner

@Suite("Hostile pictures")
struct HostilePictureTests {
  let page: BallotPage
  let reader: BallotReader
  let jpeg: [UInt8]

  init() throws {
    page = try TestSheet.page()
    reader = try #require(BallotReader(pages: [page]))
    var sheet = Sheet(try TestSheet.raster(page))
    _ = TestSheet.marking(page, [.circle, .cross]).mark(page, on: &sheet, by: Writer(seed: 1), seed: 1)
    let conditions = Camera.Conditions(.documentCamera, width: 1024, height: 1400, seed: 1)
    jpeg = try Camera.photograph(sheet, conditions, seed: 1).jpeg
  }

  @Test("Damaged photographs are read whole or refused, by both readers", arguments: 0..<4 as Range<UInt64>)
  func mutations(seed: UInt64) {
    var dice = Dice(seed: seed)
    let codes = CodeReader()
    var refused = 0
    for _ in 0..<20 {
      var bytes = jpeg
      // Heads break decoders, data break readers: half of the changes go to each.
      let reach = dice.chance(0.5) ? 620 : bytes.count
      for _ in 0..<dice.integer(1...8) {
        bytes[dice.integer(0...reach - 1)] = UInt8(dice.integer(0...255))
      }
      if dice.chance(0.2) { bytes.removeSubrange(dice.integer(0...bytes.count / 2)..<bytes.count) }
      switch reader.read(bytes) {
      case .read(let sheet): #expect(sheet.lines.map(\.id) == page.lines.map(\.id))
      case .rejected: refused += 1
      }
      let found = (try? codes.codes(decoding: bytes)) ?? []
      #expect(found.allSatisfy { $0.text == "KB10123456789ABCD01" })
    }
    #expect(refused > 3)
  }

  /// The JPEG with other measures in its frame header (ITU-T T.81, B.2.2).
  private func claiming(width: Int, height: Int) throws -> [UInt8] {
    let start = try #require((2..<jpeg.count - 9).first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    var bytes = jpeg
    bytes.replaceSubrange(
      start + 5..<start + 9,
      with: [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)])
    return bytes
  }

  @Test(
    "Sizes that are lies are refused",
    arguments: [(0, 0), (0, 900), (10_000, 10_000), (65_535, 65_535), (65_535, 1)])
  func sizes(width: Int, height: Int) throws {
    guard case .rejected = reader.read(try claiming(width: width, height: height)) else {
      Issue.record("read a picture of \(width) × \(height)")
      return
    }
    let pgm = Array("P5 \(width) \(height) 255\n".utf8) + [UInt8](repeating: 9, count: 64)
    #expect(throws: ImageError.self) { try CodeReader().codes(decoding: pgm) }
  }

  @Test(
    "Pictures of one pixel, one row and one column hold nothing", arguments: [(1, 1), (3000, 1), (1, 3000)])
  func slivers(width: Int, height: Int) throws {
    let image = GrayImage(width: width, height: height, shade: 7)
    #expect(reader.read(image) != .rejected(.unreadableCode))
    #expect(CodeReader().codes(in: image).isEmpty)
    let pgm = Array("P5 \(width) \(height) 255\n".utf8) + image.bytes
    guard case .rejected = reader.read(pgm) else {
      Issue.record("a sliver was read")
      return
    }
  }

  @Test("Fifty codes in one picture are all found, and no more than are looked at")
  func many() throws {
    let symbol = try TestSheet.raster(page, dots: 4)
    let code = page.code.inset(by: -3)
    var image = GrayImage(width: 1500, height: 900, shade: 255)
    let side = Int(code.w * 4)
    for number in 0..<50 {
      let (left, top) = (20 + number % 10 * 146, 20 + number / 10 * 170)
      for y in 0..<side {
        for x in 0..<side {
          image[left + x, top + y] = symbol.bytes[(Int(code.y * 4) + y) * symbol.width + Int(code.x * 4) + x]
        }
      }
    }
    let codes = CodeReader(onlyQR: true).codes(in: image)
    #expect((40...64).contains(codes.count))
    #expect(Set(codes.map(\.text)) == ["KB10123456789ABCD01"])
    #expect(reader.read(image) != .rejected(.blurred))
  }

  @Test("Where no finder pattern shows, the slow decoder is not asked; where one does, it is")
  func hints() throws {
    var dice = Dice(seed: 3)
    let noise = (0..<200 * 200).map { _ in UInt8(dice.integer(97...103)) }
    #expect(!FinderHint.isSeen(in: try #require(GrayImage(width: 200, height: 200, bytes: noise))))
    #expect(!FinderHint.isSeen(in: GrayImage(width: 200, height: 200, shade: 90)))
    let pattern = TestPicture.finderPattern(at: ImagePoint(x: 100, y: 90), module: 6, turned: 0.2)
    #expect(FinderHint.isSeen(in: pattern))
  }
}
