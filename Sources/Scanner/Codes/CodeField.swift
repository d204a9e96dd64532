internal import Ballot

/// The corner of a sheet where its code should be: a version 1 QR symbol (ISO/IEC 18004) of 21 × 21 modules.
struct CodeField {
  let pixels: PixelView
  let homography: Homography
  let area: Rect

  private static let modules = 21
  /// Millimetres that a finder pattern may lie off its expected place.
  private static let reach = 3.0

  /// The three finder patterns where they were found, in millimetres on the page.
  struct Finders {
    let topLeft: Finder
    let topRight: Finder
    let bottomLeft: Finder

    /// Bright ring minus dark parts of the least distinct finder.
    var contrast: Float { min(topLeft.contrast, topRight.contrast, bottomLeft.contrast) }
  }

  struct Finder {
    var centre: Point
    var contrast: Float
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
    return centred(best)
  }

  /// The middle of all places near the best one that look as good.
  ///
  /// In a sharp picture the rings stay on their modules over a third of a module, so that the best place alone is
  /// anywhere in that plateau.
  private func centred(_ best: Finder) -> Finder {
    let (step, reach) = (0.12 * module, 4)
    var (x, y, count) = (0.0, 0.0, 0.0)
    for row in -reach...reach {
      for column in -reach...reach {
        let place = Point(x: best.centre.x + Double(column) * step, y: best.centre.y + Double(row) * step)
        guard look(place).contrast >= 0.95 * best.contrast else { continue }
        (x, y, count) = (x + place.x, y + place.y, count + 1)
      }
    }
    guard count > 0 else { return best }
    return Finder(centre: Point(x: x / count, y: y / count), contrast: best.contrast)
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
    return Finder(centre: centre, contrast: bright / 2 + beyond / 2 - dark)
  }

  /// Twelve places on the edge of a square from -1 to 1.
  private static let ringPlaces: [SIMD2<Float>] = [
    [-1, -1], [-0.33, -1], [0.33, -1], [1, -1], [1, -0.33], [1, 0.33], [1, 1], [0.33, 1], [-0.33, 1],
    [-1, 1], [-1, 0.33], [-1, -0.33],
  ]

  /// The brightness of every module, the finders fixing the grid.
  func modules(_ finders: Finders) -> ModuleGrid {
    let count = CodeField.modules
    return ModuleGrid(side: count, values: (0..<count * count).map { mean($0 % count, $0 / count, finders) })
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
}
