import Ballot

/// A sheet of the scene, ready to be looked up from places on the desk.
struct Layer {
  let columns: Int
  let rows: Int
  private let pixels: [UInt]
  private let affine: (a: Double, b: Double, c: Double, d: Double)
  private let paper: (left: Double, top: Double, right: Double, bottom: Double)
  private let dots: Double
  /// Whether some of the sheet's pixels are open, so that what lies below shows.
  private let isOpen: Bool

  /// How much of a cell a layer fills.
  enum Extent { case none, part, whole }

  /// A sheet seen at so many pixels a millimetre; it is halved when it is much finer than that.
  init(_ item: Scene.Item, scale: Double) {
    var sheet = item.sheet
    while sheet.dotsPerMillimetre > 1.45 * scale, sheet.columns > 32, sheet.rows > 32 {
      sheet = sheet.halved()
    }
    (columns, rows, pixels, dots) = (sheet.columns, sheet.rows, sheet.pixels, sheet.dotsPerMillimetre)
    isOpen = sheet.isOpen
    affine = item.placement.affine(dotsPerMillimetre: dots)
    paper = item.placement.paper(dotsPerMillimetre: dots)
  }

  /// How far inside the paper's edge a place is, in pixels of the picture; negative outside.
  private func depth(_ x: Double, _ y: Double) -> Double {
    min(min(x - paper.left, paper.right - x), min(y - paper.top, paper.bottom - y))
  }

  /// Whether a layer, with the shadow along its edge, fills a cell.
  func extent(in cell: Cell) -> Extent {
    let corners = cell.map(affine)
    let inside = corners.allSatisfy { place in
      place.x >= 1 && place.y >= 1 && place.x < Double(columns - 2) && place.y < Double(rows - 2)
        && depth(place.x, place.y) > 1
    }
    if inside { return isOpen ? .part : .whole }
    let xs = corners.map(\.x), ys = corners.map(\.y)
    let reach = isOpen ? 1 : Layer.shadowReach * dots
    let outside =
      (xs.max() ?? 0) < paper.left - reach || (xs.min() ?? 0) > paper.right + reach
      || (ys.max() ?? 0) < paper.top - reach || (ys.min() ?? 0) > paper.bottom + reach
    return outside ? .none : .part
  }

  /// How far the shadow along the paper's edge reaches, millimetres.
  private static let shadowReach = 4.0

  /// Fills a cell that lies wholly within the sheet.
  func copy(_ cell: Cell, to target: UnsafeMutablePointer<UInt>, _ width: Int) {
    unsafe pixels.withUnsafeBufferPointer { pixels in
      guard let base = pixels.baseAddress else { return }
      unsafe cell.copy(base, stride: columns, wrap: .max, cell.map(affine), to: target, width)
    }
  }

  /// Lays the sheet, its edge and its shadow over what a cell shows.
  func blend(_ cell: Cell, to target: UnsafeMutablePointer<UInt>, _ width: Int) {
    let map = cell.map(affine)
    unsafe pixels.withUnsafeBufferPointer { pixels in
      guard let base = pixels.baseAddress else { return }
      for row in 0..<cell.rows {
        let line = cell.line(map, row)
        let start = unsafe target + row * width
        var (x, y, column) = (line.x, line.y, 0)
        while column < cell.columns {
          unsafe lay(base, x, y, over: &start[column])
          x += line.stepX
          y += line.stepY
          column += 1
        }
      }
    }
  }

  private func lay(_ pixels: UnsafePointer<UInt>, _ x: Double, _ y: Double, over target: inout UInt) {
    let depth = depth(x, y)
    if depth < 0.5, !isOpen {
      let near = 1 + min(0, depth) / (Layer.shadowReach * dots)
      guard near > 0 else { return }
      target = Lanes.dim(target, 256 &- UInt(90 * near * near * near))
    }
    guard depth > -0.5 else { return }
    let pixel = unsafe look(pixels, x, y)
    let share = min(1, depth + 0.5) * Double(pixel >> 48) * (256.0 / 255)
    target = Lanes.mix(target, pixel, min(256, UInt(share)))
  }

  /// The interpolated pixel at a place of the picture; the edge goes on outside.
  private func look(_ pixels: UnsafePointer<UInt>, _ x: Double, _ y: Double) -> UInt {
    let x = min(max(0, x), Double(columns) - 1.01), y = min(max(0, y), Double(rows) - 1.01)
    let (column, row) = (Int(x), Int(y))
    let (fx, fy) = (UInt((x - Double(column)) * 256), UInt((y - Double(row)) * 256))
    let index = row * columns + column
    let top = unsafe Lanes.mix(pixels[index], pixels[index + 1], fx)
    let bottom = unsafe Lanes.mix(pixels[index + columns], pixels[index + columns + 1], fx)
    return Lanes.mix(top, bottom, fy)
  }
}

extension Sheet {
  /// The sheet with half as many pixels each way, each the mean of four.
  func halved() -> Sheet {
    let (w, h) = (columns / 2, rows / 2)
    let (mask, two) = (Lanes.mask, Lanes.ones &* 2)
    let small = unsafe [UInt](unsafeUninitializedCapacity: w * h) { target, count in
      count = w * h
      unsafe pixels.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress, var to = target.baseAddress else { return }
        for row in 0..<h {
          var upper = unsafe source + row * 2 * columns
          var left = w
          while left > 0 {
            let sum = unsafe upper[0] &+ upper[1] &+ upper[columns] &+ upper[columns &+ 1] &+ two
            unsafe to.pointee = (sum &>> 2) & mask
            unsafe to += 1
            unsafe upper += 2
            left = left &- 1
          }
        }
      }
    }
    return Sheet(
      size: size, dotsPerMillimetre: dotsPerMillimetre / 2, columns: w, rows: h, print: print, pixels: small,
      isOpen: isOpen)
  }
}
