import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

@Suite("count read: explanations and sheets put back")
struct ReadingOptionsTests {
  @Test("--explain draws every box with a reason, and says why a picture was not read")
  func explains() async throws {
    let box = try await TestBox.at(.closed, issued: 1)
    let photos = try Photographs(box).take(
      [[("director/1", .circle), ("deputy/1", .both)]], into: "photos", of: box)
    let none = try box.write("This is no picture.", "no<b>.jpg")
    let folder = URL(filePath: box.file("why"))
    let said = await box.run(
      ["count", "read", "--dry-run", "--explain", folder.path] + photos + [none], lang: "zh")
    #expect(said.status == 0)
    let page = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
    #expect(page.contains("director/1") && page.contains("○（赞成）") && page.contains("不是○、√或×"))
    #expect(page.contains("不是能读的图片") && page.contains("no&lt;b>.jpg"))
    #expect(page.components(separatedBy: "class=box").count == 14 + 1)
    for name in ["sheet-0001-boxes.png", "sheet-0001.jpg"] {
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: name).path))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "sheet-0002.jpg").path))
  }

  @Test("A sheet put back is noticed and asked about, and counts only when people say it is another")
  func putBack() async throws {
    let box = try await TestBox.at(.counting, issued: 3)
    let marks: [[(String, MarkKind)]] = [[("director/1", .circle), ("member/2", .cross)]]
    let first = try Photographs(box).take(marks, into: "first", of: box)
    // The same paper, photographed once more: the same file but for its last bytes would be known by its digest.
    let again = box.file("again.jpg")
    try Data(retaken(first[0])).write(to: URL(filePath: again))
    let said = await box.json(words: ["count", "read"] + first + [again])
    let lines = try #require(said.objects)
    #expect(said.status == 0 && lines.count == 2)
    let sheet = try #require(lines[0]["sheet"] as? String)
    #expect(lines[0]["alike"] == nil && lines[1]["sheet"] == nil)
    #expect(lines[1]["alike"] as? String == first[0])
    // In another run the counted sheet is named by its id.
    let later = await box.json(words: ["count", "read", again])
    #expect(later.objects?.first?["alike"] as? String == sheet)
    let text = await box.run(["count", "read", again])
    #expect(text.text.contains("--distinct"))
    #expect(try CountDesk(box.open()).store.count == 1)
    let distinct = await box.json(words: ["count", "read", "--distinct", again])
    #expect(distinct.objects?.first?["sheet"] as? String != nil)
    #expect(try CountDesk(box.open()).store.count == 2)
  }

  /// The picture decoded and encoded anew: other bytes of the same sheet.
  private func retaken(_ file: String) throws -> [UInt8] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    var comment = Array(bytes.prefix(2))
    comment += [0xFF, 0xFE, 0x00, 0x06, 0x61, 0x62, 0x63, 0x64]
    return comment + bytes.dropFirst(2)
  }
}
