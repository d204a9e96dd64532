package import Ballot

/// What paper and printer do to a page before anybody writes on it.
package struct PrintConditions: Sendable, Equatable {
  /// The colour of the blank paper.
  package var paper = Colour(250, 250, 248)
  /// How dark the toner is: 1 as designed, less for a cartridge near its end.
  package var toner = 1.0
  /// Pale vertical stripes of a worn drum: how far each takes the toner away, 0...1.
  package var streaks: [Streak] = []
  /// The print's size relative to its design: 0.97 when a driver shrinks to fit, 1.03 at most.
  package var scale = 1.0
  /// The print's rotation on the paper, degrees.
  package var skew = 0.0
  /// The print's shift on the paper, millimetres.
  package var shift = Point(x: 0, y: 0)
  /// How much of the other side shows through, 0...1.
  package var showThrough = 0.0

  /// A pale stripe along the page.
  package struct Streak: Sendable, Equatable {
    /// Millimetres from the left edge.
    package var x: Double
    package var width: Double
    package var strength: Double

    package init(x: Double, width: Double, strength: Double) {
      self.x = x
      self.width = width
      self.strength = strength
    }
  }

  package init() {}

  /// An ordinary office printer: slight shifts, sound toner.
  package static func office(seed: UInt64) -> PrintConditions {
    var dice = Dice(seed: seed)
    var print = PrintConditions()
    let white = dice.uniform(240...252)
    print.paper = Colour(white, white, white - dice.uniform(0...5))
    print.toner = dice.uniform(0.92...1)
    print.scale = dice.uniform(0.995...1.003)
    print.skew = dice.gaussian(0.15)
    print.shift = Point(x: dice.gaussian(0.6), y: dice.gaussian(0.6))
    print.showThrough = dice.uniform(0...0.03)
    return print
  }

  /// A tired printer and cheap paper, everything within what still counts as printed.
  package static func poor(seed: UInt64) -> PrintConditions {
    var dice = Dice(seed: seed)
    var print = PrintConditions.office(seed: dice.next())
    let white = dice.uniform(215...242)
    print.paper = Colour(white, white - dice.uniform(0...4), white - dice.uniform(3...16))
    print.toner = dice.uniform(0.55...0.9)
    print.scale = dice.uniform(0.97...1.03)
    print.skew = dice.gaussian(0.5)
    print.showThrough = dice.uniform(0...0.1)
    print.streaks = (0..<dice.integer(0...3)).map { _ in
      Streak(x: dice.uniform(0...210), width: dice.uniform(0.4...3), strength: dice.uniform(0.15...0.5))
    }
    return print
  }
}
