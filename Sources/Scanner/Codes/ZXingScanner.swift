internal import CZXing

/// The ZXing decoder: quick, and the better of the two at turned, small and slanting QR symbols.
enum ZXingScanner {
  /// All symbols in a picture, at most `most`.
  static func symbols(in image: GrayImage, onlyQR: Bool, most: Int) -> [CodeSymbol] {
    unsafe image.bytes.withUnsafeBufferPointer { buffer in
      guard
        let codes = unsafe czxing_read(
          buffer.baseAddress, Int32(image.width), Int32(image.height), Int32(image.stride), onlyQR ? 1 : 0,
          Int32(most))
      else { return [] }
      defer { unsafe czxing_free(codes) }
      return unsafe (0..<czxing_count(codes)).map { unsafe symbol(codes, $0) }
    }
  }

  private static func symbol(_ codes: OpaquePointer, _ index: Int) -> CodeSymbol {
    var length = 0
    let text = unsafe UnsafeRawPointer(czxing_text(codes, index, &length))
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: length)
    let string = unsafe String(decoding: bytes, as: UTF8.self)
    let corners = (0..<4).map { corner in
      ImagePoint(
        x: unsafe Double(czxing_x(codes, index, corner)), y: unsafe Double(czxing_y(codes, index, corner)))
    }
    let name = unsafe czxing_symbology(codes, index).map { unsafe String(cString: $0) } ?? "?"
    return CodeSymbol(
      symbology: names[name] ?? name, text: string, corners: corners)
  }

  /// One kind of code has one name, whoever found it: zbar's.
  private static let names = [
    "QRCode": "QR-Code", "Code39": "CODE-39", "Code93": "CODE-93", "Code128": "CODE-128", "ITF": "I2/5",
    "Codabar": "Codabar", "EAN-8": "EAN-8", "EAN-13": "EAN-13", "UPC-A": "UPC-A", "UPC-E": "UPC-E",
    "PDF417": "PDF417",
  ]
}
