import CQREncode

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

  /// The symbol as a stencil of one bit a module.
  func stencil() throws(PDFError) -> Stencil {
    let stencil = try Stencil(width: width)
    for row in 0..<width {
      for column in 0..<width where isDark(column, row) { stencil.setDark(column, row) }
    }
    stencil.seal()
    return stencil
  }
}
