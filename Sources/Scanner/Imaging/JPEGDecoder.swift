internal import CTurboJPEG

/// A libjpeg-turbo decompressor.
@safe final class JPEGDecoder {
  private let handle: tjhandle?

  init() { unsafe handle = tjInitDecompress() }

  deinit {
    if let handle = unsafe handle { unsafe tjDestroy(handle) }
  }

  /// What a JPEG's head says it measures.
  func size(of jpeg: [UInt8]) throws(ImageError) -> (width: Int, height: Int) {
    var (width, height, subsampling, colorspace): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let status = unsafe tjDecompressHeader3(
      handle, jpeg, UInt(jpeg.count), &width, &height, &subsampling, &colorspace)
    guard status == 0 else { throw failure }
    return (Int(width), Int(height))
  }

  /// Decodes the brightness only, which needs no colour conversion.
  func gray(_ jpeg: [UInt8], width: Int, height: Int, reduction: Int) throws(ImageError) -> GrayImage {
    let scaledWidth = (width + reduction - 1) / reduction
    let scaledHeight = (height + reduction - 1) / reduction
    let count = scaledWidth * scaledHeight
    var status: Int32 = -1
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      status = unsafe tjDecompress2(
        handle, jpeg, UInt(jpeg.count), buffer.baseAddress, Int32(scaledWidth), 0, Int32(scaledHeight),
        Int32(TJPF_GRAY.rawValue), JPEGDecoder.flags)
      // A damaged file may leave pixels unwritten.
      if status != 0 { unsafe buffer.initialize(repeating: 0) }
      filled = count
    }
    guard status == 0, let image = GrayImage(width: scaledWidth, height: scaledHeight, bytes: bytes) else {
      throw failure
    }
    return image
  }

  /// Decodes red, green and blue at a number of eighths of the size.
  func colour(_ jpeg: [UInt8], width: Int, height: Int, eighths: Int) throws(ImageError) -> ColourImage {
    let scaled = (width: (width * eighths + 7) / 8, height: (height * eighths + 7) / 8)
    var image = ColourImage(width: scaled.width, height: scaled.height)
    let status = unsafe image.bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe tjDecompress2(
        handle, jpeg, UInt(jpeg.count), buffer.baseAddress, Int32(scaled.width), 0, Int32(scaled.height),
        Int32(TJPF_RGB.rawValue), JPEGDecoder.flags)
    }
    guard status == 0 else { throw failure }
    return image
  }

  /// Refuse warnings (a truncated file is not a picture of a whole ballot) and scan bombs.
  private static let flags = TJFLAG_FASTDCT | TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS

  private var failure: ImageError {
    let text = unsafe tjGetErrorStr2(handle).map { unsafe String(cString: $0) } ?? "no decoder"
    return .malformed(.jpeg, detail: text)
  }
}
