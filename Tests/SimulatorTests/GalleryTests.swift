import Ballot
import Foundation
import Simulator
import Testing

/// Writes sample pictures for people to look at: `KIOSK_GALLERY=DIR swift test --filter Gallery`.
@Suite("Gallery", .enabled(if: ProcessInfo.processInfo.environment["KIOSK_GALLERY"] != nil))
struct GalleryTests {
  let folder = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["KIOSK_GALLERY"] ?? NSTemporaryDirectory())

  @Test("A photograph of every level", arguments: Level.allCases, [1, 2, 3] as [UInt64])
  func levels(level: Level, seed: UInt64) throws {
    let page = try StandInPage.page()
    var sheet = Sheet(
      try StandInPage.raster(page, dots: 6), print: level < .phone ? .office(seed: seed) : .poor(seed: seed))
    let kinds = MarkKind.allCases
    let entries = page.lines.enumerated().map { index, line in
      SheetMarking.Entry(line.id, kinds[(index + Int(seed) * 3) % kinds.count], writesName: index % 2 == 0)
    }
    let truth = SheetMarking(entries).mark(page, on: &sheet, by: Writer(seed: seed), seed: seed)
    let clock = ContinuousClock()
    let start = clock.now
    let photograph = try Camera.photograph(sheet, Camera.Conditions(level, seed: seed), seed: seed)
    print(level.name, seed, photograph.jpeg.count, clock.now - start)
    #expect(truth.lines.count == page.lines.count)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("\(level.name)-\(seed).jpg")
    try Data(photograph.jpeg).write(to: file)
  }
}
