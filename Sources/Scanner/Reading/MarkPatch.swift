internal import Ballot

/// A mark box cut out of a picture, straightened and normalised: what the classifier sees.
///
/// 40 × 32 cells of ink, 0 (paper) to 1 (as black as print). The printed box always fills cells 5…34 across and
/// 4…27 down, whatever its size on paper; the rest is margin, for marks leave their boxes.
enum MarkPatch {
  static let width = 40
  static let height = 32
  static let count = width * height
  static let margin = (x: 5, y: 4)
  static let box = (w: 30, h: 24)

  /// Samples a box into `ink` from `offset` on.
  static func sample(
    _ pixels: PixelView, _ frame: LocalFrame, _ fit: BoxFit, blackShare: Float, into ink: inout [Float],
    at offset: Int
  ) {
    let (stepU, stepV) = fit.step
    var histogram = SIMD64<UInt16>(repeating: 0)
    let isFine = max(stepU, stepV) * frame.scale > 2.2
    var cell = offset
    for row in 0..<height {
      let v = fit.v(Float(row) + 0.5)
      for column in 0..<width {
        let u = fit.u(Float(column) + 0.5)
        let value = isFine ? mean(pixels, frame, u, v, stepU, stepV) : single(pixels, frame, u, v)
        ink[cell] = value
        histogram[Int(value) >> 2] += 1
        cell += 1
      }
    }
    normalise(&ink, offset, white: white(histogram), blackShare: blackShare)
  }

  @inline(__always)
  private static func single(_ pixels: PixelView, _ frame: LocalFrame, _ u: Float, _ v: Float) -> Float {
    let pixel = frame.pixel(u, v)
    return pixels.sample(pixel.x, pixel.y)
  }

  /// The mean of four places in a cell, for cells much larger than a pixel.
  private static func mean(
    _ pixels: PixelView, _ frame: LocalFrame, _ u: Float, _ v: Float, _ stepU: Float, _ stepV: Float
  ) -> Float {
    let (du, dv) = (stepU / 4, stepV / 4)
    return
      (single(pixels, frame, u - du, v - dv) + single(pixels, frame, u + du, v - dv)
      + single(pixels, frame, u - du, v + dv) + single(pixels, frame, u + du, v + dv)) / 4
  }

  /// The brightness of paper: what a fifth of the cells exceed, since even a filled box leaves its margin.
  private static func white(_ histogram: SIMD64<UInt16>) -> Float {
    var left = UInt16(count / 5)
    for bin in stride(from: 63, through: 0, by: -1) {
      if histogram[bin] >= left { return Float(bin * 4) + 4 - 4 * Float(left) / Float(histogram[bin]) }
      left -= histogram[bin]
    }
    return 1
  }

  private static func normalise(_ ink: inout [Float], _ offset: Int, white: Float, blackShare: Float) {
    let scale = 1 / max(white * (1 - blackShare), 4)
    for cell in offset..<offset + count {
      ink[cell] = min(max((white - ink[cell]) * scale, 0), 1)
    }
  }
}

extension BoxFit {
  /// The size of a cell of the patch, millimetres.
  var step: (u: Float, v: Float) {
    ((right - left) / Float(MarkPatch.box.w), (bottom - top) / Float(MarkPatch.box.h))
  }

  /// Where a column of cells begins.
  @inline(__always)
  func u(_ column: Float) -> Float { left + (column - Float(MarkPatch.margin.x)) * step.u }

  /// Where a row of cells begins.
  @inline(__always)
  func v(_ row: Float) -> Float { top + (row - Float(MarkPatch.margin.y)) * step.v }
}
