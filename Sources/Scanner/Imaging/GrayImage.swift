/// A picture in 256 shades of gray, row by row from the top.
package struct GrayImage: Sendable, Equatable {
  package let width: Int
  package let height: Int
  /// Bytes from one row to the next, at least `width`.
  package let stride: Int
  package private(set) var bytes: [UInt8]

  /// Makes a picture of given bytes; nil when they do not fill it.
  package init?(width: Int, height: Int, stride: Int? = nil, bytes: [UInt8]) {
    let stride = stride ?? width
    guard width > 0, height > 0, stride >= width, height <= bytes.count / stride else { return nil }
    self.width = width
    self.height = height
    self.stride = stride
    self.bytes = bytes
  }

  /// Makes a picture that is one shade all over.
  package init(width: Int, height: Int, shade: UInt8) {
    self.width = max(width, 1)
    self.height = max(height, 1)
    stride = self.width
    bytes = Array(repeating: shade, count: self.width * self.height)
  }

  /// The pixel nearest to a place.
  package subscript(x: Int, y: Int) -> UInt8 {
    get { bytes[min(max(y, 0), height - 1) * stride + min(max(x, 0), width - 1)] }
    set {
      guard (0..<width).contains(x), (0..<height).contains(y) else { return }
      bytes[y * stride + x] = newValue
    }
  }

  /// Lends the pixels for fast reading.
  func withPixels<Result, Failure: Error>(
    _ body: (PixelView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let (width, height, stride) = (width, height, stride)
    return try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(Failure) -> Result in
      guard let base = buffer.baseAddress else { preconditionFailure("a picture has at least one pixel") }
      return try body(unsafe PixelView(base: base, width: width, height: height, stride: stride))
    }
  }
}

/// The pixels of a picture while it is lent.
///
/// Safe to use because every access clamps its place to the picture; it must not outlive the loan.
@safe struct PixelView {
  let base: UnsafePointer<UInt8>
  let width: Int
  let height: Int
  let stride: Int

  /// The pixel nearest to a place.
  @inline(__always)
  subscript(x: Int, y: Int) -> UInt8 {
    unsafe base[min(max(y, 0), height - 1) * stride + min(max(x, 0), width - 1)]
  }

  /// The brightness at a place between pixels, 0…255; pixel centres lie at whole numbers.
  @inline(__always)
  func sample(_ x: Float, _ y: Float) -> Float {
    let x = min(max(x, 0), Float(width - 1) - 0.001)
    let y = min(max(y, 0), Float(height - 1) - 0.001)
    let column = Int(x)
    let row = Int(y)
    let fx = x - Float(column)
    let fy = y - Float(row)
    let right = column + 1 < width ? 1 : 0
    let below = row + 1 < height ? stride : 0
    let at = unsafe base + (row * stride + column)
    let a = unsafe Float(at[0])
    let b = unsafe Float(at[right])
    let c = unsafe Float(at[below])
    let d = unsafe Float(at[below + right])
    let top = a + (b - a) * fx
    return top + (c + (d - c) * fx - top) * fy
  }

  /// Sixteen pixels of a row from a column on; the caller keeps `x + 16` within the width.
  @inline(__always)
  func sixteen(_ x: Int, _ y: Int) -> SIMD16<UInt8> {
    precondition(x >= 0 && x + 16 <= width && y >= 0 && y < height)
    return unsafe UnsafeRawPointer(base + (y * stride + x)).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// Whether the eight pixels of a row from a column on are all dark, or all bright, as they should be.
  ///
  /// False also where fewer than eight pixels are left.
  @inline(__always)
  func isEven(_ x: Int, _ y: Int, dark: Bool, below limit: UInt8) -> Bool {
    guard x >= 0, x + 8 <= width, y >= 0, y < height else { return false }
    let eight = unsafe UnsafeRawPointer(base + (y * stride + x)).loadUnaligned(as: SIMD8<UInt8>.self)
    return dark ? eight.max() < limit : eight.min() >= limit
  }
}
