/// Some rows of pixels (as `Lanes`) in memory of their own, written and read by pointer.
///
/// The camera works through a frame in bands of a few rows, so that they stay in the processor's cache.
@safe struct PixelRows: ~Copyable {
  let width: Int
  let count: Int
  private let base: UnsafeMutablePointer<UInt>

  init(width: Int, count: Int) {
    self.width = width
    self.count = count
    unsafe base = .allocate(capacity: width * count)
    unsafe base.initialize(repeating: 0, count: width * count)
  }

  deinit { unsafe base.deallocate() }

  /// The first pixel of a row; rows repeat after `count`, as in a ring.
  @unsafe func row(_ index: Int) -> UnsafeMutablePointer<UInt> { unsafe base + index % count * width }
}
