import Testing

@testable import Spreadsheet

@Suite("Workbooks of Office Open XML")
struct XlsxTests {
  @Test("Every kind of cell")
  func kinds() throws {
    let row = """
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r><rPh><t>zhang</t></rPh></is></c>\
      <c r="D3"><v>5.00112199001011E+17</v></c><c r="E3" s="1"><v>37029</v></c><c r="F3" t="b"><v>1</v></c>\
      <c r="G3" t="e"><v>#REF!</v></c><c r="H3" t="str"><f>A1</f><v>公式</v></c><c r="I3" t="d"><v>2001-05-18T00:00:00</v></c>\
      <c r="J3" s="1"><v>0.5</v></c><c r="K3" s="2"/><c t="s"><v>2</v></c><c r="N3"><v>0042</v></c></row>
      """
    let strings =
      "<si><t>x</t></si><si><r><t>李</t></r><rPh sb=\"0\" eb=\"1\"><t>li</t></rPh><r><t>四_x000D_</t></r></si><si><t></t></si>"
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>
      """
    let scratch = try Scratch()
    let rows = try scratch.rows(of: XlsxParts(rows: row, strings: strings, styles: styles).bytes)
    let expected: [Cell] = [
      .text("李四\r"), .empty, .text("张三"), .number(5.00112199001011E+17, raw: "5.00112199001011E+17"),
      .date(year: 2001, month: 5, day: 18), .boolean(true), .error("#REF!"), .text("公式"),
      .date(year: 2001, month: 5, day: 18),
      .number(0.5, raw: "0.5"), .empty, .empty, .empty, .number(42, raw: "0042"),
    ]
    #expect(rows == [Row(number: 3, cells: expected)])
  }

  @Test("Elements with a prefix and cells without references are read")
  func prefixes() throws {
    let sheet =
      "<x:sheetData><x:row><x:c t=\"str\"><x:v>甲</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row><x:row><x:c><x:v>8</x:v></x:c></x:row></x:sheetData>"
    let scratch = try Scratch()
    var parts = XlsxParts()
    parts.parts["xl/worksheets/sheet1.xml"] = "<x:worksheet xmlns:x=\"y\">\(sheet)</x:worksheet>"
    let rows = try scratch.rows(of: parts.bytes)
    #expect(
      rows == [
        Row(number: 1, cells: [.text("甲"), .number(7, raw: "7")]),
        Row(number: 2, cells: [.number(8, raw: "8")]),
      ])
  }

  @Test("Hidden columns and rows are read and reported, merged cells reported")
  func facts() throws {
    let sheet = """
      <cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/></cols>
      <sheetData><row r="1" hidden="1"><c r="B1"><v>1</v></c></row><row r="2"/></sheetData>
      <mergeCells><mergeCell ref="A1:C2"/></mergeCells>
      """
    let scratch = try Scratch()
    let workbook = try Workbook.open(scratch.write(XlsxParts(sheet: sheet).bytes, as: "a.xlsx"))
    let facts = try workbook.forEachRow { _ in .next }
    #expect(facts.hiddenColumns == [2...3])
    #expect(facts.hiddenRows == 1)
    #expect(facts.rows == 1 && facts.cells == 2)
    #expect(facts.mergedRanges == [CellRange(columns: 1...3, rows: 1...2)])
  }

  @Test("The first visible sheet that holds something is taken; any can be named")
  func sheets() throws {
    var parts = XlsxParts(rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>")
    let type = "http://x/worksheet"
    parts.parts["xl/workbook.xml"] = """
      <workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="空" r:id="r1"/><sheet name="藏" state="hidden" r:id="r2"/>
      <sheet name="图" r:id="r4"/><sheet name="名单" r:id="r3"/></sheets></workbook>
      """
    parts.parts["xl/_rels/workbook.xml.rels"] = """
      <R><Relationship Id="r1" Type="\(type)" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="\(type)" Target="b.xml"/>
      <Relationship Id="r3" Type="\(type)" Target="../xl/c.xml"/><Relationship Id="r4" Type="http://x/chartsheet" Target="d.xml"/></R>
      """
    parts.parts["xl/b.xml"] = "<w><row><c><v>2</v></c></row></w>"
    parts.parts["xl/c.xml"] = "<w><row><c><v>3</v></c></row></w>"
    let scratch = try Scratch()
    let workbook = try Workbook.open(scratch.write(parts.bytes, as: "a.xlsx"))
    #expect(workbook.sheets.map(\.name) == ["空", "藏", "名单"])
    #expect(try workbook.sheet().name == "名单")
    #expect(try workbook.sheet(named: "藏").isVisible == false)
    #expect(throws: SpreadsheetError.noSheet(named: "无", found: ["空", "藏", "名单"])) {
      try workbook.sheet(named: "无")
    }
  }

  @Test("Reading stops when asked, and progress is told")
  func stopping() throws {
    let rows = (1...2500).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
    let scratch = try Scratch()
    let workbook = try Workbook.open(scratch.write(XlsxParts(rows: rows).bytes, as: "a.xlsx"))
    var told: [Int] = []
    var seen = 0
    try workbook.forEachRow(progress: { told.append($0.rows) }) { _ in
      seen += 1
      return seen == 2200 ? .stop : .next
    }
    #expect(told == [1000, 2000])
    #expect(seen == 2200)
  }
}
