import Ballot
import Foundation
import Simulator
import Testing

@Suite("Rasters")
struct RasterTests {
  @Test("A PGM with comments and odd blanks is read")
  func gray() throws {
    let raster = try #require(
      Raster(anymap: Array("P5 # note\n2\t2\n#x\n255\n".utf8) + [1, 2, 3, 4], dotsPerMillimetre: 5))
    #expect(raster.format == .gray)
    #expect(raster.bytes == [1, 2, 3, 4])
    #expect((raster.width, raster.height) == (2, 2))
  }

  @Test("A PPM is read")
  func colour() throws {
    let raster = try #require(Raster(anymap: Array("P6\n1 1\n255\n".utf8) + [9, 8, 7], dotsPerMillimetre: 5))
    #expect(raster.format == .rgb)
    #expect(raster.bytes == [9, 8, 7])
  }

  @Test(
    "What is no picture is refused",
    arguments: [
      "", "P5", "P4\n1 1\n255\n0", "P5\n2 2\n255\n123", "P5\n2 2\n255\n12345", "P5\n2 2\n65535\n1234",
      "P5\n0 2\n255\n", "P5\n-1 2\n255\n11", "P5\n9999999 9999999\n255\n1",
      "P5\n99999999999999999999 1\n255\n1",
      "P6\n1 1\n255\n1", "P5 1", "P5 1 1 255",
    ])
  func refused(text: String) {
    #expect(Raster(anymap: Array(text.utf8), dotsPerMillimetre: 5) == nil)
  }

  @Test("A cut keeps the pixels of its part")
  func cropped() throws {
    let raster = try #require(
      Raster(format: .gray, width: 4, height: 3, dotsPerMillimetre: 1, bytes: Array(0..<12)))
    #expect(raster.cropped(to: Rect(x: 1, y: 1, w: 2, h: 5))?.bytes == [5, 6, 9, 10])
    #expect(raster.cropped(to: Rect(x: 9, y: 9, w: 2, h: 5)) == nil)
  }

  @Test("A missing file is a typed error")
  func missing() throws {
    let error = #expect(throws: PageRaster.Failure.self) {
      try PageRaster.load(pdf: URL(fileURLWithPath: "/nonexistent/x.pdf"), page: 1, dpi: 50)
    }
    guard case .toolFailed(let tool, let status, _) = error else {
      guard case .toolMissing = error else {
        return #expect(Bool(false), "unexpected \(String(describing: error))")
      }
      return
    }
    #expect(tool == "pdftoppm")
    #expect(status != 0)
  }

  @Test("A page of a PDF becomes a picture of its size", .enabled(if: Poppler.isInstalled, "no pdftoppm"))
  func page() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    let objects = """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 144 72]/Contents 4 0 R>> endobj
      4 0 obj <</Length 27>> stream
      1 0 0 rg 0 0 72 72 re f    
      endstream endobj
      trailer <</Root 1 0 R>>

      """
    try Data(objects.utf8).write(to: file)
    let raster = try PageRaster.load(pdf: file, page: 1, dpi: 72)
    #expect((raster.width, raster.height, raster.format) == (144, 72, .rgb))
    #expect(raster.bytes[0..<3] == [255, 0, 0])
    #expect(raster.bytes[(143 * 3)..<(144 * 3)] == [255, 255, 255])
  }
}

/// The tool that turns PDF pages into pictures.
enum Poppler {
  static let isInstalled = ["/usr/bin/pdftoppm", "/usr/local/bin/pdftoppm"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}
