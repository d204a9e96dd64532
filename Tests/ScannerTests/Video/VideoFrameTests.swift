import Testing

@testable import Scanner

/// Frames as cameras send them, whole and damaged.
@Suite("Frames of a camera")
struct VideoFrameTests {
  private static let picture = TestPicture.finderPattern(
    at: ImagePoint(x: 90.5, y: 80.2), module: 12, turned: 0.2)

  private func jpeg() throws -> [UInt8] { try ColourImage(Self.picture).jpeg(quality: 90) }

  /// Leaves the Huffman tables out, as cameras do.
  private func withoutTables(_ jpeg: [UInt8]) -> [UInt8] {
    var (kept, at) = (Array(jpeg[..<2]), 2)
    while jpeg[at + 1] != 0xDA {
      let end = at + 2 + Int(jpeg[at + 2]) << 8 + Int(jpeg[at + 3])
      if jpeg[at + 1] != 0xC4 { kept += jpeg[at..<end] }
      at = end
    }
    return kept + jpeg[at...]
  }

  private func frame(_ bytes: [UInt8], _ format: PixelFormat = .motionJPEG, stride: Int = 0) -> VideoFrame? {
    VideoFrame(format: format, width: 200, height: 200, stride: stride, bytes: bytes)
  }

  @Test("A frame without Huffman tables becomes a file that stands alone and shows the same")
  func tables() throws {
    let whole = try jpeg()
    let bare = withoutTables(whole)
    #expect(bare.count < whole.count - 300)
    let framed = try #require(frame(bare))
    let mended = try framed.jpeg()
    #expect(abs(mended.count - whole.count) < 20)
    #expect(try GrayImage(decoding: mended) == GrayImage(decoding: whole))
    #expect(try frame(whole)?.jpeg() == whole)
  }

  @Test("What follows the picture in the buffer is cut off; a picture that is cut is none")
  func ends() throws {
    let whole = try jpeg()
    #expect(try frame(whole + [UInt8](repeating: 0, count: 5000))?.jpeg() == whole)
    for count in [0, 1, 2, 3, 40, whole.count / 2, whole.count - 2] {
      #expect(frame(Array(whole.prefix(count))) == nil, "\(count) bytes")
    }
  }

  @Test("Damaged in the middle it is refused when it is looked at, never a crash", arguments: 0..<40)
  func damaged(seed: Int) throws {
    var bytes = try jpeg()
    for step in 0..<20 {
      bytes[2 + (seed * 7919 + step * 104_729) % (bytes.count - 4)] ^= UInt8(step * 13 + 1)
    }
    guard let made = frame(bytes) else { return }
    _ = try? made.gray()
    _ = try? made.gray(reduction: 2)
  }

  @Test("A frame of another size than was agreed is refused")
  func otherSize() throws {
    let small = try ColourImage(GrayImage(width: 64, height: 64, shade: 90)).jpeg()
    let made = try #require(frame(small))
    #expect(throws: ImageError.self) { try made.gray() }
  }

  @Test("Unpacked frames, with bytes between the rows too", arguments: [0, 17])
  func unpacked(padding: Int) throws {
    var bytes: [UInt8] = []
    for y in 0..<200 {
      for x in 0..<200 { bytes += [Self.picture[x, y], 128] }
      bytes += [UInt8](repeating: 7, count: padding)
    }
    let made = try #require(frame(bytes, .yuyv, stride: 400 + padding))
    #expect(try made.gray() == Self.picture)
    #expect(try made.gray(reduction: 2).width == 100)
    let kept = try GrayImage(decoding: made.jpeg())
    #expect(zip(kept.bytes, Self.picture.bytes).allSatisfy { abs(Int($0) - Int($1)) < 40 })
    #expect(frame(Array(bytes.dropLast(padding + 1)), .yuyv, stride: 400 + padding) == nil)
  }

  @Test("Colours come through YUV into the file that is kept")
  func colour() throws {
    // Pure red in YUV 4:2:2: Y 76, U 84, V 255.
    let pair: [UInt8] = [76, 84, 76, 255]
    let red = try #require(frame((0..<200 * 100).flatMap { _ in pair }, .yuyv))
    let kept = try ImageFile(red.jpeg()).colour(width: 200)
    let dot = kept[100, 100]
    #expect(dot.red > 240 && dot.green < 20 && dot.blue < 20, "\(dot)")
  }
}
