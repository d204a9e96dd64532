import CTurboJPEG

extension Raster {
  /// Reads a JPEG file, such as one of the camera's own; nil when it cannot be decoded.
  package init?(jpeg file: [UInt8], format: Format = .rgb, dotsPerMillimetre: Double = 1) {
    guard let handle = unsafe tjInitDecompress() else { return nil }
    defer { unsafe _ = tjDestroy(handle) }
    var (width, height, subsampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let header = unsafe tjDecompressHeader3(
      handle, file, UInt(file.count), &width, &height, &subsampling, &space)
    guard header == 0, (1...(1 << 15)).contains(width), (1...(1 << 15)).contains(height) else { return nil }
    let layout = format == .gray ? TJPF_GRAY : TJPF_RGB
    var pixels = [UInt8](repeating: 0, count: Int(width) * Int(height) * format.rawValue)
    let status = unsafe tjDecompress2(
      handle, file, UInt(file.count), &pixels, width, 0, height, Int32(layout.rawValue), 0)
    guard status == 0 else { return nil }
    self.init(
      format: format, width: Int(width), height: Int(height), dotsPerMillimetre: dotsPerMillimetre,
      bytes: pixels)
  }
}
