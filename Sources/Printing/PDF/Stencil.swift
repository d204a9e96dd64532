import CPango

/// A square picture of one bit a pixel through which ink falls.
@safe final class Stencil {
  let surface: OpaquePointer
  let width: Int
  private let stride: Int

  init(width: Int) throws(PDFError) {
    let made = unsafe cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(width), Int32(width))
    guard let surface = unsafe made, unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      unsafe cairo_surface_destroy(made)
      throw .drawing("no memory")
    }
    unsafe self.surface = unsafe surface
    self.width = width
    stride = Int(unsafe cairo_image_surface_get_stride(surface))
  }

  deinit { unsafe cairo_surface_destroy(surface) }

  /// Lets ink through at a pixel.
  ///
  /// cairo counts the bits of a word from the least significant one on machines that store that byte first.
  func setDark(_ column: Int, _ row: Int) {
    let byte = row * stride + column / 8
    #if _endian(little)
      let bit = UInt8(1) << UInt8(column % 8)
    #else
      let bit = UInt8(128) >> UInt8(column % 8)
    #endif
    unsafe cairo_image_surface_get_data(surface)[byte] |= bit
  }

  /// Tells cairo that the pixels are final.
  func seal() { unsafe cairo_surface_mark_dirty(surface) }
}
