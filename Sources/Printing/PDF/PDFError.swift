/// Why a PDF could not be made.
package enum PDFError: Error, Equatable, Sendable {
  /// The disk has no room left for the file.
  case diskFull(path: String)
  /// The file cannot be made or written; `code` is the errno.
  case cannotWrite(path: String, code: Int32)
  /// A picture is neither a PNG nor a JPEG that can be read.
  case unreadablePicture(path: String)
  /// A text does not go into a code symbol.
  case tooLongForCode(bytes: Int)
  /// The drawing library reports a fault of its own.
  case drawing(String)
}

extension PDFError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .diskFull(let path): "The disk is full; \(path) was not written."
    case .cannotWrite(let path, let code): "\(path) cannot be written (errno \(code))."
    case .unreadablePicture(let path): "\(path) is not a readable PNG or JPEG picture."
    case .tooLongForCode(let bytes): "A text of \(bytes) bytes does not fit into a code symbol."
    case .drawing(let status): "The page could not be drawn: \(status)."
    }
  }
}
