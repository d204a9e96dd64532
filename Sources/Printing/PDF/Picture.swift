import CPango
import Glibc

/// A picture to be printed: a PNG, with its transparency, or a JPEG, passed through as it is.
///
/// However often a document shows the picture, its bytes stand in the file once.
@safe package final class Picture {
  let surface: OpaquePointer
  package let width: Int
  package let height: Int

  /// Reads a picture file.
  package convenience init(path: String) throws(PDFError) {
    guard let bytes = FileBytes.read(path, most: Picture.largestFile) else {
      throw .unreadablePicture(path: path)
    }
    try self.init(bytes, name: path)
  }

  /// Reads a picture from its file's bytes; `name` is for the error.
  package init(_ bytes: [UInt8], name: String) throws(PDFError) {
    let made = bytes.starts(with: [0xFF, 0xD8]) ? unsafe Picture.jpeg(bytes) : unsafe Picture.png(bytes)
    guard let surface = unsafe made else { throw .unreadablePicture(path: name) }
    unsafe self.surface = unsafe surface
    width = Int(unsafe cairo_image_surface_get_width(surface))
    height = Int(unsafe cairo_image_surface_get_height(surface))
  }

  deinit { unsafe cairo_surface_destroy(surface) }

  private static let largestFile = 32 << 20
  private static let mostPixels = 50_000_000

  private static func png(_ bytes: [UInt8]) -> OpaquePointer? {
    guard let size = ImageSize(png: bytes), size.pixels <= mostPixels else { return nil }
    var source = bytes[...]
    let surface = unsafe withUnsafeMutablePointer(to: &source) { source in
      unsafe cairo_image_surface_create_from_png_stream(
        { closure, into, count in
          guard let into = unsafe into,
            let source = unsafe closure?.assumingMemoryBound(to: ArraySlice<UInt8>.self),
            unsafe source.pointee.count >= Int(count)
          else { return CAIRO_STATUS_READ_ERROR }
          for index in 0..<Int(count) { unsafe into[index] = unsafe source.pointee.removeFirst() }
          return CAIRO_STATUS_SUCCESS
        }, source)
    }
    return unsafe usable(surface)
  }

  /// An empty surface of the right size that carries the JPEG's own bytes into the PDF.
  private static func jpeg(_ bytes: [UInt8]) -> OpaquePointer? {
    guard let size = ImageSize(jpeg: bytes), size.pixels <= mostPixels else { return nil }
    let surface = unsafe usable(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(size.width), Int32(size.height)))
    guard let surface = unsafe surface, let copy = unsafe malloc(bytes.count) else { return nil }
    unsafe bytes.withUnsafeBytes {
      unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    let status = unsafe cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, copy.assumingMemoryBound(to: UInt8.self), UInt(bytes.count),
      { unsafe free($0) }, copy)
    guard status == CAIRO_STATUS_SUCCESS else {
      unsafe free(copy)
      unsafe cairo_surface_destroy(surface)
      return nil
    }
    return unsafe surface
  }

  private static func usable(_ surface: OpaquePointer?) -> OpaquePointer? {
    guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      unsafe cairo_surface_destroy(surface)
      return nil
    }
    return unsafe surface
  }
}
