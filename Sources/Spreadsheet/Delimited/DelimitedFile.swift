/// A text table: comma, tab or semicolon between the cells, quotes as in RFC 4180.
final class DelimitedFile: WorkbookFile {
  let encoding: TextEncoding
  let separator: Character
  let sheets: [Sheet]
  private let bytes: [UInt8]
  private let limits: Limits

  init(path: String, limits: Limits) throws(SpreadsheetError) {
    let size = try FileBytes.size(of: path)
    guard size <= limits.heldBytes else { throw .tooLarge(.file, limit: limits.heldBytes) }
    let text = try DecodedText(try FileBytes.read(path, count: size))
    encoding = text.encoding
    let byte = Separator.guess(in: text.bytes)
    bytes = text.bytes
    separator = Character(Unicode.Scalar(byte))
    sheets = [Sheet(name: "", isVisible: true, index: 0)]
    self.limits = limits
  }

  func read(
    _ sheet: Sheet, progress: (ReadingProgress) -> Void, _ body: (Row) -> RowDemand
  ) throws(SpreadsheetError) -> SheetFacts {
    var facts = SheetFacts()
    var reader = DelimitedReader(bytes, separator: separator.asciiValue ?? UInt8(ascii: ","), limits: limits)
    while let row = try reader.next() {
      guard !row.cells.isEmpty else { continue }
      facts.rows += 1
      facts.cells += row.cells.count
      guard facts.cells <= limits.cells else { throw .tooLarge(.cells, limit: limits.cells) }
      if facts.rows.isMultiple(of: 1000) {
        progress(ReadingProgress(rows: facts.rows, fraction: Double(reader.place) / Double(bytes.count)))
      }
      if body(row) == .stop { break }
    }
    return facts
  }
}
