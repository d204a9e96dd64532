/// A file of one of the known formats, once opened.
protocol WorkbookFile: AnyObject {
  var sheets: [Sheet] { get }

  func read(
    _ sheet: Sheet, progress: (ReadingProgress) -> Void, _ body: (Row) -> RowDemand
  ) throws(SpreadsheetError) -> SheetFacts
}

/// A spreadsheet or a text table opened for reading, whatever its file is called.
package final class Workbook {
  /// The formats that are read.
  package enum Format: Equatable, Sendable {
    case xlsx
    case xls
    case text(TextEncoding, separator: Character)
  }

  package let format: Format
  private let file: any WorkbookFile

  private init(_ format: Format, _ file: any WorkbookFile) {
    self.format = format
    self.file = file
  }

  /// Opens a file after a look at its first bytes.
  package static func open(_ path: String, limits: Limits = Limits()) throws(SpreadsheetError) -> Workbook {
    guard try FileBytes.size(of: path) <= limits.fileBytes else {
      throw .tooLarge(.file, limit: limits.fileBytes)
    }
    switch FileKind(try FileBytes.read(path, count: 4096)) {
    case .zip: return Workbook(.xlsx, try XlsxFile(path: path, limits: limits))
    case .compound: return Workbook(.xls, try XlsFile(path: path, limits: limits))
    case .text:
      let file = try DelimitedFile(path: path, limits: limits)
      return Workbook(.text(file.encoding, separator: file.separator), file)
    case .other(let found): throw .notASpreadsheet(found)
    }
  }

  /// The sheets that hold cells, in the order of their tabs.
  package var sheets: [Sheet] { file.sheets }

  /// The sheet with this name, or the first visible one that holds something.
  package func sheet(named name: String? = nil) throws(SpreadsheetError) -> Sheet {
    if let name {
      if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
      throw .noSheet(named: name, found: sheets.map(\.name))
    }
    for sheet in sheets where sheet.isVisible {
      var isEmpty = true
      _ = try file.read(sheet, progress: { _ in }) { _ in
        isEmpty = false
        return .stop
      }
      if !isEmpty { return sheet }
    }
    throw .nothingInside
  }

  /// Hands over every row of a sheet that holds something, in order, and tells what else the sheet has.
  ///
  /// - Parameters:
  ///   - sheet: nil for the first visible one that holds something.
  ///   - progress: called every thousand rows.
  ///   - body: answers whether it wants the next row.
  /// - Returns: counts, hidden columns and rows, merged cells.
  /// - Throws: what is wrong with the file; rows before the fault have been handed over.
  @discardableResult
  package func forEachRow(
    of sheet: Sheet? = nil, progress: (ReadingProgress) -> Void = { _ in }, _ body: (Row) -> RowDemand
  ) throws(SpreadsheetError) -> SheetFacts {
    let chosen: Sheet
    if let sheet { chosen = sheet } else { chosen = try self.sheet() }
    return try file.read(chosen, progress: progress, body)
  }
}
