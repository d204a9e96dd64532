import Ballot
import Foundation
import Simulator

/// Pen strokes of real people, split by writer.
struct RealStrokes {
  /// What the reader must say of a mark: its index is the classifier's label.
  enum Label: UInt8, CaseIterable { case circle, cross, check, blank, other }

  private struct Drawing: Decodable {
    let w: String
    let s: [[[Double]]]
  }

  /// A sign as somebody drew it.
  private struct Sample {
    /// Who that was, and the number of the drawing among those of its label.
    let hand: String
    let strokes: [[Point]]
  }

  private let drawings: [Label: [Sample]]

  /// The strokes of the writers whom the classifier learns from, or of those whom it never sees.
  init(file: String, unseen: Bool) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let all = try JSONDecoder().decode([String: [Drawing]].self, from: data)
    let labels: [Label: [String]] = [
      .circle: ["circle", "circle_hard"], .cross: ["cross", "cross_joined"], .check: ["check", "vee"],
      .other: ["triangle", "other"],
    ]
    drawings = labels.mapValues { kinds in
      kinds.flatMap { all[$0] ?? [] }.filter { RealStrokes.isHeldOut($0.w) == unseen }
        .enumerated().map { Sample(hand: "\($1.w) \($0)", strokes: RealStrokes.fitted($1)) }
    }
  }

  /// Two of the six log writers and every sixth of the others; `strokes.py` says the same.
  static func isHeldOut(_ writer: String) -> Bool {
    if writer.hasPrefix("d1-") { return writer == "d1-s07" || writer == "d1-s10" }
    return (writer.split(separator: "-").last.flatMap { Int($0) } ?? 0) % 6 == 3
  }

  /// No strokes at all: every mark is drawn by rule.
  init() { drawings = [:] }

  var isEmpty: Bool { drawings.isEmpty }

  /// Centred, with the larger side 1.
  private static func fitted(_ drawing: Drawing) -> [[Point]] {
    let strokes = drawing.s.map { $0.map { Point(x: $0[0], y: $0[1]) } }.filter { !$0.isEmpty }
    let all = strokes.flatMap(\.self)
    let (xs, ys) = (all.map(\.x), all.map(\.y))
    let (left, right) = (xs.min() ?? 0, xs.max() ?? 1)
    let (top, bottom) = (ys.min() ?? 0, ys.max() ?? 1)
    let side = max(right - left, bottom - top, 1)
    return strokes.map {
      $0.map { Point(x: ($0.x - (left + right) / 2) / side, y: ($0.y - (top + bottom) / 2) / side) }
    }
  }

  /// Whether marks may be tiny, huge or far from the middle, as networks ought to have seen them.
  var isWide = false
  /// Whether most of the pens of wide photographs are broad ones, whose strokes run into each other.
  var isBroad = false

  /// A mark of a kind in a box, turned, sheared, squeezed and placed as people do.
  func strokes(_ label: Label, in box: Rect, using dice: inout Dice) -> [[Point]] {
    mark(label, in: box, using: &dice).strokes
  }

  /// The same, and whose hand it is.
  func mark(_ label: Label, in box: Rect, using dice: inout Dice) -> (hand: String?, strokes: [[Point]]) {
    guard let choice = drawings[label], !choice.isEmpty else { return (nil, []) }
    let drawing = choice[dice.integer(0...choice.count - 1)]
    let turn = dice.gaussian(label == .circle ? 0.5 : 0.09)
    let (shear, wide, high) = (dice.gaussian(0.08), 1 + dice.gaussian(0.1), 1 + dice.gaussian(0.1))
    let size = box.h * (isWide && dice.chance(0.3) ? dice.uniform(0.35...1.5) : dice.uniform(0.55...1.08))
    let astray = isWide ? 1.4 : 1
    let centre = Point(
      x: box.centre.x + dice.gaussian(0.07 * astray) * box.w,
      y: box.centre.y + dice.gaussian(0.06 * astray) * box.h)
    let strokes = drawing.strokes.map { stroke in
      stroke.map { p in
        let (x, y) = (p.x * wide + p.y * shear, p.y * high)
        return Point(
          x: centre.x + size * (x * cos(turn) - y * sin(turn)),
          y: centre.y + size * (x * sin(turn) + y * cos(turn)))
      }
    }
    return (drawing.hand, strokes)
  }
}

extension RealStrokes.Label {
  init(_ kind: MarkKind) {
    switch kind {
    case .blank, .dot: self = .blank
    case .circle: self = .circle
    case .cross: self = .cross
    case .tick: self = .check
    case .corrected, .both, .filled, .dash, .otherSign: self = .other
    }
  }

  /// The mark in a reading.
  var mark: String {
    switch self {
    case .circle, .check: "for"
    case .cross: "against"
    case .blank: "blank"
    case .other: "other"
    }
  }
}
