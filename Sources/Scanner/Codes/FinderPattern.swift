/// One of the three large squares of a QR symbol (ISO/IEC 18004, section 6.3.3), as it stands in a picture.
struct FinderPattern: Equatable, Sendable {
  let centre: ImagePoint
  /// The size of a module, pixels, along a row of the picture: more where the symbol is turned.
  let module: Double
}

/// Three finder patterns that may belong to one symbol, in its own order.
struct FinderTriple: Equatable, Sendable {
  let topLeft: FinderPattern
  let topRight: FinderPattern
  let bottomLeft: FinderPattern

  /// Sides of the symbol's square differ by no more than this, for paper that is bent or looked at from the side.
  private static let mostSlant = 1.8

  /// The three in the order of a symbol that is not mirrored; nil where they cannot belong together.
  init?(_ patterns: [FinderPattern]) {
    guard patterns.count == 3 else { return nil }
    func span(_ a: Int, _ b: Int) -> Double { patterns[a].centre.distance(to: patterns[b].centre) }
    // The corner between the others is opposite the longest side.
    let spans = [span(1, 2), span(0, 2), span(0, 1)]
    let corner = spans.indices.max { spans[$0] < spans[$1] } ?? 0
    let (one, other) = (patterns[(corner + 1) % 3], patterns[(corner + 2) % 3])
    let origin = patterns[corner]
    let turn = (one.centre - origin.centre).cross(other.centre - origin.centre)
    (topLeft, topRight, bottomLeft) = (origin, turn > 0 ? one : other, turn > 0 ? other : one)
    guard isPlausible(turn: abs(turn)) else { return nil }
  }

  private var width: Double { topLeft.centre.distance(to: topRight.centre) }
  private var height: Double { topLeft.centre.distance(to: bottomLeft.centre) }

  /// The size of a module, pixels: a row crosses a turned pattern slantwise.
  var module: Double {
    let across = topRight.centre - topLeft.centre
    let mean = (topLeft.module + topRight.module + bottomLeft.module) / 3
    return mean * max(abs(across.x), abs(across.y)) / max(1, width)
  }

  private func isPlausible(turn: Double) -> Bool {
    let modules = [topLeft, topRight, bottomLeft].map(\.module)
    let (least, most) = (modules.min() ?? 0, modules.max() ?? 0)
    return least > 0 && most < 1.8 * least && width > 12 * least
      && max(width, height) < FinderTriple.mostSlant * min(width, height) && turn > 0.75 * width * height
  }

  /// How unlike a square looked at from above the three stand; the likeliest symbol has the least.
  var unlikeness: Double {
    let square = abs(width - height) / max(width, height)
    let modules = [topLeft, topRight, bottomLeft].map(\.module)
    return square + (modules.max() ?? 0) / max(0.1, modules.min() ?? 0) - 1
  }

  /// The numbers of modules that a side may have, the likeliest first.
  var sides: [Int] {
    let guess = (width + height) / 2 / module + 7
    return stride(from: 21, through: 105, by: 4).filter { abs(Double($0) - guess) < max(5, guess / 8) }
      .sorted { abs(Double($0) - guess) < abs(Double($1) - guess) }
  }
}

extension FinderTriple {
  /// The triples among patterns that may be symbols, the likeliest first, at most `most`.
  static func among(_ patterns: [FinderPattern], most: Int) -> [FinderTriple] {
    var found: [FinderTriple] = []
    for first in patterns.indices {
      for second in patterns.indices.dropFirst(first + 1) {
        for third in patterns.indices.dropFirst(second + 1) {
          if let triple = FinderTriple([patterns[first], patterns[second], patterns[third]]) {
            found.append(triple)
          }
        }
      }
    }
    return Array(found.sorted { $0.unlikeness < $1.unlikeness }.prefix(most))
  }
}
