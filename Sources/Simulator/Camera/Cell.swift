import Ballot

/// A square of the frame in which desk places run nearly evenly.
struct Cell {
  let left: Int
  let top: Int
  let columns: Int
  let rows: Int
  /// Desk places of the corners: top left, top right, bottom left, bottom right.
  let corners: [Point]

  init(_ mesh: Mesh, _ column: Int, _ row: Int, _ width: Int, _ height: Int) {
    left = column * Mesh.cell
    top = row * Mesh.cell
    columns = min(Mesh.cell, width - left)
    rows = min(Mesh.cell, height - top)
    let x = mesh.corners(mesh.x, column, row), y = mesh.corners(mesh.y, column, row)
    corners = [
      Point(x: x.0, y: y.0), Point(x: x.1, y: y.1), Point(x: x.2, y: y.2), Point(x: x.3, y: y.3),
    ]
  }

  /// The desk place of one of the cell's pixels.
  func place(_ column: Int, _ row: Int) -> Point {
    let (s, t) = (Double(column) / Double(Mesh.cell), Double(row) / Double(Mesh.cell))
    func mean(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
      (a * (1 - s) + b * s) * (1 - t) + (c * (1 - s) + d * s) * t
    }
    return Point(
      x: mean(corners[0].x, corners[1].x, corners[2].x, corners[3].x),
      y: mean(corners[0].y, corners[1].y, corners[2].y, corners[3].y))
  }

  /// The corners in a picture's pixels.
  func map(_ affine: (a: Double, b: Double, c: Double, d: Double)) -> [Point] {
    corners.map { place in
      Point(
        x: affine.a * place.x + affine.b * place.y + affine.c,
        y: affine.a * place.y - affine.b * place.x + affine.d)
    }
  }

  /// Copies the cell out of a picture, interpolating; `wrap` repeats a square picture of that side less one.
  func copy(
    _ pixels: UnsafePointer<UInt>, stride: Int, wrap: UInt, _ map: [Point],
    to frame: UnsafeMutablePointer<UInt>, _ width: Int
  ) {
    for row in 0..<rows {
      let t = Double(row) / Double(Mesh.cell)
      let x0 = map[0].x + (map[2].x - map[0].x) * t, x1 = map[1].x + (map[3].x - map[1].x) * t
      let y0 = map[0].y + (map[2].y - map[0].y) * t, y1 = map[1].y + (map[3].y - map[1].y) * t
      let line = Cell.Line(x: x0, y: y0, x1: x1, y1: y1)
      unsafe line.copy(pixels, stride, wrap, to: frame + (top + row) * width + left, columns)
    }
  }

  /// One row of a cell: the way through the picture in steps of 1/65536 pixel.
  private struct Line {
    private let x: UInt
    private let y: UInt
    private let stepX: UInt
    private let stepY: UInt

    init(x: Double, y: Double, x1: Double, y1: Double) {
      self.x = Line.fixed(x)
      self.y = Line.fixed(y)
      stepX = Line.fixed((x1 - x) / Double(Mesh.cell))
      stepY = Line.fixed((y1 - y) / Double(Mesh.cell))
    }

    private static func fixed(_ value: Double) -> UInt {
      UInt(bitPattern: Int(min(1e9, max(-1e9, value)) * 65536))
    }

    func copy(
      _ pixels: UnsafePointer<UInt>, _ stride: Int, _ wrap: UInt, to target: UnsafeMutablePointer<UInt>,
      _ count: Int
    ) {
      var (x, y, index) = (x, y, 0)
      let right = wrap
      while index < count {
        let (column, row) = ((x &>> 16) & wrap, (y &>> 16) & wrap)
        let (nextColumn, nextRow) = ((column &+ 1) & right, (row &+ 1) & right)
        let (fx, fy) = ((x &>> 8) & 0xff, (y &>> 8) & 0xff)
        let top = Int(bitPattern: row) &* stride, bottom = Int(bitPattern: nextRow) &* stride
        let (a, b) = (Int(bitPattern: column), Int(bitPattern: nextColumn))
        let upper = unsafe Lanes.mix(pixels[top &+ a], pixels[top &+ b], fx)
        let lower = unsafe Lanes.mix(pixels[bottom &+ a], pixels[bottom &+ b], fx)
        unsafe target[index] = Lanes.mix(upper, lower, fy)
        x = x &+ stepX
        y = y &+ stepY
        index = index &+ 1
      }
    }
  }
}
