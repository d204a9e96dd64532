import Ballot
import Simulator
import Testing

@Suite("Paper and printer")
struct PaperTests {
  let raster: Raster

  init() throws { raster = try StandInPage.coarse.get() }

  @Test("Light toner is lighter, dark paper darker")
  func toner() {
    var print = PrintConditions()
    let fiducial = Point(x: 13, y: 13), blank = Point(x: 100, y: 290)
    let full = Sheet(raster, print: print)
    print.toner = 0.5
    print.paper = Colour(200, 200, 180)
    let worn = Sheet(raster, print: print)
    #expect(full.darkness(at: fiducial) > 0.9)
    #expect(worn.darkness(at: fiducial) < 0.65)
    #expect(worn.darkness(at: blank) > full.darkness(at: blank))
  }

  @Test("A streak takes the toner away where it runs, and only there")
  func streak() {
    var print = PrintConditions()
    print.streaks = [.init(x: 11, width: 4, strength: 1), .init(x: -5, width: 2, strength: 1)]
    let sheet = Sheet(raster, print: print)
    #expect(sheet.darkness(at: Point(x: 13, y: 13)) < 0.05)
    #expect(sheet.darkness(at: Point(x: 197, y: 13)) > 0.9)
  }

  @Test("The other side shows through, mirrored")
  func showThrough() {
    var print = PrintConditions()
    print.showThrough = 0.3
    let white = Raster(
      format: .gray, width: raster.width, height: raster.height, dotsPerMillimetre: 4,
      bytes: [UInt8](repeating: 255, count: raster.bytes.count))
    let sheet = Sheet(white ?? raster, print: print, back: raster)
    // The code symbol is on the right of the front, so on the left seen from behind.
    let seen = stride(from: 24.0, to: 43, by: 0.5).map { sheet.darkness(at: Point(x: $0, y: 15)) }
    #expect((seen.max() ?? 0) > 0.2)
    #expect(sheet.darkness(at: Point(x: 180, y: 290)) < 0.05)
  }

  @Test("The print's scale and shift move every printed place", arguments: [0.97, 1.0, 1.03])
  func scale(scale: Double) throws {
    var print = PrintConditions()
    print.scale = scale
    print.shift = Point(x: 2, y: -1)
    var conditions = Camera.Conditions()
    (conditions.width, conditions.height, conditions.fill, conditions.distance) = (600, 900, 1, 50)
    let plain = try Camera.photograph(Sheet(raster), conditions, seed: 1).projection
    let moved = try Camera.photograph(Sheet(raster, print: print), conditions, seed: 1).projection
    let a = plain.pixel(of: Point(x: 13, y: 13)), b = plain.pixel(of: Point(x: 197, y: 13))
    let c = moved.pixel(of: Point(x: 13, y: 13)), d = moved.pixel(of: Point(x: 197, y: 13))
    #expect(abs((d.x - c.x) / (b.x - a.x) - scale) < 0.002)
    let dots = (b.x - a.x) / 184
    #expect(abs((c.x + d.x - a.x - b.x) / 2 / dots - 2) < 0.05)
  }

  @Test("A fold darkens its line, a seal reddens, a blot blackens")
  func wear() {
    var sheet = Sheet(width: 210, height: 297, dotsPerMillimetre: 4, colour: Colour(250, 250, 250))
    var dice = Dice(seed: 1)
    let plain = sheet.darkness(at: Point(x: 50, y: 148.4))
    sheet.fold(at: 148.5, strength: 0.5)
    #expect(sheet.darkness(at: Point(x: 50, y: 148.4)) > plain + 0.04)
    #expect(sheet.darkness(at: Point(x: 50, y: 100)) == plain)
    sheet.stamp(at: Point(x: 160, y: 250), radius: 20, using: &dice)
    #expect(sheet.darkness(at: Point(x: 160, y: 250)) > 0.2)
    #expect(sheet.darkness(at: Point(x: 170, y: 250)) < 0.05)
    sheet.blot(at: Point(x: 20, y: 20), radius: 3, ink: .black, using: &dice)
    #expect(sheet.darkness(at: Point(x: 20, y: 20)) > 0.5)
    sheet.fold(at: -400, strength: 9)
    sheet.stamp(at: Point(x: -300, y: 900), radius: 5, using: &dice)
  }

  @Test("A cut has the size and the pixels of its part")
  func cut() {
    let half = Sheet(raster).cut(Rect(x: 0, y: 0, w: 210, h: 100))
    #expect(abs(half.size.height - 100) < 0.5)
    #expect(half.darkness(at: Point(x: 13, y: 13)) > 0.9)
    #expect(Sheet(raster).cut(Rect(x: -10, y: 900, w: 1, h: 1)).size.width > 0)
  }
}
