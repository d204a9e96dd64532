/// Tells when a code under the camera is a new one, so that a card that is left lying is judged once.
package struct CardWatch: Sendable {
  private var shown: String?
  /// The frame in which it was last read.
  private var look: SceneLook?
  private var framesWithout = 0
  private var other: (text: String, frames: Int)?

  package init() {}

  /// Whether a card that was judged lies there still.
  package var isShowing: Bool { shown != nil }

  /// A card has gone when its code was not read in so many frames that look otherwise.
  private static let goneFrames = 5
  /// Another code than a card's is spoken of when it has been there for so many frames: a card may follow.
  private static let otherFrames = 6
  /// Fields in a thousand in which a card's going shows.
  private static let cardSize = 8

  /// Takes one frame in; the code's text when it is to be judged.
  package mutating func step(_ text: String?, isCard: Bool, _ look: SceneLook) -> String? {
    guard let text else {
      other = nil
      forget(look)
      return nil
    }
    if text == shown {
      (self.look, framesWithout, other) = (look, 0, nil)
      return nil
    }
    guard isCard || hasStayed(text) else { return nil }
    (shown, self.look, framesWithout, other) = (text, look, 0, nil)
    return text
  }

  private mutating func hasStayed(_ text: String) -> Bool {
    other = (text, other?.text == text ? (other?.frames ?? 0) + 1 : 1)
    return (other?.frames ?? 0) >= CardWatch.otherFrames
  }

  /// A code that cannot be read for a moment lies there still unless the picture has changed.
  private mutating func forget(_ now: SceneLook) {
    guard let look else { return }
    framesWithout = now.change(from: look) > CardWatch.cardSize ? framesWithout + 1 : 0
    if framesWithout >= CardWatch.goneFrames { (shown, self.look) = (nil, nil) }
  }
}
