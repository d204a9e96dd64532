import Ballot
import Foundation
import Simulator
import Testing

@Suite("Pens and hands")
struct MarkingTests {
  /// The ink that one mark adds inside and outside its box (mean darkness times millimetres²).
  func ink(_ kind: MarkKind, seed: UInt64) throws -> (inside: Double, around: Double) {
    let page = try StandInPage.page()
    let line = try #require(page.lines.first)
    let blank = Sheet(width: 210, height: 297, dotsPerMillimetre: 4, colour: Colour(255, 255, 255))
    var sheet = blank
    _ = SheetMarking([.init(line.id, kind)]).mark(page, on: &sheet, by: Writer(seed: seed), seed: seed)
    var (inside, all) = (0.0, 0.0)
    let near = line.box.inset(by: -line.box.w)
    for y in stride(from: near.y, to: near.maxY, by: 0.2) {
      for x in stride(from: near.x, to: near.maxX, by: 0.2) {
        let dark = sheet.darkness(at: Point(x: x, y: y)) * 0.04
        all += dark
        if x > line.box.x, x < line.box.maxX, y > line.box.y, y < line.box.maxY { inside += dark }
      }
    }
    return (inside, all - inside)
  }

  @Test("Every kind of mark leaves its ink in its box", arguments: MarkKind.allCases)
  func leavesInk(kind: MarkKind) throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      let found = try ink(kind, seed: seed)
      switch kind {
      case .blank: #expect(found == (0, 0))
      case .dot: #expect(found.inside > 0.02 && found.inside < 6)
      default:
        #expect(found.inside > 0.8, "seed \(seed)")
        #expect(found.around < found.inside * 0.6, "seed \(seed)")
      }
    }
  }

  @Test(
    "What a reader should say of each kind",
    arguments: zip(
      MarkKind.allCases,
      [Truth.Mark.blank, .for, .against, .for, .blank, .other, .other, .other, .other, .other]))
  func reading(kind: MarkKind, mark: Truth.Mark) {
    #expect(kind.reading == mark)
  }

  @Test("The truth names every line in order, and names only where one is written")
  func truth() throws {
    let page = try StandInPage.page()
    var sheet = Sheet(width: 210, height: 297, dotsPerMillimetre: 3, colour: Colour(255, 255, 255))
    let entries = page.lines.map { SheetMarking.Entry($0.id, .circle, writesName: true) }
    let truth = SheetMarking(Array(entries.dropLast())).mark(page, on: &sheet, by: Writer(seed: 1), seed: 1)
    #expect(truth.lines.map(\.id) == page.lines.map(\.id))
    #expect(
      truth.lines.map(\.name) == page.lines.dropLast().map { $0.kind == .writeIn ? .written : nil } + [.empty]
    )
    #expect(truth.lines.last?.mark == .blank)
    let file = try JSONEncoder().encode(truth)
    #expect(try JSONDecoder().decode(Truth.self, from: file) == truth)
  }

  @Test("A written name leaves ink in its field and little outside", arguments: 1...8)
  func names(seed: Int) throws {
    let writer = Writer(seed: UInt64(seed))
    var dice = Dice(seed: UInt64(seed))
    let field = Rect(x: 40, y: 40, w: 90, h: 9)
    let points = writer.name(in: field, using: &dice).joined()
    let roomy = field.inset(by: -2)
    #expect(points.count > 20)
    #expect(points.allSatisfy { $0.x > roomy.x && $0.x < roomy.maxX && $0.y > roomy.y && $0.y < roomy.maxY })
  }

  @Test("The same seed draws the same strokes, another seed others")
  func deterministic() {
    let box = Rect(x: 10, y: 10, w: 12, h: 9)
    func strokes(_ seed: UInt64) -> [[Point]] {
      var dice = Dice(seed: seed)
      return MarkKind.allCases.flatMap { Writer(seed: seed).strokes($0, in: box, using: &dice) }
    }
    #expect(strokes(5) == strokes(5))
    #expect(strokes(5) != strokes(6))
    #expect(Writer(seed: 5).pen == Writer(seed: 5).pen)
  }

  @Test(
    "Each pen of each colour draws a line of its own darkness", arguments: Pen.Kind.allCases, Pen.Ink.allCases
  )
  func pens(kind: Pen.Kind, ink: Pen.Ink) {
    var sheet = Sheet(width: 30, height: 10, dotsPerMillimetre: 10, colour: Colour(255, 255, 255))
    var dice = Dice(seed: 1)
    sheet.draw([[Point(x: 5, y: 5), Point(x: 25, y: 5)]], with: Pen(kind, ink), using: &dice)
    let middle = (80...220).map { sheet.darkness(at: Point(x: Double($0) / 10, y: 5.02)) }.reduce(0, +) / 141
    #expect(middle > 0.25 && middle < 0.95)
    #expect(sheet.darkness(at: Point(x: 15, y: 8)) == 0)
  }

  @Test("Strokes off the sheet or without length do no harm")
  func odd() {
    var sheet = Sheet(width: 20, height: 20, dotsPerMillimetre: 4, colour: Colour(255, 255, 255))
    var dice = Dice(seed: 1)
    let far = [Point(x: -50, y: -50), Point(x: 900, y: 4000)]
    sheet.draw(
      [[], [Point(x: 3, y: 3)], far, [Point(x: 400, y: 4), Point(x: 500, y: 4)]], with: Pen(.marker),
      using: &dice)
    #expect(sheet.darkness(at: Point(x: 3, y: 3)) > 0.5)
  }
}

/// Where recorded strokes are, on machines that have them: beside the project.
enum StrokeData {
  static let file: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.deletingLastPathComponent().appendingPathComponent("shared/data/marks/marks.json")
    return FileManager.default.isReadableFile(atPath: file.path) ? file : nil
  }()
}

/// Signs drawn by real people; the file lies beside the project where it is available at all.
@Suite("Recorded strokes", .enabled(if: StrokeData.file != nil, "no stroke data beside the project"))
struct RecordedStrokeTests {
  @Test(
    "A writer copies recorded signs into the box", arguments: [MarkKind.circle, .cross, .tick, .otherSign])
  func copies(kind: MarkKind) throws {
    let library = try StrokeLibrary(contentsOf: #require(StrokeData.file))
    #expect(library.writers.count > 10)
    var writer = Writer(seed: 1)
    writer.recorded[kind] = library.strokes(kind)
    #expect(writer.recorded[kind]?.isEmpty == false)
    let box = Rect(x: 50, y: 50, w: 12, h: 9), roomy = box.inset(by: -4)
    var dice = Dice(seed: 1)
    for _ in 0..<50 {
      let points = writer.strokes(kind, in: box, using: &dice).joined()
      #expect(
        points.allSatisfy { $0.x > roomy.x && $0.x < roomy.maxX && $0.y > roomy.y && $0.y < roomy.maxY })
    }
  }
}
