import Testing

@testable import Spreadsheet

@Suite("Text tables")
struct DelimitedTests {
  private static let table = [["姓名", "住址"], ["张三", "东街, \"一\"号\n后院"]]

  @Test("Separators, quotes and line ends", arguments: [",", "\t", ";"], ["\n", "\r\n", "\r"])
  func shapes(separator: String, end: String) throws {
    let text = ["姓名\(separator)住址", "张三\(separator)\"东街, \"\"一\"\"号\n后院\"", ""].joined(separator: end)
    #expect(try texts(Array(text.utf8)) == Self.table)
  }

  @Test("UTF-8 with and without a mark, and UTF-16 of both orders")
  func unicode() throws {
    let text = "姓名,字\n张三,𬭎\n"
    let units = Array(text.utf16)
    let little: [UInt8] =
      [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] =
      [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big] {
      #expect(try texts(bytes) == [["姓名", "字"], ["张三", "𬭎"]])
    }
  }

  /// 姓名,性别 / 张三,男 / 䶮,㐂 in GB18030, the last two of four bytes and two.
  @Test("GB18030, four-byte characters too")
  func gb18030() throws {
    let first: [UInt8] = [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xD0, 0xD4, 0xB1, 0xF0, 0x0A]
    let second: [UInt8] = [0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0xC4, 0xD0, 0x0A]
    let extensionB: [UInt8] = [0x95, 0x32, 0x82, 0x36, 0x2C, 0xC4, 0xD0, 0x0A]
    let scratch = try Scratch()
    let path = try scratch.write(first + second + extensionB, as: "名单.csv")
    #expect(try Workbook.open(path).format == .text(.gb18030, separator: ","))
    #expect(try texts(first + second + extensionB) == [["姓名", "性别"], ["张三", "男"], ["\u{20000}", "男"]])
  }

  @Test("A long GB18030 file is converted whole, over the blocks of the converter")
  func longGB18030() throws {
    let line: [UInt8] = [0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0xC4, 0xD0, 0x0A]
    let rows = try texts((0..<60_000).flatMap { _ in line })
    #expect(rows.count == 60_000)
    #expect(rows.allSatisfy { $0 == ["张三", "男"] })
  }

  @Test("Rows keep the numbers that Excel shows; empty ones are left out")
  func numbers() throws {
    let scratch = try Scratch()
    let rows = try scratch.rows(of: Array("甲\n\n\"乙\n乙\"\n,,\n丙,,".utf8))
    #expect(rows.map(\.number) == [1, 3, 5])
    #expect(rows.map(\.cells.count) == [1, 1, 1])
  }

  @Test(
    "Texts that are refused",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x41, 0xFF], SpreadsheetError.undecodable(encoding: .utf8, byte: 4)),
      ([0x41, 0x0A, 0xFF, 0xFF], .undecodable(encoding: .gb18030, byte: 2)),
      ([0xD5, 0xC5, 0x0A, 0xD5], .undecodable(encoding: .gb18030, byte: 3)),
      ([0xFF, 0xFE, 0x41], .undecodable(encoding: .utf16LittleEndian, byte: 2)),
      ([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], .undecodable(encoding: .utf16LittleEndian, byte: 0)),
      ([0x41, 0x00, 0x42], .notASpreadsheet(.binary)),
      ([], .notASpreadsheet(.nothing)),
      ([0x0A, 0x0A], .nothingInside),
    ] as [([UInt8], SpreadsheetError)])
  func refused(bytes: [UInt8], error: SpreadsheetError) throws {
    let scratch = try Scratch()
    #expect(throws: error) { try scratch.rows(of: bytes) }
  }

  @Test("Excel's own line for the separator is obeyed and left out")
  func separatorLine() throws {
    #expect(try texts(Array("sep=;\r\n甲;乙,丙\r\n".utf8)) == [["甲", "乙,丙"]])
  }

  @Test("An open quote takes the rest, and nothing hangs")
  func openQuote() throws {
    #expect(try texts(Array("甲,\"乙\n丙".utf8)) == [["甲", "乙\n丙"]])
  }

  @Test("Limits of columns and of a cell's text hold")
  func limits() throws {
    let scratch = try Scratch()
    var limits = Limits()
    limits.columns = 3
    limits.cellBytes = 10
    #expect(throws: SpreadsheetError.tooLarge(.columns, limit: 3)) {
      try scratch.rows(of: Array("a,b,c,d".utf8), limits: limits)
    }
    #expect(throws: SpreadsheetError.tooLarge(.cellText, limit: 10)) {
      try scratch.rows(of: Array("\"aaaaaaaaaaa\"".utf8), limits: limits)
    }
  }

  private func texts(_ bytes: [UInt8]) throws -> [[String]] {
    let scratch = try Scratch()
    return try scratch.rows(of: bytes).map { row in
      row.cells.map { if case .text(let text) = $0 { text } else { "" } }
    }
  }
}
