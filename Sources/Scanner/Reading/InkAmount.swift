internal import Ballot

/// How much ink lies in a mark box, by plain counting: a check on the network that anybody can follow.
struct InkAmount: Equatable, Sendable {
  /// Cells inside the frame that are darker than paper, if only as dark as a soft pencil.
  let inside: Int
  /// The darkest 2 × 2 cells inside the frame, 0…1.
  let darkest: Float

  /// Cells between the frame's outer edge and the part that is looked at.
  private static let rim = 2

  /// Ink that noise seldom reaches.
  private static let pale: Float = 0.12

  init(_ ink: [Float], at offset: Int) {
    var inside = 0
    var darkest: Float = 0
    let left = MarkPatch.margin.x + InkAmount.rim
    let top = MarkPatch.margin.y + InkAmount.rim
    for row in top..<MarkPatch.height - top - 1 {
      for column in left..<MarkPatch.width - left - 1 {
        let at = offset + row * MarkPatch.width + column
        if ink[at] > InkAmount.pale { inside += 1 }
        let four = ink[at] + ink[at + 1] + ink[at + MarkPatch.width] + ink[at + MarkPatch.width + 1]
        darkest = max(darkest, four / 4)
      }
    }
    self.inside = inside
    self.darkest = darkest
  }

  /// Whether the count allows a mark: a blank box holds nothing, a sign holds more than a speck.
  func agrees(with mark: Mark) -> Bool {
    switch mark {
    case .blank: inside <= 1 && darkest < 0.11
    case .for, .against, .other: inside >= 12
    }
  }
}
