import Ballot
import Foundation
import Printing
import Testing

/// What the printer puts on paper must stand where the reader looks for it.
@Suite(.enabled(if: Tool.exists("pdftoppm"), "needs poppler-utils"))
struct BallotGeometryTests {
  @Test("Frames, fiducials and white stand where the layout says", arguments: Samples.ballots)
  func standsWhereLaidOut(_ ballot: BallotSpecification) throws {
    let scratch = try Scratch()
    let layout = try BallotLayout(ballot)
    try BallotDrawing(ballot, layout: layout).write(to: scratch.file("ballot.pdf"), created: Samples.day)
    let sheets = try Raster.pages(of: scratch.file("ballot.pdf"), in: scratch)
    #expect(sheets.count == layout.pages.count)
    for (sheet, page) in zip(sheets, layout.pages) {
      for line in page.lines { check(line, on: sheet) }
      for centre in page.fiducials { check(fiducial: centre, on: sheet) }
      checkCode(page, on: sheet)
    }
  }

  /// A frame is dark in the middle of its line and white a tolerance to either side of it.
  private func check(_ line: BallotLine, on sheet: Raster) {
    let tolerance = 0.15
    for share in [0.1, 0.5, 0.9] {
      let middle = line.box.inset(by: Stroke.box / 2)
      let inside = line.box.inset(by: Stroke.box + tolerance)
      let outside = line.box.inset(by: -tolerance)
      #expect(Raster.ring(middle, share).allSatisfy { sheet.isDark($0) }, "frame of \(line.id.rawValue)")
      #expect(Raster.ring(inside, share).allSatisfy { !sheet.isDark($0) }, "inside \(line.id.rawValue)")
      #expect(Raster.ring(outside, share).allSatisfy { !sheet.isDark($0) }, "outside \(line.id.rawValue)")
    }
    #expect(sheet.darkness(of: line.box.inset(by: Stroke.box + tolerance)) == 0)
    if line.kind == .writeIn { #expect(sheet.darkness(of: line.nameBox) == 0, "\(line.id.rawValue)") }
    if line.kind == .candidate { #expect(sheet.darkness(of: line.nameBox) > 0.005, "\(line.id.rawValue)") }
  }

  private func check(fiducial centre: Point, on sheet: Raster) {
    let ring = (Fiducial.ringInner + Fiducial.ringOuter) / 2
    let gap = (Fiducial.disc + Fiducial.ringInner) / 2
    for (radius, dark) in [
      (0, true), (Fiducial.disc - 0.15, true), (Fiducial.disc + 0.15, false), (gap, false),
      (Fiducial.ringInner - 0.15, false), (Fiducial.ringInner + 0.15, true), (ring, true),
      (Fiducial.ringOuter - 0.15, true), (Fiducial.ringOuter + 0.15, false), (Fiducial.quiet - 0.15, false),
    ] {
      for step in 0..<16 {
        let angle = Double(step) * .pi / 8
        let point = Point(x: centre.x + radius * cos(angle), y: centre.y + radius * sin(angle))
        #expect(sheet.isDark(point) == dark, "\(radius) mm from a fiducial")
      }
    }
  }

  /// The finder patterns fill the symbol's corners and four modules round it are white.
  private func checkCode(_ page: BallotPage, on sheet: Raster) {
    let module = page.code.w / 21
    let rim = page.code.inset(by: module / 2)
    for corner in [Point(x: rim.x, y: rim.y), Point(x: rim.maxX, y: rim.y), Point(x: rim.x, y: rim.maxY)] {
      #expect(sheet.isDark(corner))
    }
    let quiet = page.code.inset(by: -4 * module + 0.1)
    let sides = [
      Rect(x: quiet.x, y: quiet.y, w: quiet.w, h: 4 * module - 0.3),
      Rect(x: quiet.x, y: page.code.maxY + 0.2, w: quiet.w, h: 4 * module - 0.3),
      Rect(x: quiet.x, y: quiet.y, w: 4 * module - 0.3, h: quiet.h),
      Rect(x: page.code.maxX + 0.2, y: quiet.y, w: 4 * module - 0.4, h: quiet.h),
    ]
    for side in sides { #expect(sheet.darkness(of: side) == 0) }
  }

  @Test("The code symbol says the ballot's code", .enabled(if: Tool.exists("zbarimg"), "needs zbar-tools"))
  func codeIsReadable() throws {
    let scratch = try Scratch()
    let layout = try BallotLayout(Samples.ballots[5])
    try BallotDrawing(Samples.ballots[5], layout: layout).write(
      to: scratch.file("b.pdf"), created: Samples.day)
    _ = try Tool.run("pdftoppm", "-r", "150", "-gray", scratch.file("b.pdf"), scratch.file("p"))
    for page in layout.pages {
      let said = try Tool.run("zbarimg", "-q", "--raw", "--nodbus", scratch.file("p-\(page.page).pgm"))
      #expect(said == page.codeText + "\n")
    }
  }

  @Test("No mark box comes nearer than a millimetre to anything", arguments: Samples.ballots)
  func boxesStandFree(_ ballot: BallotSpecification) throws {
    for page in try BallotLayout(ballot).pages {
      for line in page.lines {
        let near = line.box.inset(by: -1 + 0.001)
        #expect(near.x >= line.row.x && near.maxX <= line.row.maxX)
        #expect(near.y >= line.row.y && near.maxY <= line.row.maxY)
        #expect(!near.intersects(line.nameBox))
      }
    }
  }
}
