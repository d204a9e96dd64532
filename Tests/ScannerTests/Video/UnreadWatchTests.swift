import Testing

@testable import Scanner

/// When a code that nobody can read is spoken of.
@Suite("The watch for codes that cannot be read")
struct UnreadWatchTests {
  /// The frame at which it is spoken of first; nil where it never is.
  private func spoken(_ frames: [(isRead: Bool, showsCode: Bool)]) -> Int? {
    var watch = UnreadWatch()
    return frames.firstIndex { frame in watch.step(isRead: frame.isRead) { frame.showsCode } }
  }

  private func frames(_ count: Int, read: Bool = false, code: Bool) -> [(isRead: Bool, showsCode: Bool)] {
    Array(repeating: (read, code), count: count)
  }

  @Test("After forty frames with a code and no text, and never over an empty table")
  func patience() {
    #expect(spoken(frames(200, code: true)) == 39)
    #expect(spoken(frames(200, code: false)) == nil)
    #expect(
      spoken(frames(35, code: true) + frames(1, read: true, code: true) + frames(35, code: true)) == nil)
  }

  @Test("A finger for a moment does not begin it anew; a card taken away ends it")
  func gone() {
    #expect(spoken(frames(20, code: true) + frames(5, code: false) + frames(20, code: true)) == 44)
    #expect(spoken(frames(20, code: true) + frames(10, code: false) + frames(35, code: true)) == nil)
    var watch = UnreadWatch()
    for _ in 0..<60 { _ = watch.step(isRead: false) { true } }
    #expect(watch.step(isRead: false) { true })
    for _ in 0..<10 { _ = watch.step(isRead: false) { false } }
    #expect(!watch.step(isRead: false) { false })
  }

  @Test("Two finder patterns show a code, one or none does not")
  func showsCode() {
    #expect(TestCard.frame(dots: 4).showsCode)
    var thumb = TestCard.frame(dots: 4, turned: 0)
    for y in 0..<80 { for x in 0..<110 { thumb[x, y] = 120 } }
    #expect(thumb.showsCode)
    let one = TestPicture.finderPattern(at: ImagePoint(x: 100, y: 100), module: 5, turned: 0.2)
    #expect(!one.showsCode)
    #expect(!GrayImage(width: 640, height: 480, shade: 120).showsCode)
  }
}
