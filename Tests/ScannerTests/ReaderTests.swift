import Ballot
import Simulator
import Testing

@testable import Scanner

@Suite("Reading ballots")
struct ReaderTests {
  let page: BallotPage
  let model: Raster
  let reader: BallotReader

  init() throws {
    page = try TestSheet.page()
    model = try TestSheet.raster(page)
    reader = try #require(BallotReader(pages: [page]))
  }

  private func photograph(_ level: Level, seed: UInt64, turned: Double = 0) throws -> ([UInt8], Truth) {
    var sheet = Sheet(model)
    let kinds: [MarkKind] = [.circle, .cross, .tick, .blank, .circle, .cross]
    let truth = TestSheet.marking(page, kinds).mark(page, on: &sheet, by: Writer(seed: seed), seed: seed)
    var conditions = Camera.Conditions(level, seed: seed)
    conditions.rotation += turned
    return (try Camera.photograph(sheet, conditions, seed: seed).jpeg, truth)
  }

  @Test(
    "Every box of a sheet is read, and no wrong reading is called clear",
    arguments: [Level.documentCamera, .tableLamp, .phone], [1, 2, 3] as [UInt64])
  func levels(level: Level, seed: UInt64) throws {
    let (jpeg, truth) = try photograph(level, seed: seed)
    guard case .read(let sheet) = reader.read(jpeg) else {
      Issue.record("not read: \(reader.read(jpeg))")
      return
    }
    #expect(sheet.type == TestSheet.specification.type && sheet.batch.rawValue == "ABCD" && sheet.page == 1)
    #expect(sheet.lines.map(\.id) == truth.lines.map(\.id))
    var wrong = 0
    for (line, real) in zip(sheet.lines, truth.lines) {
      let isRight = line.mark.rawValue == real.mark.rawValue
      if !isRight { wrong += 1 }
      #expect(
        isRight || line.certainty == .doubtful, "\(line.id.rawValue) is \(real.mark), read \(line.mark)")
      #expect(line.name?.rawValue == real.name?.rawValue, "name of \(line.id.rawValue)")
    }
    #expect(wrong <= 1)
  }

  @Test("A sheet is read at any rotation", arguments: [45.0, 90, 160, 180, 270])
  func rotations(degrees: Double) throws {
    let (jpeg, truth) = try photograph(.documentCamera, seed: 4, turned: degrees)
    guard case .read(let sheet) = reader.read(jpeg) else {
      Issue.record("not read: \(reader.read(jpeg))")
      return
    }
    let right = zip(sheet.lines, truth.lines).count { $0.mark.rawValue == $1.mark.rawValue }
    #expect(right >= truth.lines.count - 1)
  }

  @Test(
    "A sheet with a thing on one of its corners is read, or refused when its code lies under the thing",
    arguments: [0, 1, 2, 3], [Level.documentCamera, .tableLamp])
  func coveredCorner(corner: Int, level: Level) throws {
    var sheet = Sheet(model)
    let kinds: [MarkKind] = [.circle, .cross, .tick, .blank]
    let truth = TestSheet.marking(page, kinds).mark(page, on: &sheet, by: Writer(seed: 3), seed: 3)
    var conditions = Camera.Conditions(level, seed: UInt64(corner) + 20)
    conditions.coveredCorner = corner
    conditions.tilt = level == .tableLamp ? 8 : 0
    let reading = reader.read(try Camera.photograph(sheet, conditions, seed: 3).jpeg)
    guard case .read(let read) = reading else {
      #expect(corner == 1)
      #expect(reading == .rejected(.cutOff(cornersSeen: 3)) || reading == .rejected(.unreadableCode))
      return
    }
    #expect(corner != 1)
    for (line, real) in zip(read.lines, truth.lines) {
      #expect(line.mark.rawValue == real.mark.rawValue || line.certainty == .doubtful)
    }
    #expect(
      zip(read.lines, truth.lines).count { $0.mark.rawValue == $1.mark.rawValue } >= read.lines.count - 1)
  }

  @Test("The box outlines lie where the boxes are")
  func outlines() throws {
    let sheet = Sheet(model)
    let photograph = try Camera.photograph(sheet, Camera.Conditions(.documentCamera, seed: 9), seed: 9)
    guard case .read(let reading) = reader.read(photograph.jpeg) else {
      Issue.record("not read")
      return
    }
    for (line, printed) in zip(reading.lines, page.lines) {
      let wanted = photograph.projection.pixel(of: printed.box.centre)
      let corners = line.box.corners
      let x = corners.reduce(0) { $0 + $1.x } / 4
      let y = corners.reduce(0) { $0 + $1.y } / 4
      #expect(abs(x - wanted.x) < 2 && abs(y - wanted.y) < 2)
      #expect(line.mark == .blank && line.certainty == .clear)
    }
  }

  private func readings(_ kinds: [MarkKind], seed: UInt64) throws -> [ReadLine] {
    var sheet = Sheet(model)
    _ = TestSheet.marking(page, kinds).mark(page, on: &sheet, by: Writer(seed: seed), seed: seed)
    let jpeg = try Camera.photograph(sheet, Camera.Conditions(.documentCamera, seed: seed), seed: seed).jpeg
    guard case .read(let reading) = reader.read(jpeg) else { return [] }
    return reading.lines
  }

  @Test("Filled, corrected and doubly signed boxes are never clearly for, against or blank")
  func others() throws {
    let lines = try readings([.filled, .both, .corrected, .otherSign], seed: 6)
    #expect(lines.count == page.lines.count)
    #expect(lines.allSatisfy { $0.certainty == .doubtful || $0.mark == .other })
  }

  @Test("A resting pen's point is never taken for a sign, and mostly doubted")
  func dots() throws {
    let lines = try readings([.dot], seed: 6)
    #expect(lines.count == page.lines.count)
    #expect(lines.allSatisfy { $0.certainty == .doubtful || $0.mark == .blank })
    #expect(lines.count { $0.certainty == .doubtful } * 2 > lines.count)
  }

  @Test("The same bytes give the same reading, from two threads at once as well")
  func reentrant() async throws {
    let (jpeg, _) = try photograph(.documentCamera, seed: 11)
    let reader = reader
    let marks = await withTaskGroup(of: [Mark].self) { group in
      for _ in 0..<3 {
        group.addTask {
          guard case .read(let sheet) = reader.read(jpeg) else { return [] }
          return sheet.lines.map(\.mark)
        }
      }
      return await group.reduce(into: [[Mark]]()) { $0.append($1) }
    }
    #expect(marks.count == 3 && Set(marks).count == 1)
    #expect(marks[0].count == page.lines.count)
  }

  @Test("The overlay is a picture of the size asked for")
  func overlay() throws {
    let (jpeg, _) = try photograph(.documentCamera, seed: 12)
    guard case .read(let sheet) = reader.read(jpeg) else {
      Issue.record("not read")
      return
    }
    let image = try GrayImage(decoding: Overlay(sheet, width: 1000).jpeg(over: jpeg))
    #expect((900...1100).contains(image.width))
  }
}
