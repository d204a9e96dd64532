import CTurboJPEG

/// Writes JPEG files (ITU-T T.81) in colour with 4:2:0 subsampling, through libjpeg-turbo.
@safe struct JPEGEncoder: ~Copyable {
  private let handle: tjhandle

  init() throws(Camera.Failure) {
    guard let handle = unsafe tjInitCompress() else { throw .encoder(message: "no memory") }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe _ = tjDestroy(handle) }

  /// The file of a picture of RGBX words.
  func encode(_ pixels: [UInt32], width: Int, height: Int, quality: Int) throws(Camera.Failure) -> [UInt8] {
    var file: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    let status = unsafe pixels.withUnsafeBytes { bytes in
      unsafe tjCompress2(
        handle, bytes.bindMemory(to: UInt8.self).baseAddress, Int32(width), Int32(width * 4),
        Int32(height), Int32(TJPF_RGBX.rawValue), &file, &size, Int32(TJSAMP_420.rawValue),
        Int32(min(100, max(1, quality))), 0)
    }
    defer { unsafe tjFree(file) }
    guard status == 0, let start = unsafe file else {
      throw .encoder(message: unsafe String(cString: tjGetErrorStr2(handle)))
    }
    return unsafe Array(UnsafeBufferPointer(start: start, count: Int(size)))
  }
}
