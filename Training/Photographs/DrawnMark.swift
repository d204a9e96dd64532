import Ballot
import Foundation
import Simulator

/// What was put into one box.
struct DrawnMark {
  let label: RealStrokes.Label
  /// How it came about: `blank`, `dot`, `real` for a person's stroke, else the sign that was drawn by rule.
  let kind: String
  /// By whom and by what; nil where nothing was drawn.
  var origin: Origin?

  /// Whose hand and which pen made a mark, and how it lies in its box.
  struct Origin: Codable {
    /// The writer whose strokes these are, and the number of the drawing; nil where they were drawn by rule.
    var hand: String?
    let pen: Pen.Kind
    let ink: Pen.Ink
    /// The line's usual width, millimetres.
    let width: Double
    let darkness: Double
    /// The mark's larger side, millimetres.
    let size: Double
    /// How much of the path lies outside of the box, 0...1.
    let outside: Double

    init(_ strokes: [[Point]], by hand: String?, with pen: Pen, in box: Rect) {
      (self.hand, self.pen, ink, width) = (hand, pen.kind, pen.ink, pen.width)
      darkness = pen.darkness
      let points = strokes.flatMap(\.self)
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      size = max((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0))
      let far = points.count { !(box.x...box.maxX).contains($0.x) || !(box.y...box.maxY).contains($0.y) }
      outside = Double(far) / Double(max(points.count, 1))
    }
  }
}
