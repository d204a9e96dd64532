import Ballot
import CQREncode
import Glibc

/// A QR code symbol (ISO/IEC 18004) at error correction level M.
@safe struct QRSymbol: ~Copyable {
  private let code: UnsafeMutablePointer<QRcode>

  /// Makes the smallest symbol that holds the text.
  init(_ text: String) throws(PDFError) {
    guard let code = unsafe QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
      throw .tooLongForCode(bytes: text.utf8.count)
    }
    unsafe self.code = unsafe code
  }

  deinit { unsafe QRcode_free(code) }

  /// Modules on a side, without quiet zone.
  var width: Int { Int(unsafe code.pointee.width) }

  func isDark(_ column: Int, _ row: Int) -> Bool {
    unsafe code.pointee.data[row * width + column] & 1 == 1
  }

  /// The dark modules as rectangles in module units, runs merged along each row.
  func runs() -> [Rect] {
    var runs: [Rect] = []
    for row in 0..<width {
      var column = 0
      while column < width {
        let start = column
        while column < width, isDark(column, row) { column += 1 }
        if column > start {
          runs.append(Rect(x: Double(start), y: Double(row), w: Double(column - start), h: 1))
        }
        column += 1
      }
    }
    return runs
  }
}
