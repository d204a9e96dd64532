import CPango

/// A code symbol for a screen: as lines of text for a terminal, or as a PNG.
package struct QRPicture {
  /// Dark modules, row by row, with the light margin.
  package let rows: [[Bool]]
  /// Light modules around the symbol (ISO/IEC 18004).
  private static let quiet = 4

  /// - Throws: `PDFError.tooLongForCode` when no symbol holds the text.
  package init(_ text: String) throws(PDFError) {
    let symbol = try QRSymbol(text)
    var rows: [[Bool]] = []
    for row in -Self.quiet..<symbol.width + Self.quiet {
      var line: [Bool] = []
      for column in -Self.quiet..<symbol.width + Self.quiet {
        let inside = (0..<symbol.width).contains(row) && (0..<symbol.width).contains(column)
        line.append(inside ? symbol.isDark(column, row) : false)
      }
      rows.append(line)
    }
    self.rows = rows
  }

  /// Two modules a character, light on dark as terminals are.
  package var terminal: [String] {
    stride(from: 0, to: rows.count, by: 2).map { row in
      let below = row + 1 < rows.count ? rows[row + 1] : rows[row].map { _ in false }
      return String(
        zip(rows[row], below).map { upper, lower in
          switch (upper, lower) {
          case (false, false): "█"
          case (false, true): "▀"
          case (true, false): "▄"
          case (true, true): " "
          }
        } as [Character])
    }
  }

  /// Writes a PNG of eight pixels a module.
  package func writePNG(to path: String) throws(PDFError) {
    let (scale, side) = (8.0, Int32(rows.count * 8))
    guard let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side),
      let context = unsafe cairo_create(surface)
    else { throw .drawing("no surface for the code") }
    defer {
      unsafe cairo_destroy(context)
      unsafe cairo_surface_destroy(surface)
    }
    unsafe cairo_set_source_rgb(context, 1, 1, 1)
    unsafe cairo_paint(context)
    unsafe cairo_set_source_rgb(context, 0, 0, 0)
    for (row, line) in rows.enumerated() {
      for (column, dark) in line.enumerated() where dark {
        unsafe cairo_rectangle(context, Double(column) * scale, Double(row) * scale, scale, scale)
      }
    }
    unsafe cairo_fill(context)
    let status = unsafe cairo_surface_write_to_png(surface, path)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cannotWrite(path: path, code: 5) }
  }
}
