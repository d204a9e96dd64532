import Ballot

/// A sheet of the scene, ready to be looked up from places on the desk.
struct Layer {
  let columns: Int
  let rows: Int
  private let pixels: [UInt]
  let affine: (a: Double, b: Double, c: Double, d: Double)
  private let paper: (left: Double, top: Double, right: Double, bottom: Double)
  private let dots: Double

  /// A sheet seen at so many pixels a millimetre; it is halved when it is much finer than that.
  init(_ item: Scene.Item, scale: Double) {
    var sheet = item.sheet
    while sheet.dotsPerMillimetre > 1.45 * scale, sheet.columns > 32, sheet.rows > 32 {
      sheet = sheet.halved()
    }
    (columns, rows, pixels, dots) = (sheet.columns, sheet.rows, sheet.pixels, sheet.dotsPerMillimetre)
    affine = item.placement.affine(dotsPerMillimetre: dots)
    paper = item.placement.paper(dotsPerMillimetre: dots)
  }

  func x(_ deskX: Double, _ deskY: Double) -> Double { affine.a * deskX + affine.b * deskY + affine.c }
  func y(_ deskX: Double, _ deskY: Double) -> Double { affine.a * deskY - affine.b * deskX + affine.d }

  /// How far inside the paper's edge a place is, millimetres; negative outside.
  @inline(__always)
  func depth(_ x: Double, _ y: Double) -> Double {
    min(min(x - paper.left, paper.right - x), min(y - paper.top, paper.bottom - y)) / dots
  }

  /// Whether a place can be interpolated without a look at the picture's edges.
  func covers(_ x: Double, _ y: Double) -> Bool {
    x >= 1 && y >= 1 && x < Double(columns - 2) && y < Double(rows - 2) && depth(x, y) * dots > 1
  }

  /// The interpolated pixel at a place of the picture; the edge goes on outside.
  func pixel(_ x: Double, _ y: Double) -> UInt {
    let x = min(max(0, x), Double(columns) - 1.01), y = min(max(0, y), Double(rows) - 1.01)
    let (column, row) = (Int(x), Int(y))
    let (fx, fy) = (UInt((x - Double(column)) * 256), UInt((y - Double(row)) * 256))
    let index = row * columns + column
    let top = Lanes.mix(pixels[index], pixels[index + 1], fx)
    return Lanes.mix(top, Lanes.mix(pixels[index + columns], pixels[index + columns + 1], fx), fy)
  }

  /// The part of a pixel that the paper covers, 0...1.
  func opacity(_ x: Double, _ y: Double) -> Double { min(1, max(0, depth(x, y) * dots + 0.5)) }

  func withPixels(_ body: (UnsafePointer<UInt>) -> Void) {
    unsafe pixels.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { unsafe body(base) }
    }
  }
}

extension Sheet {
  /// The sheet with half as many pixels each way, each the mean of four.
  func halved() -> Sheet {
    let (w, h) = (columns / 2, rows / 2)
    let small = unsafe [UInt](unsafeUninitializedCapacity: w * h) { target, count in
      unsafe pixels.withUnsafeBufferPointer { source in
        var row = 0
        while row < h {
          var from = row * 2 * columns
          let end = count + w
          while count < end {
            let sum =
              unsafe source[from] &+ source[from &+ 1] &+ source[from &+ columns]
              &+ source[from &+ columns &+ 1] &+ 0x0002_0002_0002_0002
            unsafe target[count] = (sum &>> 2) & Lanes.mask
            count &+= 1
            from &+= 2
          }
          row &+= 1
        }
      }
    }
    return Sheet(halving: self, columns: w, rows: h, pixels: small)
  }

  private init(halving sheet: Sheet, columns: Int, rows: Int, pixels: [UInt]) {
    self.init(
      size: sheet.size, dotsPerMillimetre: sheet.dotsPerMillimetre / 2, columns: columns, rows: rows,
      print: sheet.print, pixels: pixels)
  }
}
