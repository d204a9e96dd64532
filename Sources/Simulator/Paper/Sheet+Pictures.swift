import Ballot
import Foundation

/// Things before the camera that are no ballot.
extension Sheet {
  /// Nothing at all: the camera sees the desk.
  package static let nothing: Sheet = {
    var sheet = Sheet(width: 210, height: 297, dotsPerMillimetre: 0.5, colour: Colour(0, 0, 0))
    sheet.pixels = [UInt](repeating: 0, count: sheet.pixels.count)
    sheet.isOpen = true
    return sheet
  }()

  /// A page of text: lines of dark words, with headings and paragraphs.
  package static func textPage(seed: UInt64, dotsPerMillimetre: Double = 5) -> Sheet {
    var dice = Dice(seed: seed)
    var sheet = Sheet(
      width: 210, height: 297, dotsPerMillimetre: dotsPerMillimetre, colour: Colour(247, 246, 242))
    var writer = Writer(seed: dice.next())
    writer.pen = Pen(.gel)
    writer.wobble = 0.02
    let height = dice.uniform(3.5...5)
    var y = dice.uniform(18...30)
    while y < 275 {
      let end = dice.chance(0.2) ? dice.uniform(60...150) : 186
      var x = 22.0
      while x < end {
        let field = Rect(x: x, y: y, w: height * 4.2, h: height)
        sheet.draw(writer.name(in: field, using: &dice), with: writer.pen, using: &dice)
        x += height * 4.4
      }
      y += height * 1.7 + (end < 186 ? 4 : 0)
    }
    return sheet
  }

  /// A cat, roughly: soft patches of fur with eyes and ears.
  package static func cat(seed: UInt64, dotsPerMillimetre: Double = 4) -> Sheet {
    var dice = Dice(seed: seed)
    let ground = Colour(dice.uniform(90...200), dice.uniform(90...180), dice.uniform(80...160))
    var sheet = Sheet(width: 260, height: 200, dotsPerMillimetre: dotsPerMillimetre, colour: ground)
    let fur = Colour(dice.uniform(60...190), dice.uniform(50...140), dice.uniform(40...110))
    func blob(_ x: Double, _ y: Double, _ radius: Double, _ colour: Colour, _ dark: Double) {
      let path = (0..<5).map { _ in
        InkPoint(
          place: Point(x: x + dice.gaussian(radius * 0.12), y: y + dice.gaussian(radius * 0.12)),
          radius: radius, darkness: dark)
      }
      sheet.lay(path, colour: colour, grain: 0.15, using: &dice)
    }
    blob(130, 140, 62, fur, 0.7)
    blob(130, 78, 40, fur, 0.75)
    for side in [-1.0, 1] {
      blob(130 + side * 28, 42, 12, fur, 0.8)
      blob(130 + side * 15, 72, 6, Colour(150, 170, 40), 0.9)
      blob(130 + side * 15, 72, 2.5, Colour(10, 10, 10), 1)
      for stripe in 0..<4 { blob(130 + side * 34, 115 + 16 * Double(stripe), 5, Colour(30, 24, 20), 0.6) }
    }
    blob(130, 90, 4, Colour(200, 100, 100), 0.9)
    return sheet
  }
}
