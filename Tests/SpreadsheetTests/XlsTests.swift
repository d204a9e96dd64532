import Testing

@testable import Spreadsheet

@Suite("Workbooks of Excel 97 to 2003")
struct XlsTests {
  private static let beginning: (UInt16, [UInt8]) = (0x809, [0, 6, 5, 0, 0, 0, 0, 0])
  private static let end: (UInt16, [UInt8]) = (0x0A, [])

  @Test(
    "Compound files that hold no readable workbook",
    arguments: [
      ("EncryptedPackage", SpreadsheetError.encrypted), ("Book", .notASpreadsheet(.olderExcel)),
      ("WordDocument", .notASpreadsheet(.wordDocument)),
      ("PowerPoint Document", .notASpreadsheet(.otherOffice)),
    ])
  func others(stream: String, error: SpreadsheetError) throws {
    #expect(throws: error) { try rows([], stream: stream) }
  }

  @Test("A password is named before anything else is read")
  func password() throws {
    #expect(throws: SpreadsheetError.encrypted) { try rows([Self.beginning, (0x2F, [1, 0]), Self.end]) }
  }

  @Test("A version before Excel 97 is refused")
  func version() throws {
    #expect(throws: SpreadsheetError.notASpreadsheet(.olderExcel)) {
      try rows([(0x809, [0, 5, 5, 0]), Self.end])
    }
  }

  @Test("A loop among the sectors is an error")
  func loop() throws {
    var file = CompoundBytes(stream: "Workbook", records: [Self.beginning, Self.end])
    file.isLooped = true
    let scratch = try Scratch()
    #expect(throws: SpreadsheetError.damaged(part: "", .structure)) { try scratch.rows(of: file.bytes) }
  }

  @Test("A string that runs over records, from narrow to wide, is put together")
  func continuedString() throws {
    // "ab甲": two narrow characters, then the rest wide in a CONTINUE record.
    let strings: [UInt8] = [1, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0x61, 0x62]
    let globals: [(UInt16, [UInt8])] = [Self.beginning, (0xFC, strings), (0x3C, [1, 0x32, 0x75])]
    let sheet: [(UInt16, [UInt8])] = [
      Self.beginning, (0xFD, [4, 0, 2, 0, 0, 0, 0, 0, 0, 0]), (0x205, [4, 0, 3, 0, 0, 0, 0x2A, 1]),
      (0xBD, [5, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0, 0, 0, 0x0B, 0, 0, 0, 1, 0]), Self.end,
    ]
    let expected = [
      Row(number: 5, cells: [.empty, .empty, .text("ab甲"), .error("#N/A")]),
      Row(number: 6, cells: [.number(2, raw: "2"), .number(0.02, raw: "0.02")]),
    ]
    #expect(try rows(globals, sheet) == expected)
  }

  @Test("A string that is not there, a sheet that does not end, a sheet beyond the end")
  func damaged() throws {
    let missing: [(UInt16, [UInt8])] = [Self.beginning, (0xFD, [0, 0, 0, 0, 0, 0, 7, 0, 0, 0]), Self.end]
    #expect(throws: SpreadsheetError.damaged(part: "Workbook", .sharedString(7))) {
      try rows([Self.beginning], missing)
    }
    #expect(throws: SpreadsheetError.damaged(part: "Workbook", .truncated)) {
      try rows([Self.beginning], [Self.beginning])
    }
    let beyond: (UInt16, [UInt8]) = (0x85, [0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 1, 0, 0x61])
    #expect(throws: SpreadsheetError.damaged(part: "Workbook", .truncated)) {
      try rows([Self.beginning, beyond, Self.end])
    }
  }

  @Test(
    "Packed numbers",
    arguments: [(0x0A, 2.0), (0x0B, 0.02), (0xFFFF_FFFE, -1), (0x3FF0_0000, 1), (0x4059_0001, 1)]
      as [(UInt32, Double)])
  func packed(bits: UInt32, value: Double) {
    #expect(BiffNumber.value(bits) == value)
  }

  /// The rows of a workbook with these global records, and perhaps a sheet, which is entered among them.
  private func rows(
    _ globals: [(UInt16, [UInt8])], _ sheet: [(UInt16, [UInt8])] = [], stream: String = "Workbook"
  ) throws -> [Row] {
    var records = globals
    if !sheet.isEmpty {
      let place = globals.reduce(4 + 9 + 4) { $0 + 4 + $1.1.count }
      records +=
        [(0x85, [UInt8(place & 0xFF), UInt8(place >> 8), 0, 0, 0, 0, 1, 0, 0x61]), Self.end] + sheet
    }
    let scratch = try Scratch()
    return try scratch.rows(of: CompoundBytes(stream: stream, records: records).bytes)
  }
}
