import CXlsxWriter

/// Writes a table of text as .xlsx, with a title over all columns, a bold header and every cell as text.
///
/// The file is for other people's spreadsheet programs: rolls of demonstrations, forms that go out and come back.
package struct TableWriter {
  /// Why a table was not written.
  package enum Failure: Error, Equatable, Sendable {
    case notWritten(path: String, code: UInt32)
  }

  package var title: String?
  package var header: [String]
  package var rows: [[String]]
  /// Column widths in characters; 12 where none is given.
  package var widths: [Double]

  package init(title: String? = nil, header: [String], rows: [[String]], widths: [Double] = []) {
    self.title = title
    self.header = header
    self.rows = rows
    self.widths = widths
  }

  /// Writes the file; an existing one is replaced.
  package func write(to path: String) throws(Failure) {
    guard let book = unsafe workbook_new(path), let sheet = unsafe workbook_add_worksheet(book, nil) else {
      throw .notWritten(path: path, code: 0)
    }
    let bold = unsafe workbook_add_format(book)
    unsafe format_set_bold(bold)
    let text = unsafe workbook_add_format(book)
    unsafe format_set_num_format_index(text, 49)
    for column in header.indices {
      let width = widths.indices.contains(column) ? widths[column] : 12
      _ = unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
    }
    unsafe fill(sheet, bold, text)
    let code = unsafe workbook_close(book).rawValue
    guard code == 0 else { throw .notWritten(path: path, code: code) }
  }

  private func fill(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ bold: UnsafeMutablePointer<lxw_format>?,
    _ text: UnsafeMutablePointer<lxw_format>?
  ) {
    var row: UInt32 = 0
    if let title {
      let last = UInt16(max(1, header.count - 1))
      _ = unsafe worksheet_merge_range(sheet, 0, 0, 0, last, title, bold)
      row = 1
    }
    for (column, word) in header.enumerated() {
      _ = unsafe worksheet_write_string(sheet, row, UInt16(column), word, bold)
    }
    for cells in rows {
      row += 1
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        _ = unsafe worksheet_write_string(sheet, row, UInt16(column), cell, text)
      }
    }
  }
}
