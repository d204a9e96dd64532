internal import Glibc

extension MarkStructure {
  /// What the structure says for a × and against ○ and √: the logarithm of the odds.
  ///
  /// A sum of what was seen, each with a weight: third and fourth notches and bays speak for a ×, as do four arms; a
  /// hollow middle, one large notch and a single line speak against it. A mean × has +7, a √ -3, a ○ -6.
  package var crossEvidence: Float { (features * MarkStructure.weights).sum() + MarkStructure.offset }

  /// What is weighed: four arms, three arms, the four notches, the third bay, the hollow middle, a single line, the
  /// strokes' breadth, each of about the same size.
  package var features: SIMD16<Float> {
    var seen = SIMD16<Float>()
    seen[0] = Float(min(arms.four, 4)) / 4
    seen[1] = Float(min(arms.three, 5)) / 5
    seen[2] = MarkStructure.size(notches[0]) / 4
    for index in 1..<4 { seen[index + 2] = MarkStructure.size(notches[index]) / 3 }
    seen[6] = MarkStructure.size(bays[2]) / 3
    (seen[7], seen[8], seen[9]) = (hollowness, singleLine, thickness)
    return seen
  }

  /// How many of the features are used.
  package static let featureCount = 10

  /// By logistic regression on marks of writers who are not measured with; fitted by `Training/structure.py`.
  private static let weights: SIMD16<Float> = [
    1.77, 2.05, -3.37, 2.84, 2.26, 0.30, 3.08, -2.61, -1.63, 0.05, 0, 0, 0, 0, 0, 0,
  ]
  private static let offset: Float = -0.35

  /// How surely there is one line only: nothing can be said of broad strokes.
  private var singleLine: Float { isOneLine ? min(max(1 - thickness / 0.3, 0), 1) : 0 }

  private static func size(_ cells: Int32) -> Float { log1p(Float(cells)) }
}
