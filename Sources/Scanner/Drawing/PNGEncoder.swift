internal import CPNG

extension ColourImage {
  /// The picture as a PNG file.
  package func png() throws(ImageError) -> [UInt8] {
    var image = unsafe png_image()
    defer { unsafe png_image_free(&image) }
    unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
    unsafe image.width = png_uint_32(width)
    unsafe image.height = png_uint_32(height)
    unsafe image.format = png_uint_32(PNG_FORMAT_RGB)
    // An upper bound is enough: what is not compressed, with a filter byte a row and the chunks' heads.
    var length = bytes.count + bytes.count / 100 + height + 4096
    var file = [UInt8](repeating: 0, count: length)
    guard unsafe png_image_write_to_memory(&image, &file, &length, 0, bytes, png_int_32(width * 3), nil) != 0
    else { throw .unacceptableSize(width: width, height: height) }
    return Array(file.prefix(length))
  }
}
