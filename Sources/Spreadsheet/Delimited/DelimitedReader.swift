/// Splits a text into rows of cells.
struct DelimitedReader {
  /// The byte to read next.
  private(set) var place = 0
  private let text: [UInt8]
  private let separator: UInt8
  private let limits: Limits
  private var row = 0
  private var field: [UInt8] = []

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ text: [UInt8], separator: UInt8, limits: Limits) {
    self.text = text
    self.separator = separator
    self.limits = limits
    // Excel's own line that names the separator is no row of the table for anyone who looks at it in Excel.
    if text.starts(with: Array("sep=".utf8) + [separator]) {
      place = (text.firstIndex(of: DelimitedReader.lineFeed) ?? text.count - 1) + 1
    }
  }

  /// The next row, empty ones included; nil at the end.
  mutating func next() throws(SpreadsheetError) -> Row? {
    guard place < text.count else { return nil }
    row += 1
    guard row <= limits.rows else { throw .tooLarge(.rows, limit: limits.rows) }
    var cells: [Cell] = []
    var column = 0
    repeat {
      column += 1
      guard column <= limits.columns else { throw .tooLarge(.columns, limit: limits.columns) }
      let value = try cell()
      guard !value.isEmpty else { continue }
      while cells.count < column - 1 { cells.append(.empty) }
      cells.append(.text(value))
    } while takeSeparator()
    takeLineEnd()
    return Row(number: row, cells: cells)
  }

  private mutating func cell() throws(SpreadsheetError) -> String {
    let start = place
    guard place < text.count, text[place] == DelimitedReader.quote else {
      skipPlain()
      return try string(text[start..<place])
    }
    field.removeAll(keepingCapacity: true)
    takeQuoted()
    // What stands between the closing quote and the separator belongs to the cell, as Excel reads it.
    let rest = place
    skipPlain()
    field.append(contentsOf: text[rest..<place])
    return try string(field[...])
  }

  private func string(_ bytes: ArraySlice<UInt8>) throws(SpreadsheetError) -> String {
    guard bytes.count <= limits.cellBytes else { throw .tooLarge(.cellText, limit: limits.cellBytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func skipPlain() {
    while place < text.count {
      let byte = text[place]
      if byte == separator || byte == DelimitedReader.lineFeed || byte == DelimitedReader.carriageReturn {
        return
      }
      place += 1
    }
  }

  /// Takes a quoted text; two quotes inside are one.
  private mutating func takeQuoted() {
    place += 1
    while place < text.count {
      let byte = text[place]
      place += 1
      if byte == DelimitedReader.quote {
        guard place < text.count, text[place] == DelimitedReader.quote else { return }
        place += 1
      }
      field.append(byte)
    }
  }

  private mutating func takeSeparator() -> Bool {
    guard place < text.count, text[place] == separator else { return false }
    place += 1
    return true
  }

  private mutating func takeLineEnd() {
    if place < text.count, text[place] == DelimitedReader.carriageReturn { place += 1 }
    if place < text.count, text[place] == DelimitedReader.lineFeed { place += 1 }
  }
}
