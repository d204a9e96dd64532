internal import Ballot

/// The corner of a sheet where its code should be: a version 1 QR symbol (ISO/IEC 18004) of 21 × 21 modules.
struct CodeField {
  let pixels: PixelView
  let homography: Homography
  let area: Rect

  private static let modules = 21
  /// Millimetres that a finder pattern may lie off its expected place.
  private static let reach = 2.0
  /// Pixels a module and modules of quiet zone in the picture for the decoder.
  private static let zoom = 4
  private static let quiet = 4

  /// The three finder patterns where they were found, in millimetres on the page.
  struct Finders {
    let topLeft: Finder
    let topRight: Finder
    let bottomLeft: Finder

    /// Bright ring minus dark parts of the least distinct finder.
    var contrast: Float { min(topLeft.contrast, topRight.contrast, bottomLeft.contrast) }
    var dark: Float { (topLeft.dark + topRight.dark + bottomLeft.dark) / 3 }
  }

  struct Finder {
    var centre: Point
    var contrast: Float
    var dark: Float
  }

  private var module: Double { area.w / Double(CodeField.modules) }

  func finders() -> Finders {
    let near = 3.5 * module
    let far = (Double(CodeField.modules) - 3.5) * module
    return Finders(
      topLeft: finder(Point(x: area.x + near, y: area.y + near)),
      topRight: finder(Point(x: area.x + far, y: area.y + near)),
      bottomLeft: finder(Point(x: area.x + near, y: area.y + far)))
  }

  /// The place near an expected one that looks most like a finder pattern, from coarse to fine.
  private func finder(_ expected: Point) -> Finder {
    var best = look(expected)
    for step in [0.5, 0.25, 0.12] {
      let middle = best.centre
      let count = step == 0.5 ? Int(CodeField.reach / step) : 1
      for row in -count...count {
        for column in -count...count {
          let found = look(Point(x: middle.x + Double(column) * step, y: middle.y + Double(row) * step))
          if found.contrast > best.contrast { best = found }
        }
      }
    }
    return best
  }

  /// Compares the rings of modules round a place: dark, dark, bright, dark, bright from the inside.
  private func look(_ centre: Point) -> Finder {
    let frame = LocalFrame(homography, at: centre)
    func ring(_ distance: Double) -> Float {
      let d = Float(distance * module)
      return CodeField.ringPlaces.reduce(Float(0)) { sum, place in
        let pixel = frame.pixel(place.x * d, place.y * d)
        return sum + pixels.sample(pixel.x, pixel.y)
      } / Float(CodeField.ringPlaces.count)
    }
    let (inner, bright, outer, beyond) = (ring(0.8), ring(2), ring(3), ring(4))
    let dark = (inner + outer) / 2
    return Finder(centre: centre, contrast: bright / 2 + beyond / 2 - dark, dark: dark)
  }

  /// Twelve places on the edge of a square from -1 to 1.
  private static let ringPlaces: [SIMD2<Float>] = [
    [-1, -1], [-0.33, -1], [0.33, -1], [1, -1], [1, -0.33], [1, 0.33], [1, 1], [0.33, 1], [-0.33, 1],
    [-1, 1], [-1, 0.33], [-1, -0.33],
  ]

  /// The symbol drawn anew: each module black or white as it is found in the picture.
  ///
  /// The decoder thus gets a picture without blur, noise or slant, and its error correction does the rest.
  func redrawn(_ finders: Finders) -> GrayImage {
    let count = CodeField.modules
    let brightness = (0..<count * count).map { mean($0 % count, $0 / count, finders) }
    let limit = finders.dark + finders.contrast / 2
    let side = (count + 2 * CodeField.quiet) * CodeField.zoom
    var image = GrayImage(width: side, height: side, shade: 255)
    for index in brightness.indices where sharpened(brightness, index) < limit {
      let left = (index % count + CodeField.quiet) * CodeField.zoom
      let top = (index / count + CodeField.quiet) * CodeField.zoom
      for y in top..<top + CodeField.zoom {
        for x in left..<left + CodeField.zoom { image[x, y] = 0 }
      }
    }
    return image
  }

  /// Mean brightness in the middle of a module, the finders fixing the grid.
  private func mean(_ column: Int, _ row: Int, _ finders: Finders) -> Float {
    let span = Double(CodeField.modules - 7)
    let (o, r, d) = (finders.topLeft.centre, finders.topRight.centre, finders.bottomLeft.centre)
    var sum: Float = 0
    for sample in 0..<9 {
      let u = (Double(column) + 0.5 + Double(sample % 3 - 1) * 0.22 - 3.5) / span
      let v = (Double(row) + 0.5 + Double(sample / 3 - 1) * 0.22 - 3.5) / span
      let x = o.x + (r.x - o.x) * u + (d.x - o.x) * v
      let y = o.y + (r.y - o.y) * u + (d.y - o.y) * v
      let pixel = homography.project(x, y)
      sum += pixels.sample(Float(pixel.x), Float(pixel.y))
    }
    return sum / 9
  }

  /// A module's brightness with some of what its neighbours blurred into it taken out.
  private func sharpened(_ brightness: [Float], _ index: Int) -> Float {
    let count = CodeField.modules
    let (column, row) = (index % count, index / count)
    let left = brightness[column > 0 ? index - 1 : index]
    let right = brightness[column < count - 1 ? index + 1 : index]
    let above = brightness[row > 0 ? index - count : index]
    let below = brightness[row < count - 1 ? index + count : index]
    return brightness[index] + 0.5 * (brightness[index] - (left + right + above + below) / 4)
  }
}
