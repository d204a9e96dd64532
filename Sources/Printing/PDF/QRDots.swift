/// A QR code as dots for a screen, with the quiet zone of four modules around it (ISO/IEC 18004).
package enum QRDots {
  /// The dots row by row, dark ones true; nil when the text is too long for any symbol.
  package static func dots(_ text: String) -> (width: Int, dots: [Bool])? {
    guard let symbol = try? QRSymbol(text) else { return nil }
    let width = symbol.width + 2 * quiet
    var dots = [Bool](repeating: false, count: width * width)
    for row in 0..<symbol.width {
      for column in 0..<symbol.width where symbol.isDark(column, row) {
        dots[(row + quiet) * width + column + quiet] = true
      }
    }
    return (width, dots)
  }

  private static let quiet = 4
}
