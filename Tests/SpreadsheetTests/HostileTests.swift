import Foundation
import Testing

@testable import Spreadsheet

@Suite("Hostile files")
struct HostileTests {
  private static let goodRow = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  @Test(
    "Sheets that are refused",
    arguments: [
      (
        "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"/>",
        SpreadsheetError.damaged(part: "xl/worksheets/sheet1.xml", .rowNumber(1))
      ),
      ("<row r=\"1048577\"/>", .tooLarge(.rows, limit: 1_048_576)),
      ("<row r=\"-1\"/>", .damaged(part: "xl/worksheets/sheet1.xml", .rowNumber(-1))),
      ("<row><c r=\"XFE1\"><v>1</v></c></row>", .tooLarge(.columns, limit: 16_384)),
      (
        "<row><c r=\"ABCD1\"><v>1</v></c></row>",
        .damaged(part: "xl/worksheets/sheet1.xml", .cellReference("ABCD1"))
      ),
      (
        "<row><c r=\"A1\" t=\"s\"><v>9</v></c></row>",
        .damaged(part: "xl/worksheets/sheet1.xml", .sharedString(9))
      ),
      (
        "<row><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
        .damaged(part: "xl/worksheets/sheet1.xml", .sharedString(-1))
      ),
      ("<row>", .damaged(part: "xl/worksheets/sheet1.xml", .markup(code: 7, line: 1))),
      ("<row/>", .nothingInside),
    ])
  func sheets(rows: String, error: SpreadsheetError) throws {
    let scratch = try Scratch()
    #expect(throws: error) { try scratch.rows(of: XlsxParts(rows: rows).bytes) }
  }

  @Test("Entities are refused with their document type")
  func entities() throws {
    var parts = XlsxParts()
    let bomb = "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
    parts.parts["xl/worksheets/sheet1.xml"] =
      "\(bomb)<worksheet><row><c t=\"str\"><v>&b;</v></c></row></worksheet>"
    let scratch = try Scratch()
    #expect(throws: SpreadsheetError.documentType(part: "xl/worksheets/sheet1.xml")) {
      try scratch.rows(of: parts.bytes)
    }
  }

  @Test("Missing parts are named", arguments: ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
  func missing(part: String) throws {
    var parts = XlsxParts(rows: Self.goodRow)
    parts.parts[part] = nil
    let scratch = try Scratch()
    #expect(throws: SpreadsheetError.missingPart(part)) { try scratch.rows(of: parts.bytes) }
  }

  @Test("An .xlsx cut off anywhere is an error, never a crash and never half a table")
  func truncated() throws {
    let whole = XlsxParts(rows: Self.goodRow).bytes
    let scratch = try Scratch()
    for count in stride(from: 0, to: whole.count, by: 61) {
      #expect(throws: SpreadsheetError.self) { try scratch.rows(of: Array(whole.prefix(count))) }
    }
    #expect(try scratch.rows(of: whole).count == 1)
  }

  @Test("Flipped bytes never crash", arguments: 1...30)
  func flipped(seed: Int) throws {
    var bytes = XlsxParts(rows: Self.goodRow, strings: "<si><t>甲</t></si>").bytes
    for step in 1...5 { bytes[seed * 7919 * step % bytes.count] ^= UInt8(1 << (seed % 8)) }
    let scratch = try Scratch()
    let outcome = Result { try scratch.rows(of: bytes) }
    if case .failure(let error) = outcome {
      #expect(error is SpreadsheetError)
    } else {
      #expect(try outcome.get().count <= 1)
    }
  }

  @Test(
    "Files that are something else, whatever they are called",
    arguments: [
      ("<html><table><tr><td>姓名</td></tr></table></html>", FoundFormat.html),
      ("\u{FEFF}  <TABLE border=1>", .html),
      ("<?xml version=\"1.0\"?><Workbook/>", .xml), ("%PDF-1.7", .pdf), ("Rar!", .archive),
      ("{\\rtf1", .wordDocument),
    ])
  func others(text: String, found: FoundFormat) throws {
    let scratch = try Scratch()
    #expect(throws: SpreadsheetError.notASpreadsheet(found)) {
      try scratch.rows(of: Array(text.utf8), named: "a.xls")
    }
  }

  @Test("Zip files without a workbook")
  func zips() throws {
    var zip = ZipBytes()
    zip.add("readme.txt", "x")
    let scratch = try Scratch()
    #expect(throws: SpreadsheetError.notASpreadsheet(.archive)) { try scratch.rows(of: zip.bytes) }
    zip.add("content.xml", "<x/>")
    #expect(throws: SpreadsheetError.notASpreadsheet(.openDocument)) { try scratch.rows(of: zip.bytes) }
  }

  @Test("A text under the name of an .xls is read as a text")
  func textAsXls() throws {
    let scratch = try Scratch()
    #expect(
      try scratch.rows(of: Array("姓名\t性别".utf8), named: "a.xls").first?.cells == [.text("姓名"), .text("性别")])
  }

  @Test("Folders and files that are not there")
  func noFile() throws {
    let scratch = try Scratch()
    #expect(throws: SpreadsheetError.notAFile(path: scratch.folder.path)) {
      try Workbook.open(scratch.folder.path)
    }
    #expect(throws: SpreadsheetError.unreadable(path: scratch.path("no"), errno: ENOENT)) {
      try Workbook.open(scratch.path("no"))
    }
  }

  @Test("Limits hold for the file, a part, cells, strings and a cell's text")
  func limits() throws {
    let scratch = try Scratch()
    let strings = "<si><t>甲甲</t></si><si><t>乙</t></si>"
    let bytes = XlsxParts(rows: "<row r=\"1\"><c r=\"F1\" t=\"s\"><v>1</v></c></row>", strings: strings).bytes
    #expect(try scratch.rows(of: bytes).count == 1)
    func check(_ error: SpreadsheetError, _ change: (inout Limits) -> Void) throws {
      var limits = Limits()
      change(&limits)
      #expect(throws: error) { try scratch.rows(of: bytes, limits: limits) }
    }
    try check(.tooLarge(.file, limit: 100)) { $0.fileBytes = 100 }
    try check(.tooLarge(.part, limit: 50)) { $0.partBytes = 50 }
    try check(.tooLarge(.cells, limit: 5)) { $0.cells = 5 }
    try check(.tooLarge(.strings, limit: 1)) { $0.strings = 1 }
    try check(.tooLarge(.strings, limit: 8)) { $0.stringBytes = 8 }
    try check(.tooLarge(.cellText, limit: 5)) { $0.cellBytes = 5 }
    try check(.tooLarge(.sheets, limit: 0)) { $0.sheets = 0 }
  }

  @Test("Compound files of nonsense are errors", arguments: 1...40)
  func compound(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    for _ in 0..<4096 {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      bytes.append(UInt8(state >> 60))
    }
    bytes[30] = 9
    let scratch = try Scratch()
    #expect(throws: SpreadsheetError.self) { try scratch.rows(of: bytes) }
  }

  @Test("Every error has a sentence")
  func sentences() {
    let errors: [SpreadsheetError] = [
      .encrypted, .nothingInside, .documentType(part: "a"), .missingPart("a"), .swelling(part: "a", ratio: 4),
      .unreadable(path: "a", errno: 2), .notAFile(path: "a"), .notASpreadsheet(.html),
      .tooLarge(.cells, limit: 1),
      .damaged(part: "a", .structure), .undecodable(encoding: .utf8, byte: 1),
      .noSheet(named: "a", found: []),
    ]
    #expect(Set(errors.map(\.description)).count == errors.count)
  }
}
