/// Tells when a code lies under the camera that nobody can read, so that somebody can be told.
package struct UnreadWatch: Sendable {
  private var framesWithout = 0
  private var framesWithCode = 0
  private var looksWithout = 0

  package init() {}

  /// Every so many frames without a text it is looked whether a code is there: that costs more than the frame.
  private static let turn = 5
  /// A code that could not be read in so many frames, about a second and a half, is spoken of.
  private static let patience = 40
  /// It has gone when it was not seen so many times.
  private static let goneLooks = 2

  /// Takes one frame in; true while a code lies there that cannot be read.
  package mutating func step(isRead: Bool, showsCode: () -> Bool) -> Bool {
    guard !isRead else {
      self = UnreadWatch()
      return false
    }
    framesWithout += 1
    if framesWithout % UnreadWatch.turn == 0 { look(showsCode()) }
    return framesWithCode >= UnreadWatch.patience
  }

  private mutating func look(_ showsCode: Bool) {
    looksWithout = showsCode ? 0 : looksWithout + 1
    if showsCode { framesWithCode += UnreadWatch.turn }
    if looksWithout >= UnreadWatch.goneLooks { framesWithCode = 0 }
  }
}

extension GrayImage {
  /// Whether two finder patterns stand in it as in one QR symbol: the third may be under a thumb.
  package var showsCode: Bool {
    let patterns = withPixels { FinderHint.patterns(in: $0, most: UnreadCode.mostPatterns) }
    return patterns.indices.contains { first in
      patterns[..<first].contains { UnreadCode.belong($0, patterns[first]) }
    }
  }
}

/// What two finder patterns of one symbol look like.
private enum UnreadCode {
  static let mostPatterns = 12

  static func belong(_ one: FinderPattern, _ other: FinderPattern) -> Bool {
    let (least, most) = (min(one.module, other.module), max(one.module, other.module))
    let modules = one.centre.distance(to: other.centre) / most
    return most < 1.5 * least && (10...110).contains(modules)
  }
}
