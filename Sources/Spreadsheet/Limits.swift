/// What a file may cost; a file beyond these is refused, whatever it claims to be.
package struct Limits: Equatable, Sendable {
  /// Bytes of the file itself.
  package var fileBytes = 512 << 20
  /// Bytes of a text file or an .xls file, which are held in memory while they are read.
  package var heldBytes = 256 << 20
  /// Bytes of one part of an .xlsx after expansion.
  package var partBytes = 2 << 30
  /// Expanded bytes a compressed byte, looked at from 16 MiB on; real sheets stay below 100.
  package var ratio = 400
  /// Cells of one sheet, empty ones inside a row included.
  package var cells = 60_000_000
  /// Bytes of all shared strings together.
  package var stringBytes = 512 << 20
  /// Number of shared strings.
  package var strings = 20_000_000
  /// Bytes of one cell's text; Excel itself stops at 32,767 characters.
  package var cellBytes = 1 << 20
  /// Columns, rows and sheets; the first two are Excel's own.
  package var columns = 16_384
  package var rows = 1_048_576
  package var sheets = 1000

  package init() {}
}
