import Ballot
import Simulator
import Testing

@testable import Scanner

@Suite("A closer look at small marks")
struct CloserLookTests {
  /// A box of 14 × 10 mm where it was expected.
  private static let box = BoxFit(left: -7, right: 7, top: -5, bottom: 5, strength: 1)

  @Test(
    "The imagined box stands round the mark, which fills four fifths of it; a point stays a point",
    arguments: [(10, 10, 5.83), (4, 12, 6.25), (2, 2, 5)] as [(Int, Int, Float)])
  func place(width: Int, height: Int, high: Float) throws {
    let extent = Extent(left: 20 - width / 2, top: 16 - height / 2, width: width, height: height)
    let fit = try #require(CloserLook(extent, in: CloserLookTests.box)).fit
    #expect(abs(fit.bottom - fit.top - high) < 0.01)
    #expect(abs((fit.right - fit.left) / high - 9 / 7) < 0.01)
    #expect(abs(fit.dx) < 0.01 && abs(fit.dy) < 0.01)
  }

  @Test("A mark that fills its box is not looked at again")
  func large() {
    #expect(CloserLook(Extent(left: 12, top: 8, width: 16, height: 16), in: CloserLookTests.box) == nil)
  }

  @Test("Neither a blot nor a mark that leaves its box is looked at again; a stroke is")
  func strokesAlone() throws {
    func look(_ columns: Range<Int>, _ rows: Range<Int>) throws -> CloserLook? {
      let cells = CellSet { y in
        rows.contains(y) ? columns.reduce(0) { $0 | 1 << UInt64($1) } : 0
      }
      return CloserLook(try #require(MarkStructure(cells)), in: CloserLookTests.box)
    }
    #expect(try look(18..<20, 12..<22) != nil)
    #expect(try look(18..<20, 15..<25) == nil)
    #expect(try look(18..<24, 12..<18) == nil)
  }

  @Test("The patch shows the mark large, a frame round it, and nothing of the printed frame")
  func patch() throws {
    let image = TestPicture.paint(200, 160) { x, y in
      let isFrame = abs(abs(x - 100) - 70) < 2 || abs(abs(y - 80) - 50) < 2
      return isFrame || abs(x - 130) < 12 && abs(y - 60) < 12 ? 30 : 230
    }
    let extent = Extent(left: 24, top: 8, width: 5, height: 6)
    let look = try #require(CloserLook(extent, in: CloserLookTests.box))
    let corners = [(0.0, 0.0), (200, 0), (200, 160), (0, 160)].map { ImagePoint(x: $0.0, y: $0.1) }
    let homography = try #require(Homography(from: Rect(x: -10, y: -8, w: 20, h: 16), to: corners))
    let ink = image.withPixels {
      look.sample($0, LocalFrame(homography, at: Point(x: 0, y: 0)), blackShare: 0.1)
    }
    let structure = try #require(MarkStructure(ink, at: 0, InkAmount(ink, at: 0)))
    #expect((10...14).contains(structure.extent.width) && (10...14).contains(structure.extent.height))
    #expect(!structure.isCut)
    let rim = [MarkPatch.margin.y, MarkPatch.height / 2].map {
      ink[$0 * MarkPatch.width + MarkPatch.margin.x]
    }
    #expect(rim.allSatisfy { $0 > 0.5 })
    #expect(ink[0] == 0 && ink[MarkPatch.count - 1] == 0)
  }

  @Test("Few small marks in large boxes are doubtful, and none is wrong and clear")
  func reading() throws {
    let page = try TestSheet.page()
    let reader = try #require(BallotReader(pages: [page]))
    var doubtful = 0
    for seed in 1...6 as ClosedRange<UInt64> {
      var sheet = Sheet(try TestSheet.raster(page))
      var writer = Writer(seed: seed)
      (writer.size, writer.pen) = (0.3, Pen(.gel))
      writer.pen.width = 0.5
      let marking = TestSheet.marking(page, [.circle, .cross, .tick])
      let truth = marking.mark(page, on: &sheet, by: writer, seed: seed)
      let conditions = Camera.Conditions(.tableLamp, width: 3264, height: 2448, seed: seed)
      let jpeg = try Camera.photograph(sheet, conditions, seed: seed).jpeg
      guard case .read(let reading) = reader.read(jpeg) else {
        Issue.record("not read")
        continue
      }
      for (line, real) in zip(reading.lines, truth.lines) where line.certainty == .clear {
        #expect(line.mark.rawValue == real.mark.rawValue, "\(line)")
      }
      doubtful += reading.lines.count { $0.certainty == .doubtful }
    }
    // Of sixty; six without the closer look.
    #expect(doubtful <= 3)
  }

  @Test("A clear first look that saw something else objects")
  func objection() {
    let (cross, circle) = (
      MarkClassifier.Guess(mark: .against, doubts: [], confidence: 1, scores: []),
      MarkClassifier.Guess(mark: .for, doubts: [], confidence: 1, scores: [])
    )
    #expect(cross.beside(circle).doubts == [.objection])
    #expect(cross.beside(cross).doubts.isEmpty)
    let unsure = MarkClassifier.Guess(mark: .for, doubts: [.unsure], confidence: 0.5, scores: [])
    #expect(cross.beside(unsure).doubts.isEmpty)
  }
}
