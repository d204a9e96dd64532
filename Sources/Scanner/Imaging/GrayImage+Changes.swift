/// A rectangle of pixels.
struct PixelWindow: Equatable, Sendable {
  let origin: (x: Int, y: Int)
  let width: Int
  let height: Int

  static func == (a: PixelWindow, b: PixelWindow) -> Bool {
    a.origin == b.origin && a.width == b.width && a.height == b.height
  }
}

extension GrayImage {
  /// The picture at half its size, every four pixels averaged.
  func halved() -> GrayImage {
    guard width >= 2, height >= 2 else { return self }
    let (columns, rows) = (width / 2, height / 2)
    let halves = withPixels { pixels in
      unsafe [UInt8](unsafeUninitializedCapacity: columns * rows) { buffer, count in
        for row in 0..<rows {
          let top = unsafe pixels.base + row * 2 * pixels.stride
          let below = unsafe top + pixels.stride
          let to = unsafe buffer.baseAddress.unsafelyUnwrapped + row * columns
          for block in 0..<columns / 16 {
            let mean = unsafe GrayImage.mean(
              UnsafeRawPointer(top + block * 32).loadUnaligned(as: SIMD32<UInt8>.self),
              UnsafeRawPointer(below + block * 32).loadUnaligned(as: SIMD32<UInt8>.self))
            unsafe UnsafeMutableRawPointer(to + block * 16).storeBytes(of: mean, as: SIMD16<UInt8>.self)
          }
          for column in columns / 16 * 16..<columns {
            let upper = unsafe UInt16(top[2 * column]) + UInt16(top[2 * column + 1])
            let lower = unsafe UInt16(below[2 * column]) + UInt16(below[2 * column + 1])
            unsafe to[column] = UInt8(truncatingIfNeeded: (upper + lower + 2) >> 2)
          }
        }
        count = columns * rows
      }
    }
    return GrayImage(width: columns, height: rows, bytes: halves) ?? self
  }

  /// The mean of every square of four pixels of two rows, sixteen squares at once.
  @inline(__always)
  private static func mean(_ top: SIMD32<UInt8>, _ below: SIMD32<UInt8>) -> SIMD16<UInt8> {
    // Two bytes of a row as one number: the sum of its halves is the sum of the pair.
    let upper = unsafe unsafeBitCast(top, to: SIMD16<UInt16>.self)
    let lower = unsafe unsafeBitCast(below, to: SIMD16<UInt16>.self)
    let sum = (upper & 0xFF) &+ (upper &>> 8) &+ (lower & 0xFF) &+ (lower &>> 8) &+ 2
    return SIMD16<UInt8>(truncatingIfNeeded: sum &>> 2)
  }

  /// The picture at twice its size.
  func doubled() -> GrayImage {
    var large = GrayImage(width: width * 2, height: height * 2, shade: 0)
    withPixels { pixels in
      for row in 0..<large.height {
        for column in 0..<large.width {
          large[column, row] = UInt8(pixels.sample(Float(column) / 2 - 0.25, Float(row) / 2 - 0.25))
        }
      }
    }
    return large
  }

  func cropped(_ window: PixelWindow) -> GrayImage {
    var part = GrayImage(width: window.width, height: window.height, shade: 255)
    for row in 0..<part.height {
      for column in 0..<part.width {
        part[column, row] = self[window.origin.x + column, window.origin.y + row]
      }
    }
    return part
  }

  /// The picture with the brightness of every neighbourhood stretched to the full range.
  func evenlyLit() -> GrayImage {
    withPixels { pixels in
      let range = LocalRange(pixels)
      var even = GrayImage(width: width, height: height, shade: 255)
      for row in 0..<height {
        for column in 0..<width {
          let (low, high) = range.at(column, row)
          let value = (Int(self[column, row]) - Int(low)) * 255 / max(Int(high) - Int(low), 24)
          even[column, row] = UInt8(min(max(value, 0), 255))
        }
      }
      return even
    }
  }

  /// The part of the picture that changes most between neighbouring pixels, where a code would be.
  func busiestWindow() -> PixelWindow? {
    let cell = 32
    let (columns, rows) = (width / cell, height / cell)
    guard columns >= 3, rows >= 3 else { return nil }
    let business = (0..<columns * rows).map { changes($0 % columns * cell, $0 / columns * cell, cell) }
    guard let most = business.indices.max(by: { business[$0] < business[$1] }), business[most] > 12 else {
      return nil
    }
    // Grow from the busiest cell over its neighbours that are at least a third as busy.
    let (x, y) = (most % columns, most / columns)
    let reach = (1...5).last { reach in
      ring(x, y, reach, columns, rows).contains { business[$0] * 3 >= business[most] }
    }
    let side = (reach ?? 1) + 1
    let (left, top) = (max(x - side, 0) * cell, max(y - side, 0) * cell)
    return PixelWindow(
      origin: (left, top), width: min((x + side + 1) * cell, width) - left,
      height: min((y + side + 1) * cell, height) - top)
  }

  /// The cells at a distance from one.
  private func ring(_ x: Int, _ y: Int, _ reach: Int, _ columns: Int, _ rows: Int) -> [Int] {
    (max(y - reach, 0)...min(y + reach, rows - 1)).flatMap { row in
      (max(x - reach, 0)...min(x + reach, columns - 1))
        .filter { max(abs($0 - x), abs(row - y)) == reach }.map { row * columns + $0 }
    }
  }

  /// Mean difference of neighbours in a square, every second pixel.
  private func changes(_ left: Int, _ top: Int, _ side: Int) -> Int {
    var sum = 0
    for y in Swift.stride(from: top, to: top + side, by: 2) {
      for x in Swift.stride(from: left, to: left + side - 3, by: 2) {
        sum += abs(Int(self[x, y]) - Int(self[x + 3, y]))
      }
    }
    return sum / (side * side / 4)
  }
}
