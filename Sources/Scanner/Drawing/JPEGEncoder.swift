internal import CTurboJPEG

extension ColourImage {
  /// The picture as a JPEG file.
  package func jpeg(quality: Int = 80) throws(ImageError) -> [UInt8] {
    let handle = unsafe tjInitCompress()
    defer { if let handle = unsafe handle { unsafe tjDestroy(handle) } }
    var file: UnsafeMutablePointer<UInt8>?
    var length: UInt = 0
    let status = unsafe tjCompress2(
      handle, bytes, Int32(width), 0, Int32(height), Int32(TJPF_RGB.rawValue), &file, &length,
      Int32(TJSAMP_420.rawValue), Int32(min(max(quality, 1), 100)), 0)
    defer { unsafe tjFree(file) }
    guard status == 0, let file = unsafe file else {
      throw .unacceptableSize(width: width, height: height)
    }
    return unsafe Array(UnsafeBufferPointer(start: file, count: Int(length)))
  }
}
