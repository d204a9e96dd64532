import Testing

@testable import Spreadsheet

@Suite("Number formats and serial dates")
struct FormatTests {
  @Test(
    "Formats that show a day",
    arguments: [
      "yyyy-mm-dd", "m/d/yy", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy年m月d日;@", "[$-F800]dddd, mmmm dd, yyyy",
      "e\"年\"m\"月\"",
      "yyyy/m/d h:mm", "mmm", "[Red]d",
    ])
  func dates(code: String) {
    #expect(NumberFormat.isDate(code: code))
  }

  @Test(
    "Formats that do not",
    arguments: [
      "General", "G/通用格式", "0.00", "#,##0", "0.00E+00", "h:mm:ss", "mm:ss", "[h]:mm", "@", "\"day\"0", "0_d",
      "0\\y",
      "[Red]0.0", "[红色]0", "0;[Red]\"yyyy\"", "",
    ])
  func others(code: String) {
    #expect(!NumberFormat.isDate(code: code))
  }

  @Test(
    "Built-in formats",
    arguments: [
      (0, false), (14, true), (17, true), (18, false), (21, false), (22, true), (27, true), (36, true),
      (37, false), (45, false), (49, false), (50, true), (58, true), (59, false),
    ])
  func builtIn(id: Int, isDate: Bool) {
    #expect(NumberFormat.isDate(builtIn: id) == isDate)
  }

  @Test(
    "Serial numbers of the 1900 system",
    arguments: [
      (1, (1900, 1, 1)), (59, (1900, 2, 28)), (61, (1900, 3, 1)), (367, (1901, 1, 1)), (36_526, (2000, 1, 1)),
      (36_585, (2000, 2, 29)), (37_029.75, (2001, 5, 18)), (46_525, (2027, 5, 18)),
      (2_958_465, (9999, 12, 31)),
    ] as [(Double, (Int, Int, Int))])
  func since1900(serial: Double, date: (Int, Int, Int)) {
    #expect(SerialDate.cell(serial, from1904: false) == .date(year: date.0, month: date.1, day: date.2))
  }

  @Test(
    "Serial numbers of the 1904 system",
    arguments: [(0, (1904, 1, 1)), (35_567, (2001, 5, 18))] as [(Double, (Int, Int, Int))])
  func since1904(serial: Double, date: (Int, Int, Int)) {
    #expect(SerialDate.cell(serial, from1904: true) == .date(year: date.0, month: date.1, day: date.2))
  }

  @Test("Numbers that are no day", arguments: [-1, 0, 0.5, 60, 2_958_466, 1e300, .infinity, .nan])
  func noDay(serial: Double) {
    #expect(SerialDate.cell(serial, from1904: false) == nil)
  }

  @Test(
    "Ranges of cells",
    arguments: [
      ("A1", 1...1, 1...1), ("B2:D9", 2...4, 2...9), ("XFD1048576", 16_384...16_384, 1_048_576...1_048_576),
    ])
  func ranges(text: String, columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    #expect(CellRange(reference: text) == CellRange(columns: columns, rows: rows))
  }

  @Test("What is no range", arguments: ["", "A", "1", "A0", "B2:A1", "XFE1", "A1:B2:C3", "A1:", "a1", "A-1"])
  func noRange(text: String) {
    #expect(CellRange(reference: text) == nil)
  }
}
