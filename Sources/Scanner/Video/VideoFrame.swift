/// One picture as a camera sent it, copied once out of the driver's memory.
package struct VideoFrame: Sendable {
  package let format: PixelFormat
  package let width: Int
  package let height: Int
  /// Bytes from one row to the next; 0 where they are packed.
  let stride: Int
  let bytes: [UInt8]

  /// Nil when the bytes cannot be a whole picture: too short, or a JPEG without its end.
  init?(format: PixelFormat, width: Int, height: Int, stride: Int, bytes: [UInt8]) {
    self.format = format
    self.width = width
    self.height = height
    switch format {
    case .motionJPEG:
      guard let whole = MotionJPEG.whole(bytes) else { return nil }
      (self.bytes, self.stride) = (whole, 0)
    case .yuyv, .gray:
      let row = max(stride, width * format.bytesPerDot)
      guard width > 0, height > 0, bytes.count >= row * (height - 1) + width * format.bytesPerDot else {
        return nil
      }
      (self.bytes, self.stride) = (bytes, row)
    }
  }

  /// The picture in gray, `reduction` (1, 2, 4 or 8) times smaller.
  ///
  /// - Throws: `ImageError` when the frame is damaged.
  package func gray(reduction: Int = 1) throws(ImageError) -> GrayImage {
    switch format {
    case .motionJPEG:
      let file = try ImageFile(bytes)
      guard file.width == width, file.height == height else {
        throw .unacceptableSize(width: file.width, height: file.height)
      }
      return try file.gray(reduction: reduction)
    case .gray: return try plain(step: 1).reduced(reduction)
    case .yuyv: return try plain(step: 2).reduced(reduction)
    }
  }

  /// The brightness of every dot, which is every `step`th byte.
  private func plain(step: Int) throws(ImageError) -> GrayImage {
    let (width, height, stride) = (width, height, stride)
    let dots = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
      unsafe bytes.withUnsafeBufferPointer { from in
        for y in 0..<height {
          for x in 0..<width { unsafe buffer[y * width + x] = from[y * stride + x * step] }
        }
      }
      count = width * height
    }
    guard let image = GrayImage(width: width, height: height, bytes: dots) else {
      throw .unacceptableSize(width: width, height: height)
    }
    return image
  }

  /// The picture as a JPEG file, to be read and kept: the camera's own where it sends JPEG.
  ///
  /// - Throws: `ImageError` when the frame is damaged.
  package func jpeg() throws(ImageError) -> [UInt8] {
    switch format {
    case .motionJPEG: return bytes
    case .gray: return try JPEGFromRows.gray(plain(step: 1))
    case .yuyv: return try JPEGFromRows.yuyv(bytes, width: width, height: height, stride: stride)
    }
  }
}
