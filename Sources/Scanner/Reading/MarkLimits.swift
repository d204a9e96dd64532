internal import Ballot

/// What is asked of networks and strokes before a mark is called clear.
///
/// Strokes so broad that they run into each other hide their crossing from both witnesses: of them more is asked.
/// The numbers were chosen by photographs of writers whom nothing was learned from (decision 0025).
struct MarkLimits {
  /// The highest log odds of a × where a clear ○ or √ is read, of the networks and the structure together.
  let cross: Float
  /// The same of a ○ or √ where a clear × is read.
  let approval: Float
  /// Beyond these the structure alone objects to a ×, and to a ○ or √.
  let evidence: ClosedRange<Float>

  /// The limits for strokes of a breadth, as a part of the mark's larger side, that leave below in so many places.
  static func of(_ thickness: Float, feet: Int = 0) -> MarkLimits {
    thickness > broadFrom ? broad : feet > 1 ? cut : fine
  }

  private static let fine = MarkLimits(cross: -4, approval: -5, evidence: -3...3)
  private static let broad = MarkLimits(cross: -9.5, approval: -8, evidence: -3...2)
  /// A × that crosses on the lower line of its box looks like a √ in it, but stands on more than one foot.
  private static let cut = MarkLimits(cross: -9.5, approval: -5, evidence: -3...3)
  private static let broadFrom: Float = 0.2

  /// How probable every network must think a sign that is called clear, and a blank box.
  static func clearFrom(_ mark: Mark) -> Float { mark == .blank ? 0.98 : 0.9 }
  /// How probable any network may think a × where a clear ○ or √ is read, whatever the structure says.
  static let mostTrace: Float = 0.05
  /// Networks are never surer than this of what a mark is not.
  static let leastShare: Float = 1e-6
}
