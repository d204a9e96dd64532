internal import CPNG

/// PNG pictures by libpng's simplified reader, which checks every length and checksum itself.
enum PNGPicture {
  static func size(of png: [UInt8]) throws(ImageError) -> (width: Int, height: Int) {
    var image = unsafe png_image()
    defer { unsafe png_image_free(&image) }
    try unsafe begin(&image, png)
    return unsafe (Int(image.width), Int(image.height))
  }

  static func gray(_ png: [UInt8]) throws(ImageError) -> GrayImage {
    var image = unsafe png_image()
    defer { unsafe png_image_free(&image) }
    try unsafe begin(&image, png)
    let (width, height) = unsafe (Int(image.width), Int(image.height))
    try ImageLimits.check(width: width, height: height)
    unsafe image.format = png_uint_32(PNG_FORMAT_GRAY)
    var bytes = [UInt8](repeating: 0, count: width * height)
    // What is transparent is shown on white, as paper is.
    var background = png_color(red: 255, green: 255, blue: 255)
    guard unsafe png_image_finish_read(&image, &background, &bytes, png_int_32(width), nil) != 0,
      let picture = GrayImage(width: width, height: height, bytes: bytes)
    else { throw unsafe failure(image) }
    return picture
  }

  private static func begin(_ image: inout png_image, _ png: [UInt8]) throws(ImageError) {
    unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
    guard unsafe png_image_begin_read_from_memory(&image, png, png.count) != 0 else {
      throw unsafe failure(image)
    }
  }

  private static func failure(_ image: png_image) -> ImageError {
    let text = unsafe withUnsafeBytes(of: image.message) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return .malformed(.png, detail: text)
  }
}
