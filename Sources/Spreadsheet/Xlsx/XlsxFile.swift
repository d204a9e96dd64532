/// An Office Open XML workbook (.xlsx, .xlsm), transitional or strict.
final class XlsxFile: WorkbookFile {
  private(set) var sheets: [Sheet] = []
  private let archive: ZipArchive
  private let from1904: Bool
  private var parts: [String] = []
  private let stylesPart: String?
  private let stringsPart: String?
  private var loaded: (strings: [String], isDate: [Bool])?

  init(path: String, limits: Limits) throws(SpreadsheetError) {
    archive = try ZipArchive(path: path, limits: limits)
    let main = try XlsxFile.mainPart(of: archive)
    let workbook = XlsxWorkbookPart(limits: limits)
    try XMLReader.read(try archive.part(main), with: workbook)
    let links = try XlsxRelationships.read(of: main, in: archive)
    from1904 = workbook.from1904
    stylesPart = links.target(kind: "styles")
    stringsPart = links.target(kind: "sharedStrings")
    for entry in workbook.entries {
      guard let link = links.link(id: entry.link), link.kind == "worksheet" else { continue }
      sheets.append(Sheet(name: entry.name, isVisible: entry.isVisible, index: parts.count))
      parts.append(link.target)
    }
  }

  func read(
    _ sheet: Sheet, progress: (ReadingProgress) -> Void, _ body: (Row) -> RowDemand
  ) throws(SpreadsheetError) -> SheetFacts {
    let part = try archive.part(parts[sheet.index])
    let book = try book(for: part.name)
    // The visitor lives no longer than this call.
    let facts = withoutActuallyEscaping(body) { body in
      withoutActuallyEscaping(progress) { progress in
        read(part, book, progress, body)
      }
    }
    return try facts.get()
  }

  private func read(
    _ part: ZipPart, _ book: XlsxBook, _ progress: @escaping (ReadingProgress) -> Void,
    _ body: @escaping (Row) -> RowDemand
  ) -> Result<SheetFacts, SpreadsheetError> {
    var rows = 0
    let visitor = XlsxSheetPart(book) { row in
      rows += 1
      if rows.isMultiple(of: 1000) { progress(ReadingProgress(rows: rows, fraction: part.fraction)) }
      return body(row)
    }
    return Result { () throws(SpreadsheetError) in
      try XMLReader.read(part, with: visitor)
      return visitor.facts
    }
  }

  /// Strings and styles are read with the first sheet that is.
  private func book(for part: String) throws(SpreadsheetError) -> XlsxBook {
    if loaded == nil { loaded = (try readStrings(), try readStyles()) }
    let (strings, isDate) = loaded ?? ([], [])
    return XlsxBook(
      limits: archive.limits, strings: strings, isDate: isDate, from1904: from1904, sheetName: part)
  }

  private func readStrings() throws(SpreadsheetError) -> [String] {
    guard let stringsPart, archive.has(stringsPart) else { return [] }
    let visitor = XlsxSharedStrings(limits: archive.limits)
    try XMLReader.read(try archive.part(stringsPart), with: visitor)
    return visitor.strings
  }

  private func readStyles() throws(SpreadsheetError) -> [Bool] {
    guard let stylesPart, archive.has(stylesPart) else { return [] }
    let visitor = XlsxStyles(limits: archive.limits)
    try XMLReader.read(try archive.part(stylesPart), with: visitor)
    return visitor.isDate
  }

  /// The workbook's own part, by the package's links or by its usual name.
  private static func mainPart(of archive: ZipArchive) throws(SpreadsheetError) -> String {
    let main = try XlsxRelationships.read(of: "", in: archive).target(kind: "officeDocument")
    if let main, main.hasSuffix("document.xml") { throw .notASpreadsheet(.wordDocument) }
    if let main, archive.has(main) { return main }
    if archive.has("xl/workbook.xml") { return "xl/workbook.xml" }
    if archive.has("content.xml") { throw .notASpreadsheet(.openDocument) }
    if archive.has("xl/workbook.bin") { throw .notASpreadsheet(.otherOffice) }
    if archive.has("[Content_Types].xml") { throw .missingPart("xl/workbook.xml") }
    throw .notASpreadsheet(.archive)
  }
}
