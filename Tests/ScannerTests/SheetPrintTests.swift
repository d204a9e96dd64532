import Ballot
import Simulator
import Testing

@testable import Scanner

@Suite("Knowing a sheet again")
struct SheetPrintTests {
  let page: BallotPage
  let model: Raster
  let reader: BallotReader

  init() throws {
    page = try TestSheet.page()
    model = try TestSheet.raster(page)
    reader = try #require(BallotReader(pages: [page]))
  }

  private func sheet(_ kinds: [MarkKind], writer: UInt64 = 5, seed: UInt64) -> Sheet {
    var sheet = Sheet(model)
    _ = TestSheet.marking(page, kinds).mark(page, on: &sheet, by: Writer(seed: writer), seed: seed)
    return sheet
  }

  private func print(_ sheet: Sheet, seed: UInt64, turned: Double = 0) throws -> SheetPrint {
    var conditions = Camera.Conditions(.tableLamp, seed: seed)
    conditions.rotation += turned
    guard case .read(let reading) = reader.read(try Camera.photograph(sheet, conditions, seed: seed).jpeg)
    else {
      throw Rejection.noBallotFound
    }
    return reading.print
  }

  @Test("A sheet put back, turned and under other light, is known again", arguments: [1, 2] as [UInt64])
  func again(seed: UInt64) throws {
    let sheet = sheet([.circle, .cross, .blank], seed: seed)
    let (one, other) = (try print(sheet, seed: seed), try print(sheet, seed: seed + 50, turned: 180))
    #expect(one.isAlike(other) && other.isAlike(one))
  }

  @Test("Another sheet that the same hand marked alike is another", arguments: [1, 2] as [UInt64])
  func different(seed: UInt64) throws {
    let kinds: [MarkKind] = [.circle, .cross, .blank]
    let one = try print(sheet(kinds, seed: seed), seed: seed)
    let other = try print(sheet(kinds, seed: seed + 10), seed: seed)
    #expect(!one.isAlike(other))
    #expect(!one.isAlike(try print(sheet([.cross, .cross, .circle], seed: seed), seed: seed)))
  }

  @Test("Sheets without marks are like none, not even like themselves")
  func blank() throws {
    let blank = try print(Sheet(model), seed: 3)
    #expect(blank.bytes.isEmpty && !blank.isAlike(blank))
  }

  @Test("A print outlives its bytes; other bytes are none")
  func bytes() throws {
    let one = try print(sheet([.circle], seed: 4), seed: 4)
    #expect(!one.bytes.isEmpty && SheetPrint(bytes: one.bytes) == one)
    #expect(SheetPrint(bytes: Array(one.bytes.dropLast())) == nil)
    #expect(SheetPrint(bytes: [UInt8](repeating: 0, count: one.bytes.count * 20)) == nil)
  }
}
