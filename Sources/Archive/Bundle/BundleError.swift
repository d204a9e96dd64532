/// Why a bundle was not sealed; no file of its final name came to be.
package enum BundleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A path that other systems could not keep, or that leads outside.
  case unusablePath(String)
  /// Two files whose paths differ at most in the case of letters.
  case pathTwice(String)
  /// The path is for the program itself to write.
  case reservedPath(String)
  /// A table's name or columns are not usable.
  case unusableTable(String)
  /// A row does not fit its table. `row` counts from 1.
  case unfitRow(table: String, row: Int, RowFault)
  /// A field of `bag-info.txt` has a line break or no label.
  case unusableField(String)
  /// The day is not written `2026-11-22`.
  case unusableDate(String)
  /// The checkpoint is not by the key that seals, or does not cover the lines of the log.
  case checkpointUnfit
  /// A file changed while it was being sealed.
  case changedMeanwhile(path: String)
  /// A file is too large for a tar of this format.
  case tooLarge(path: String)
  /// A sealed bundle of this name with other contents exists; a correction needs a new revision.
  case sealedBefore(name: BundleName, id: Digest?)

  package var description: String {
    switch self {
    case .unusablePath(let path): "“\(path)” cannot be a path in a bundle."
    case .pathTwice(let path): "“\(path)” is in the bundle twice."
    case .reservedPath(let path): "“\(path)” is written by the program itself."
    case .unusableTable(let name): "The table “\(name)” has an unusable name or columns."
    case .unfitRow(let table, let row, let fault): "Row \(row) of table \(table) does not fit: \(fault)."
    case .unusableField(let label): "The field “\(label)” of bag-info.txt has a line break or no label."
    case .unusableDate(let date): "“\(date)” is not a date."
    case .checkpointUnfit: "The checkpoint is not by the sealing key, or does not fit the log."
    case .changedMeanwhile(let path): "\(path) changed while it was being sealed."
    case .tooLarge(let path): "\(path) is too large for a bundle."
    case .sealedBefore(let name, _): "\(name) was sealed before with other contents; make a new revision."
    }
  }
}
