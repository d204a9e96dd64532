/// A workbook of Excel 97 to 2003 (.xls), which WPS and many registers still write.
final class XlsFile: WorkbookFile {
  let sheets: [Sheet]
  private let stream: LittleEndian
  private let globals: XlsGlobals
  private let limits: Limits

  init(path: String, limits: Limits) throws(SpreadsheetError) {
    let size = try FileBytes.size(of: path)
    guard size <= limits.heldBytes else { throw .tooLarge(.file, limit: limits.heldBytes) }
    stream = LittleEndian(try XlsFile.workbookStream(try FileBytes.read(path, count: size)))
    globals = try XlsGlobals(stream, limits: limits)
    sheets = globals.entries.enumerated().map { Sheet(name: $1.name, isVisible: $1.isVisible, index: $0) }
    self.limits = limits
  }

  func read(
    _ sheet: Sheet, progress: (ReadingProgress) -> Void, _ body: (Row) -> RowDemand
  ) throws(SpreadsheetError) -> SheetFacts {
    var reader = XlsSheetReader(stream, globals)
    let rows = try reader.readRows(at: globals.entries[sheet.index].place)
    var facts = reader.facts
    for row in rows {
      facts.rows += 1
      facts.cells += row.cells.count
      if facts.rows.isMultiple(of: 1000) {
        progress(ReadingProgress(rows: facts.rows, fraction: Double(facts.rows) / Double(rows.count)))
      }
      if body(row) == .stop { break }
    }
    return facts
  }

  /// The one stream with the workbook; other streams tell what else the file is.
  private static func workbookStream(_ bytes: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
    let compound = try CompoundFile(bytes)
    if let stream = try compound.stream("Workbook") { return stream }
    if compound.has("EncryptedPackage") { throw .encrypted }
    if compound.has("Book") { throw .notASpreadsheet(.olderExcel) }
    throw .notASpreadsheet(compound.has("WordDocument") ? .wordDocument : .otherOffice)
  }
}
