import Ballot
import Simulator
import Testing

@testable import Scanner

@Suite("Explaining a reading")
struct ExplanationTests {
  @Test("Every box has its picture, its numbers, and a reason where it is doubtful")
  func boxes() throws {
    let page = try TestSheet.page()
    let reader = try #require(BallotReader(pages: [page]))
    var sheet = Sheet(try TestSheet.raster(page))
    let kinds: [MarkKind] = [.circle, .both, .cross, .filled, .blank]
    _ = TestSheet.marking(page, kinds).mark(page, on: &sheet, by: Writer(seed: 2), seed: 2)
    let jpeg = try Camera.photograph(sheet, Camera.Conditions(.documentCamera, seed: 2), seed: 2).jpeg
    let explanation = try reader.explain(jpeg)
    guard case .read(let reading) = reader.read(jpeg) else {
      Issue.record("not read")
      return
    }
    #expect(explanation.boxes.map(\.line) == reading.lines)
    for box in explanation.boxes {
      #expect(box.line.doubts.isEmpty == (box.line.certainty == .clear))
      #expect(box.networks.count == NetworkWeights.widths.count)
      for network in box.networks { #expect(abs(network.reduce(0, +) - 1) < 1e-3) }
      #expect(box.patch.count == MarkPatch.count)
      #expect((box.nameInk == nil) == (box.line.name == nil))
    }
    let doubtful = explanation.boxes.filter { $0.line.certainty == .doubtful }
    #expect(!doubtful.isEmpty && doubtful.contains { $0.line.doubts.contains(.otherSign) })
    let strip = try GrayImage(decoding: ExplanationStrip(explanation).png(of: jpeg))
    #expect(strip.width == ExplanationStrip.width)
    #expect(strip.height == ExplanationStrip.rowHeight * page.lines.count)
    // Across the middle of a filled box both halves show ink, across a blank one neither.
    for (row, isInked) in [(3, true), (4, false)] {
      let y = row * ExplanationStrip.rowHeight + ExplanationStrip.rowHeight / 2
      for half in [60..<140, 270..<350] { #expect(half.contains { strip[$0, y] < 170 } == isInked) }
    }
  }

  @Test("What is no ballot has a reason instead")
  func rejected() throws {
    let reader = try #require(BallotReader(pages: [try TestSheet.page()]))
    #expect(throws: Rejection.notAnImage(.unknownFormat)) { try reader.explain([1, 2, 3]) }
  }
}
