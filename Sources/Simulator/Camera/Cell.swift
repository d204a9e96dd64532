import Ballot

/// A square of the frame in which desk places run nearly evenly.
struct Cell {
  let left: Int
  let columns: Int
  let rows: Int
  /// Desk places of the corners: top left, top right, bottom left, bottom right.
  private let x: (Double, Double, Double, Double)
  private let y: (Double, Double, Double, Double)

  init(_ mesh: Mesh, _ column: Int, _ row: Int, _ width: Int, _ height: Int) {
    left = column * Mesh.cell
    columns = min(Mesh.cell, width - left)
    rows = min(Mesh.cell, height - row * Mesh.cell)
    x = mesh.corners(mesh.x, column, row)
    y = mesh.corners(mesh.y, column, row)
  }

  /// The corners in a picture's pixels.
  func map(_ affine: (a: Double, b: Double, c: Double, d: Double)) -> [Point] {
    [(x.0, y.0), (x.1, y.1), (x.2, y.2), (x.3, y.3)].map { x, y in
      Point(x: affine.a * x + affine.b * y + affine.c, y: affine.a * y - affine.b * x + affine.d)
    }
  }

  /// The way through a picture along one row of the cell.
  struct Line {
    let x: Double
    let y: Double
    let stepX: Double
    let stepY: Double
  }

  /// The way through a picture whose pixels the corners are given in.
  func line(_ map: [Point], _ row: Int) -> Line {
    let side = Double(Mesh.cell), t = Double(row) / side
    let x0 = map[0].x + (map[2].x - map[0].x) * t, x1 = map[1].x + (map[3].x - map[1].x) * t
    let y0 = map[0].y + (map[2].y - map[0].y) * t, y1 = map[1].y + (map[3].y - map[1].y) * t
    return Line(x: x0, y: y0, stepX: (x1 - x0) / side, stepY: (y1 - y0) / side)
  }

  /// Copies the cell out of a picture, interpolating.
  ///
  /// - Parameters:
  ///   - pixels: The picture.
  ///   - stride: The picture's width.
  ///   - wrap: Repeats a square picture of this side less one; all ones for a picture that does not repeat.
  ///   - map: The cell's corners in the picture's pixels.
  ///   - target: The cell's first pixel.
  ///   - width: The frame's width.
  func copy(
    _ pixels: UnsafePointer<UInt>, stride: Int, wrap: UInt, _ map: [Point],
    to target: UnsafeMutablePointer<UInt>, _ width: Int
  ) {
    for row in 0..<rows {
      let line = line(map, row)
      unsafe line.copy(pixels, stride, wrap, to: target + row * width, columns)
    }
  }
}

extension Cell.Line {
  private static func fixed(_ value: Double) -> UInt {
    UInt(bitPattern: Int(min(1e9, max(-1e9, value)) * 65536))
  }

  /// Copies pixels in steps of 1/65536; written out flat, for it is most of a photograph's work.
  fileprivate func copy(
    _ pixels: UnsafePointer<UInt>, _ stride: Int, _ wrap: UInt, to target: UnsafeMutablePointer<UInt>,
    _ count: Int
  ) {
    let (mask, half, stride) = (Lanes.mask, Lanes.half, UInt(bitPattern: stride))
    var (x, y) = (Cell.Line.fixed(x), Cell.Line.fixed(y))
    let (stepX, stepY) = (Cell.Line.fixed(stepX), Cell.Line.fixed(stepY))
    var index = 0
    while index < count {
      let (left, row) = ((x &>> 16) & wrap, (y &>> 16) & wrap)
      let (right, fx, fy) = ((left &+ 1) & wrap, (x &>> 8) & 0xff, (y &>> 8) & 0xff)
      let upper = unsafe pixels + Int(bitPattern: row &* stride)
      let lower = unsafe pixels + Int(bitPattern: ((row &+ 1) & wrap) &* stride)
      let (a, b) = unsafe (upper[Int(bitPattern: left)], upper[Int(bitPattern: right)])
      let (c, d) = unsafe (lower[Int(bitPattern: left)], lower[Int(bitPattern: right)])
      let top = ((a &* (256 &- fx) &+ b &* fx &+ half) &>> 8) & mask
      let bottom = ((c &* (256 &- fx) &+ d &* fx &+ half) &>> 8) & mask
      unsafe target[index] = ((top &* (256 &- fy) &+ bottom &* fy &+ half) &>> 8) & mask
      x = x &+ stepX
      y = y &+ stepY
      index = index &+ 1
    }
  }
}
