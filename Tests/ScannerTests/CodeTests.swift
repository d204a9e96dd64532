import Ballot
import Foundation
import Simulator
import Testing

@testable import Scanner

@Suite("Finding codes")
struct CodeTests {
  @Test("A code is found with its text and its place")
  func code() throws {
    let raster = try TestSheet.raster(TestSheet.page(), dots: 4)
    let image = try #require(GrayImage(width: raster.width, height: raster.height, bytes: raster.bytes))
    let codes = CodeReader().codes(in: image)
    try #require(codes.count == 1)
    #expect(codes[0].symbology == "QR-Code" && codes[0].text == "KB10123456789ABCD01")
    let x = codes[0].corners.map(\.x)
    #expect((x.min() ?? 0) > 650 && (x.max() ?? 0) < 760)
  }

  @Test("A pale code that a plain scan may miss is found at the second look")
  func pale() throws {
    let raster = try TestSheet.raster(TestSheet.page(), dots: 4)
    let bytes = raster.bytes.map { UInt8(120 + Int($0) / 20) }
    let image = try #require(GrayImage(width: raster.width, height: raster.height, bytes: bytes))
    #expect(CodeReader(onlyQR: true).codes(in: image).map(\.text) == ["KB10123456789ABCD01"])
  }

  @Test("Noise holds no code")
  func noise() {
    var dice = Dice(seed: 8)
    let bytes = (0..<300 * 300).map { _ in UInt8(dice.integer(0...255)) }
    let image = GrayImage(width: 300, height: 300, bytes: bytes)
    #expect(image.map { CodeReader().codes(in: $0) }?.isEmpty == true)
  }

  private static let folder = URL(fileURLWithPath: "../shared/data/codes/zxing")

  @Test(
    "Codes in public photographs",
    .enabled(
      if: FileManager.default.fileExists(atPath: folder.path),
      "needs ../shared/data/codes beside the project"))
  func photographs() throws {
    let folder = CodeTests.folder.appendingPathComponent("qrcode-1")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "png" }
    let reader = CodeReader()
    let found = try files.count { file in
      let text = try String(
        contentsOf: file.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
      let codes = try reader.codes(decoding: [UInt8](Data(contentsOf: file)))
      return codes.contains {
        $0.text.trimmingCharacters(in: .whitespacesAndNewlines)
          == text.trimmingCharacters(in: .whitespacesAndNewlines)
      }
    }
    #expect(found * 10 >= files.count * 7, "\(found) of \(files.count)")
  }
}
