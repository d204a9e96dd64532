internal import CZBar

/// A libzbar scanner; it keeps buffers from picture to picture, so one serves many pictures of one thread.
@safe final class ZBarScanner {
  private let scanner: OpaquePointer?

  /// - Parameter onlyQR: look for QR symbols only, which saves a quarter of the time.
  init(onlyQR: Bool) {
    unsafe scanner = zbar_image_scanner_create()
    if onlyQR {
      _ = unsafe zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
      _ = unsafe zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
    }
    // GS1 DataBar, which nobody here prints, writes failed assertions to stderr on pictures of other things.
    _ = unsafe zbar_image_scanner_set_config(scanner, ZBAR_DATABAR, ZBAR_CFG_ENABLE, 0)
    _ = unsafe zbar_image_scanner_set_config(scanner, ZBAR_DATABAR_EXP, ZBAR_CFG_ENABLE, 0)
    _ = unsafe zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, 1)
    _ = unsafe zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, 1)
  }

  deinit { unsafe zbar_image_scanner_destroy(scanner) }

  /// How densely to look: 1 looks at every row and column.
  func setDensity(_ density: Int32) {
    _ = unsafe zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, density)
    _ = unsafe zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, density)
  }

  /// All symbols in a picture.
  func symbols(in image: GrayImage) -> [CodeSymbol] {
    let packed = image.packed
    return unsafe packed.bytes.withUnsafeBufferPointer { buffer in
      guard let frame = unsafe zbar_image_create() else { return [] }
      defer { unsafe zbar_image_destroy(frame) }
      unsafe zbar_image_set_format(frame, ZBarScanner.gray)
      unsafe zbar_image_set_size(frame, UInt32(packed.width), UInt32(packed.height))
      // No clean-up handler: the bytes stay ours.
      unsafe zbar_image_set_data(frame, buffer.baseAddress, UInt(buffer.count), nil)
      guard unsafe zbar_scan_image(scanner, frame) > 0 else { return [] }
      return unsafe collect(frame)
    }
  }

  private func collect(_ frame: OpaquePointer) -> [CodeSymbol] {
    var found: [CodeSymbol] = []
    var next = unsafe zbar_image_first_symbol(frame)
    while let symbol = unsafe next {
      unsafe found.append(read(symbol))
      unsafe next = zbar_symbol_next(symbol)
    }
    return found
  }

  private func read(_ symbol: OpaquePointer) -> CodeSymbol {
    let length = unsafe Int(zbar_symbol_get_data_length(symbol))
    let data = unsafe UnsafeRawPointer(zbar_symbol_get_data(symbol))
    let bytes = unsafe UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : length)
    let corners = unsafe (0..<zbar_symbol_get_loc_size(symbol)).map { index in
      unsafe ImagePoint(
        x: Double(zbar_symbol_get_loc_x(symbol, index)), y: Double(zbar_symbol_get_loc_y(symbol, index)))
    }
    let name = unsafe zbar_get_symbol_name(zbar_symbol_get_type(symbol)).map { unsafe String(cString: $0) }
    return unsafe CodeSymbol(
      symbology: name ?? "?", text: String(decoding: bytes, as: UTF8.self), corners: corners)
  }

  /// The four characters `Y800`: one byte of brightness a pixel.
  private static let gray: UInt = [UInt8]("Y800".utf8).reversed().reduce(0) { $0 << 8 | UInt($1) }
}

extension GrayImage {
  /// The same picture without bytes between its rows.
  var packed: GrayImage {
    guard stride != width else { return self }
    var copy: [UInt8] = []
    copy.reserveCapacity(width * height)
    for y in 0..<height { copy += bytes[y * stride..<y * stride + width] }
    return GrayImage(width: width, height: height, bytes: copy) ?? self
  }
}
