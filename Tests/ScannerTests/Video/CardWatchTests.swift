import Testing

@testable import Scanner

/// When a card is a new one.
@Suite("The watch for cards")
struct CardWatchTests {
  private static let table = SceneLook.of(shade: 110)
  private static let card = SceneLook.of(shade: 110, patch: (800, 300, 230))

  /// The codes that are judged, of frames with a code or without.
  private func judged(_ frames: [(String?, SceneLook)], isCard: Bool = true) -> [String] {
    var watch = CardWatch()
    return frames.compactMap { watch.step($0.0, isCard: isCard, $0.1) }
  }

  private func lying(_ text: String?, _ look: SceneLook, _ frames: Int) -> [(String?, SceneLook)] {
    Array(repeating: (text, look), count: frames)
  }

  @Test("A card is judged in the first frame in which it is read, and once")
  func once() {
    var watch = CardWatch()
    #expect(watch.step("A", isCard: true, Self.card) == "A")
    #expect(judged(lying("A", Self.card, 100)) == ["A"])
  }

  @Test("A card that cannot be read for a while, with a lamp's reflection on it, is the same card")
  func reflection() {
    #expect(judged(lying("A", Self.card, 5) + lying(nil, Self.card, 60) + lying("A", Self.card, 5)) == ["A"])
  }

  @Test("Taken away and shown again it is judged again; another one at once")
  func again() {
    let away = lying(nil, Self.table, 8)
    #expect(judged(lying("A", Self.card, 5) + away + lying("A", Self.card, 5)) == ["A", "A"])
    #expect(judged(lying("A", Self.card, 5) + lying("B", Self.card, 5)) == ["A", "B"])
  }

  @Test("A hand that passes over a card does not make it a new one")
  func hand() {
    let hand = lying(nil, .of(shade: 110, patch: (0, 1500, 60)), 3)
    #expect(judged(lying("A", Self.card, 5) + hand + lying("A", Self.card, 5)) == ["A"])
  }

  @Test("Another code is spoken of only when it stays")
  func others() {
    #expect(judged(lying("http://…", Self.card, 4) + lying(nil, Self.table, 3), isCard: false).isEmpty)
    #expect(judged(lying("http://…", Self.card, 40), isCard: false) == ["http://…"])
  }
}
