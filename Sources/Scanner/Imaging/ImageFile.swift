/// A picture as it lies in a file, not decoded yet.
///
/// JPEG can be decoded at an eighth, a quarter or half of its size for less work, which averages the pixels as a
/// good reduction would; the reader asks for no more pixels than it needs.
package struct ImageFile: Sendable {
  package let bytes: [UInt8]
  package let format: ImageFormat
  package let width: Int
  package let height: Int

  /// Looks at the head of a file.
  ///
  /// - Throws: `ImageError` when it is no picture or not an acceptable one.
  package init(_ bytes: [UInt8]) throws(ImageError) {
    guard let format = ImageFormat(of: bytes) else { throw .unknownFormat }
    self.bytes = bytes
    self.format = format
    (width, height) =
      switch format {
      case .jpeg: try JPEGDecoder().size(of: bytes)
      case .png: try PNGPicture.size(of: bytes)
      case .pgm: try PGMHeader(bytes).size
      }
    try ImageLimits.check(width: width, height: height)
  }

  package var pixels: Int { width * height }

  /// The picture in gray, `reduction` (1, 2, 4 or 8) times smaller than it is.
  package func gray(reduction: Int = 1) throws(ImageError) -> GrayImage {
    switch format {
    case .jpeg: return try JPEGDecoder().gray(bytes, width: width, height: height, reduction: reduction)
    case .png: return try PNGPicture.gray(bytes).reduced(reduction)
    case .pgm: return try PGMHeader(bytes).gray(bytes).reduced(reduction)
    }
  }
}

extension GrayImage {
  /// Decodes a JPEG, PNG or PGM file.
  ///
  /// - Throws: `ImageError` when it is no picture or not an acceptable one.
  package init(decoding bytes: [UInt8]) throws(ImageError) {
    self = try ImageFile(bytes).gray()
  }

  /// The picture made smaller by averaging squares of `factor` pixels.
  package func reduced(_ factor: Int) -> GrayImage {
    guard factor > 1, width >= factor, height >= factor else { return self }
    var small = GrayImage(width: width / factor, height: height / factor, shade: 0)
    for y in 0..<small.height {
      for x in 0..<small.width {
        small[x, y] = average(x * factor, y * factor, factor)
      }
    }
    return small
  }

  private func average(_ x: Int, _ y: Int, _ size: Int) -> UInt8 {
    var sum = 0
    for row in y..<y + size {
      for column in x..<x + size { sum += Int(self[column, row]) }
    }
    return UInt8(sum / (size * size))
  }
}
