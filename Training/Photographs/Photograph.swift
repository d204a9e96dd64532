import Ballot
import Foundation
import Simulator

/// What is made different in a photograph, to see how accuracy moves with it.
struct Change {
  /// Which ballot, where it is not left to chance.
  var ballot: Int?
  var camera: (inout Camera.Conditions) -> Void = { _ in }
  var print: (inout PrintConditions) -> Void = { _ in }
  var pen: (inout Pen) -> Void = { _ in }
  /// Marks are made as large as in a box of this size, in the middle of theirs; nil where they fill their own.
  var signs: (w: Double, h: Double)?

  /// What the hand takes for its box.
  func room(in box: Rect) -> Rect {
    guard let signs else { return box }
    return Rect(
      x: box.centre.x - signs.w / 2, y: box.centre.y - signs.h / 2, w: signs.w, h: signs.h)
  }
}

extension Change {
  /// The size of boxes and signs that the words ask for.
  init(_ words: [String], _ ballots: Ballots) {
    let size = { Photographs.value($0, words).flatMap(Double.init) }
    if let width = size("box") { ballot = ballots.mostCrowded(boxWidth: width) }
    if let width = size("signs") { signs = ballots.box(width: width) }
  }
}

/// One simulated photograph of a marked ballot and what stands on it.
struct Photograph {
  let jpeg: [UInt8]
  let page: BallotPage
  let marks: [DrawnMark]
  let names: [Bool]

  var labels: [RealStrokes.Label] { marks.map(\.label) }
  var kinds: [String] { marks.map(\.kind) }

  /// A marked sheet; `others` says how often a box holds something that is neither ○, √, × nor blank.
  init(
    _ level: Level, of ballots: Ballots, real: RealStrokes, others: Double, frame: Frame, seed: UInt64,
    change: Change = Change()
  ) throws {
    var dice = Dice(seed: seed)
    let chance = ballots.index(using: &dice)
    let index = change.ballot ?? chance
    let page = ballots.pages[index]
    var print: PrintConditions =
      dice.chance(real.isWide ? 0.6 : 0.8) ? .office(seed: seed) : .poor(seed: seed)
    change.print(&print)
    var sheet = Sheet(ballots.rasters[index], print: print)
    let writer = Writer(seed: seed)
    var marks: [DrawnMark] = []
    var names: [Bool] = []
    for line in page.lines {
      marks.append(Photograph.draw(line, on: &sheet, writer, real, others, change, &dice))
      let writes = line.kind == .writeIn && dice.chance(0.5)
      names.append(writes)
      if writes {
        var fine = writer.pen
        fine.width = min(fine.width, 0.9)
        sheet.draw(writer.name(in: line.nameBox, using: &dice), with: fine, using: &dice)
      }
    }
    var conditions = Camera.Conditions(level, width: frame.width, height: frame.height, seed: seed)
    if real.isWide { conditions.vary(using: &dice) }
    change.camera(&conditions)
    jpeg = try Camera.photograph(sheet, conditions, seed: seed).jpeg
    (self.page, self.marks, self.names) = (page, marks, names)
  }

  /// Marks one line: half the marks by real hands, half by the simulator's.
  private static func draw(
    _ line: BallotLine, on sheet: inout Sheet, _ writer: Writer, _ real: RealStrokes, _ others: Double,
    _ change: Change, _ dice: inout Dice
  ) -> DrawnMark {
    var own = dice.fork()
    let roll = dice.uniform(0...1)
    let label: RealStrokes.Label =
      roll < others
      ? .other : [.circle, .cross, .check, .blank][min(Int((roll - others) / (1 - others) * 4), 3)]
    var pen = own.chance(0.7) ? writer.pen : Writer(seed: own.next()).pen
    if real.isWide { pen.vary(broad: real.isBroad ? 0.8 : 0.2, using: &own) }
    change.pen(&pen)
    let room = change.room(in: line.box)
    func put(_ strokes: [[Point]], by hand: String? = nil, as kind: String) -> DrawnMark {
      sheet.draw(strokes, with: pen, using: &own)
      return DrawnMark(
        label: label, kind: kind, origin: .init(strokes, by: hand, with: pen, in: line.box))
    }
    if label == .blank {
      guard own.chance(0.06) else { return DrawnMark(label: .blank, kind: "blank") }
      return put(writer.strokes(.dot, in: room, using: &own), as: "dot")
    }
    if !real.isEmpty, own.chance(real.isWide ? 0.85 : 0.65),
      label != .other || own.chance(real.isWide ? 0.8 : 0.35)
    {
      let mark = real.mark(label, in: room, using: &own)
      return put(mark.strokes, by: mark.hand, as: "real")
    }
    let kind: MarkKind =
      switch label {
      case .circle: .circle
      case .cross: .cross
      case .check: .tick
      case .blank: .blank
      case .other: [.corrected, .both, .filled, .dash, .otherSign][own.integer(0...4)]
      }
    return put(writer.strokes(kind, in: room, using: &own), as: kind.rawValue)
  }
}

extension Pen {
  /// Another pen than those that are for sale: hair-thin or broad, dry or drowned.
  mutating func vary(broad: Double, using dice: inout Dice) {
    guard dice.chance(0.6) else { return }
    width = min(2.4, max(0.2, width * exp(dice.gaussian(0.35))))
    if dice.chance(broad) { width = dice.uniform(1.1...2.4) }
    darkness = dice.chance(0.3) ? dice.uniform(0.3...1) : min(1, max(0.3, darkness + dice.gaussian(0.1)))
    grain = dice.chance(0.3) ? dice.uniform(0...0.6) : grain
    ink = dice.pick([(Ink.black, 0.5), (.blue, 0.3), (.red, 0.2)], otherwise: .black)
  }
}

extension Camera.Conditions {
  /// Another camera than the levels describe.
  mutating func vary(using dice: inout Dice) {
    exposure *= dice.uniform(0.8...1.25)
    blur *= dice.uniform(0.5...1.5)
    motion *= dice.uniform(0.5...1.3)
    noise *= dice.uniform(0.4...1.6)
    haze += dice.chance(0.3) ? dice.uniform(0...0.15) : 0
    quality = min(96, max(55, quality + dice.integer(-15...10)))
  }
}

/// The cameras: a document camera of eight megapixels, and video frames of three, lying and standing.
enum Frame: CaseIterable {
  case eightMegapixels, lying, standing

  var width: Int {
    switch self {
    case .eightMegapixels: 3264
    case .lying: 2048
    case .standing: 1536
    }
  }

  var height: Int {
    switch self {
    case .eightMegapixels: 2448
    case .lying: 1536
    case .standing: 2048
    }
  }
}
