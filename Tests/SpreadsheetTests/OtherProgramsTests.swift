import Foundation
import Testing

@testable import Spreadsheet

@Suite("Files that other programs wrote")
struct OtherProgramsTests {
  private static let script = """
    import sys, datetime, zipfile, openpyxl, xlwt
    folder = sys.argv[1]
    day = datetime.date(2001, 5, 18)
    book = openpyxl.Workbook(); sheet = book.active; sheet.title = "空"
    sheet = book.create_sheet("名单")
    sheet.append(["姓名", "身份证号", "出生日期", "数", "真"]); sheet.append(["张三𬭎", "11010519491231002X", day, 1.5, True])
    sheet.append([None, 500112199001011234]); sheet.column_dimensions["C"].hidden = True; sheet.merge_cells("A5:B6")
    book.save(folder + "/openpyxl.xlsx")
    book = xlwt.Workbook(encoding="utf-8"); book.add_sheet("藏").visibility = 1; sheet = book.add_sheet("名单")
    style = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for column, text in enumerate(["姓名", "身份证号", "出生日期", "数", "真"]): sheet.write(0, column, text)
    for column, value in enumerate(["张三𬭎", "11010519491231002X"]): sheet.write(1, column, value)
    sheet.write(1, 2, day, style); sheet.write(1, 3, 1.5); sheet.write(1, 4, True)
    sheet.write(2, 1, 500112199001011234); sheet.col(2).hidden = True; sheet.merge(4, 5, 0, 1)
    for row in range(10, 3010): sheet.write(row, 0, "选民%05d住在一个地址很长的地方" % row); sheet.write(row, 1, row); sheet.write(row, 2, "abc%d" % row)
    book.save(folder + "/xlwt.xls")
    with zipfile.ZipFile(folder + "/openpyxl.xlsx") as old, zipfile.ZipFile(folder + "/bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"<sheetData>", b"<sheetData>" + b" " * 40000000) if "sheet2" in name else data)
    """

  @Test(
    "openpyxl's and xlwt's files hold what was put in",
    .enabled(if: OtherPrograms.python != nil, "no Python with openpyxl and xlwt"))
  func python() throws {
    let scratch = try Scratch()
    let python = try #require(OtherPrograms.python)
    #expect(OtherPrograms.run(python, ["-c", Self.script, scratch.folder.path]))
    for (name, format) in [("openpyxl.xlsx", Workbook.Format.xlsx), ("xlwt.xls", .xls)] {
      try check(scratch.path(name), format)
    }
    let long = try Scratch.rows(of: scratch.path("xlwt.xls")).dropFirst(3)
    #expect(long.count == 3000)
    for row in long {
      let number = row.number - 1
      let name = "选民" + String(100_000 + number).dropFirst() + "住在一个地址很长的地方"
      #expect(row.cells == [.text(name), .number(Double(number), raw: "\(number)"), .text("abc\(number)")])
    }
    try checkBomb(scratch)
    try checkDamage(scratch)
  }

  private func check(_ path: String, _ format: Workbook.Format) throws {
    let workbook = try Workbook.open(path)
    #expect(workbook.format == format)
    #expect(try workbook.sheet().name == "名单")
    var rows: [Row] = []
    let facts = try workbook.forEachRow { row in
      rows.append(row)
      return .next
    }
    #expect(rows[0].cells == ["姓名", "身份证号", "出生日期", "数", "真"].map(Cell.text))
    let person: [Cell] = [
      .text("张三𬭎"), .text("11010519491231002X"), .date(year: 2001, month: 5, day: 18),
      .number(1.5, raw: "1.5"), .boolean(true),
    ]
    #expect(rows[1].cells == person)
    guard case .number(let value, _)? = rows[2].cells.last else { Issue.record("no number"); return }
    // openpyxl itself keeps 16 digits of the 18, a double 17.
    #expect(abs(value - 500_112_199_001_011_264) <= 64)
    #expect(facts.hiddenColumns == [3...3])
    #expect(facts.mergedRanges == [CellRange(columns: 1...2, rows: 5...6)])
  }

  private func checkBomb(_ scratch: Scratch) throws {
    let part = "xl/worksheets/sheet2.xml"
    #expect(throws: SpreadsheetError.swelling(part: part, ratio: 400)) {
      try Scratch.rows(of: scratch.path("bomb.xlsx"))
    }
  }

  /// A real .xls cut short or with wrong bytes gives an error or a table, and never a crash.
  private func checkDamage(_ scratch: Scratch) throws {
    let whole = [UInt8](try Data(contentsOf: URL(filePath: scratch.path("xlwt.xls"))))
    for count in stride(from: 512, to: whole.count - 4096, by: 9973) {
      #expect(throws: SpreadsheetError.self) { try scratch.rows(of: Array(whole.prefix(count))) }
    }
    var wrong = whole
    for place in stride(from: 16, to: whole.count, by: 4001) {
      wrong[place] ^= 0x55
      let outcome = Result { try scratch.rows(of: wrong) }
      if case .failure(let error) = outcome { #expect(error is SpreadsheetError) }
      wrong[place] = whole[place]
    }
  }

  @Test(
    "LibreOffice's .xlsx, .xls and text files hold the same table",
    .enabled(if: OtherPrograms.hasOffice, "no LibreOffice"))
  func libreOffice() throws {
    let scratch = try Scratch()
    let table = "姓名,性别,出生日期\n欧阳赟镕,男,2001-05-18\n𬭎,女,1950-12-31\n"
    let source = try scratch.write(Array(table.utf8), as: "a.csv")
    let profile = "-env:UserInstallation=file://\(scratch.path("profile"))"
    for target in ["xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97", "ods"] {
      let arguments = [
        "soffice", profile, "--headless", "--infilter=CSV:44,34,76,1", "--convert-to", target, "--outdir",
        scratch.folder.path, source,
      ]
      #expect(OtherPrograms.run("/usr/bin/env", arguments))
    }
    for name in ["a.xlsx", "a.xls"] {
      let rows = try Scratch.rows(of: scratch.path(name))
      #expect(
        rows.map(\.cells) == [
          [.text("姓名"), .text("性别"), .text("出生日期")],
          [.text("欧阳赟镕"), .text("男"), .date(year: 2001, month: 5, day: 18)],
          [.text("𬭎"), .text("女"), .date(year: 1950, month: 12, day: 31)],
        ])
    }
    #expect(throws: SpreadsheetError.notASpreadsheet(.openDocument)) {
      try Workbook.open(scratch.path("a.ods"))
    }
  }
}
