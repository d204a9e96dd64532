internal import Glibc

extension MarkStructure {
  /// What the structure says for a × and against ○ and √: the logarithm of the odds.
  ///
  /// A sum of what was seen, each with a weight (logistic regression on marks of writers who are not measured with):
  /// third and fourth notches and bays speak for a ×, as do four arms; a hollow middle, one large notch and a single
  /// line speak against it. A mean × has +10, a √ -6, a ○ -9.
  package var crossEvidence: Float {
    let crossing = 1.43 * Float(min(arms.four, 4)) / 4 + 0.88 * Float(min(arms.three, 5)) / 5
    let outline =
      -4.54 * MarkStructure.size(notches[0]) / 4 + 4.10 * MarkStructure.size(notches[1]) / 3
      + 1.67 * MarkStructure.size(notches[2]) / 3 + 2.09 * MarkStructure.size(notches[3]) / 3
      + 6.09 * MarkStructure.size(bays[2]) / 3
    return crossing + outline - 5.90 * hollowness - 3.39 * singleLine + 1.59 * thickness - 1.64
  }

  /// How surely there is one line only: nothing can be said of broad strokes.
  private var singleLine: Float { isOneLine ? min(max(1 - thickness / 0.3, 0), 1) : 0 }

  private static func size(_ cells: Int32) -> Float { log1p(Float(cells)) }
}
