package import Ballot
package import Foundation

/// Signs that real people drew, from a file that is not part of the project.
///
/// The file is JSON: for each class of sign a list of `{"w": writer, "src": source, "s": strokes}`, each stroke
/// a list of `[x, y]` in units of about 0 to 1000, y downwards.
package struct StrokeLibrary: Sendable {
  /// One sign by one writer.
  package struct Sample: Sendable {
    package let writer: String
    /// The file's name for the class: `circle`, `cross_joined`, ….
    package let shape: String
    /// In a square from -1 to 1, the longer side filling it.
    package let strokes: [[Point]]
  }

  package let samples: [Sample]

  package init(contentsOf file: URL) throws {
    let shapes = try JSONDecoder().decode([String: [Record]].self, from: Data(contentsOf: file))
    samples = shapes.sorted { $0.key < $1.key }.flatMap { shape, records in
      records.map { Sample(writer: $0.w, shape: shape, strokes: StrokeLibrary.fitted($0.s)) }
    }
  }

  private struct Record: Decodable {
    let w: String
    let s: [[[Double]]]
  }

  /// Everybody who drew something, in order.
  package var writers: [String] { Set(samples.map(\.writer)).sorted() }

  /// The signs of a kind by these writers (all when nil).
  package func strokes(_ kind: MarkKind, by writers: Set<String>? = nil) -> [[[Point]]] {
    let shapes = StrokeLibrary.shapes(kind)
    return samples.lazy
      .filter { shapes.contains($0.shape) && (writers?.contains($0.writer) ?? true) }
      .map(\.strokes)
  }

  /// The file's classes that a kind of mark is drawn from.
  private static func shapes(_ kind: MarkKind) -> [String] {
    switch kind {
    case .circle: ["circle", "circle_hard"]
    case .cross: ["cross", "cross_joined"]
    case .tick: ["check", "vee"]
    case .otherSign: ["triangle", "other"]
    case .blank, .dot, .corrected, .both, .filled, .dash: []
    }
  }

  private static func fitted(_ strokes: [[[Double]]]) -> [[Point]] {
    let points = strokes.map { $0.filter { $0.count == 2 }.map { Point(x: $0[0], y: $0[1]) } }
    let xs = points.joined().map(\.x), ys = points.joined().map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
      return []
    }
    let half = max(right - left, bottom - top, 1) / 2
    return points.map { stroke in
      stroke.map { Point(x: ($0.x - (left + right) / 2) / half, y: ($0.y - (top + bottom) / 2) / half) }
    }
  }
}
