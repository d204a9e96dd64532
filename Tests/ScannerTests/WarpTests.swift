import Ballot
import Simulator
import Testing

@testable import Scanner

@Suite("Sheets that are not flat, and lenses that are not straight")
struct WarpTests {
  private let page: BallotPage

  init() throws { page = try TestSheet.page(TestSheet.specification(type: "0123456789", candidates: 16)) }

  /// What a radial lens does to the print, in millimetres off the plane through the corner marks.
  private func lens(_ strength: Double) -> (Point) -> (Double, Double) {
    let middle = Point(x: page.width / 2, y: page.height / 2)
    let corner = page.fiducials[0]
    let reach = (corner.x - middle.x) * (corner.x - middle.x) + (corner.y - middle.y) * (corner.y - middle.y)
    return { place in
      let (x, y) = (place.x - middle.x, place.y - middle.y)
      let factor = strength * ((x * x + y * y) / reach - 1)
      return (x * factor, y * factor)
    }
  }

  @Test(
    "A lens is found again from boxes of which a third were found wrongly",
    arguments: [-0.05, -0.02, 0, 0.02, 0.05])
  func outliers(strength: Double) throws {
    let lens = lens(strength)
    var dice = Dice(seed: 7)
    let shifts = page.lines.enumerated().map { index, line -> SheetWarp.Shift in
      let (x, y) = lens(line.box.centre)
      let isWrong = index % 3 == 1
      return SheetWarp.Shift(
        place: line.box.centre, dx: isWrong ? dice.uniform(-4...4) : x + dice.gaussian(0.05),
        dy: isWrong ? dice.uniform(-4...4) : y + dice.gaussian(0.05))
    }
    let warp = SheetWarp(shifts, anchors: page.fiducials, page: page)
    for line in page.lines {
      let (found, real) = (warp.shift(at: line.box.centre), lens(line.box.centre))
      #expect(abs(Double(found.dx) - real.0) < 0.5 && abs(Double(found.dy) - real.1) < 0.5, "\(line.id)")
    }
  }

  @Test("No box at all bends nothing")
  func nothing() {
    let shift = SheetWarp([], anchors: page.fiducials, page: page).shift(at: Point(x: 100, y: 100))
    #expect(shift == (0, 0))
  }

  @Test(
    "Every frame is found behind lenses of any shape and on bent sheets",
    arguments: [-0.05, -0.03, 0, 0.03, 0.05], [-14.0, 0, 14])
  func frames(distortion: Double, curl: Double) throws {
    let page = try TestSheet.page()
    var sheet = Sheet(try TestSheet.raster(page))
    let kinds: [MarkKind] = [.circle, .cross, .tick, .blank]
    let truth = TestSheet.marking(page, kinds).mark(page, on: &sheet, by: Writer(seed: 3), seed: 3)
    var conditions = Camera.Conditions(.documentCamera, seed: 5)
    (conditions.distortion, conditions.curl, conditions.curlDirection) = (distortion, curl, 90)
    let jpeg = try Camera.photograph(sheet, conditions, seed: 5).jpeg
    guard case .read(let read) = try #require(BallotReader(pages: [page])).read(jpeg) else {
      Issue.record("refused")
      return
    }
    #expect(!read.lines.contains { $0.doubts.contains(.frameNotFound) })
    for (line, real) in zip(read.lines, truth.lines) {
      #expect(line.mark.rawValue == real.mark.rawValue || line.certainty == .doubtful, "\(line.id.rawValue)")
    }
  }
}
