internal import CTurboJPEG

/// Writes unpacked frames as JPEG files, without a detour through red, green and blue.
enum JPEGFromRows {
  /// High, because people look at marks in these pictures.
  private static let quality: Int32 = 92

  static func gray(_ image: GrayImage) throws(ImageError) -> [UInt8] {
    try unsafe written(image.width, image.height) { handle, file, length in
      unsafe tjCompress2(
        handle, image.bytes, Int32(image.width), Int32(image.stride), Int32(image.height),
        Int32(TJPF_GRAY.rawValue), file, length, Int32(TJSAMP_GRAY.rawValue), quality, 0)
    }
  }

  /// Brightness, blue, brightness, red: each plane by itself, as the compressor wants them.
  static func yuyv(
    _ bytes: [UInt8], width: Int, height: Int, stride: Int
  ) throws(ImageError) -> [UInt8] {
    let half = (width + 1) / 2
    var planes = [UInt8](repeating: 128, count: width * height + 2 * half * height)
    let (blue, red) = (width * height, width * height + half * height)
    for y in 0..<height {
      for x in 0..<width {
        planes[y * width + x] = bytes[y * stride + 2 * x]
        let colour = bytes[y * stride + 2 * x + 1]
        planes[(x & 1 == 0 ? blue : red) + y * half + x / 2] = colour
      }
    }
    let yuv = planes
    return try unsafe written(width, height) { handle, file, length in
      unsafe tjCompressFromYUV(
        handle, yuv, Int32(width), 1, Int32(height), Int32(TJSAMP_422.rawValue), file, length, quality, 0)
    }
  }

  private static func written(
    _ width: Int, _ height: Int,
    _ compress: (
      tjhandle?, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<UInt>
    ) -> Int32
  ) throws(ImageError) -> [UInt8] {
    let handle = unsafe tjInitCompress()
    defer { if let handle = unsafe handle { unsafe tjDestroy(handle) } }
    var file: UnsafeMutablePointer<UInt8>?
    var length: UInt = 0
    let status = unsafe compress(handle, &file, &length)
    defer { unsafe tjFree(file) }
    guard status == 0, let file = unsafe file else { throw .unacceptableSize(width: width, height: height) }
    return unsafe Array(UnsafeBufferPointer(start: file, count: Int(length)))
  }
}
