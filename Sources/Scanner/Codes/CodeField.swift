internal import Ballot

/// The corner of a sheet where its code should be, straightened.
struct CodeField {
  let pixels: PixelView
  let homography: Homography
  let area: Rect

  /// Millimetres of paper round the symbol and pixels a millimetre of the straightened picture.
  private static let quiet = 3.0
  private static let scale = 6.0
  /// Modules along a side of a version 1 symbol (ISO/IEC 18004).
  private static let modules = 21.0

  /// How much three of the corners look like finder patterns: bright ring minus dark centre, 0…255.
  func finderContrast() -> Float {
    let module = area.w / CodeField.modules
    let far = CodeField.modules - 3.5
    return [(3.5, 3.5), (far, 3.5), (3.5, far)].reduce(Float.infinity) { least, finder in
      min(least, contrast(finder.0, finder.1, module))
    }
  }

  private func contrast(_ column: Double, _ row: Double, _ module: Double) -> Float {
    func mean(_ distance: Double) -> Float {
      let places = [(-1.0, -1.0), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)]
      return places.reduce(Float(0)) { sum, place in
        let point = homography.project(
          area.x + (column + place.0 * distance) * module, area.y + (row + place.1 * distance) * module)
        return sum + pixels.sample(Float(point.x), Float(point.y)) / 8
      }
    }
    return mean(2) - max(mean(0.7), mean(3))
  }

  /// The field as the printer drew it.
  func straightened() -> GrayImage {
    let outer = area.inset(by: -CodeField.quiet)
    let side = Int(outer.w * CodeField.scale)
    var image = GrayImage(width: side, height: side, shade: 255)
    for row in 0..<side {
      let y = outer.y + (Double(row) + 0.5) / CodeField.scale
      for column in 0..<side {
        let point = homography.project(outer.x + (Double(column) + 0.5) / CodeField.scale, y)
        image[column, row] = UInt8(pixels.sample(Float(point.x), Float(point.y)))
      }
    }
    return image
  }
}
