import Ballot

/// The desk places that a frame shows, at the corners of cells of 16 by 16 pixels.
struct Mesh {
  static let cell = 16
  let columns: Int
  let rows: Int
  /// Places at the middle of the first pixel of each cell.
  let x: [Double]
  let y: [Double]

  init(_ projection: Projection, width: Int, height: Int) {
    columns = (width + Mesh.cell - 1) / Mesh.cell + 1
    rows = (height + Mesh.cell - 1) / Mesh.cell + 1
    var x: [Double] = []
    var y: [Double] = []
    x.reserveCapacity(columns * rows)
    y.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let pixel = Point(x: Double(column * Mesh.cell) + 0.5, y: Double(row * Mesh.cell) + 0.5)
        let place = projection.desk(ofPixel: pixel)
        x.append(place.x)
        y.append(place.y)
      }
    }
    self.x = x
    self.y = y
  }

  /// A value at each of the four corners of a cell: top left, top right, bottom left, bottom right.
  func corners(_ values: [Double], _ column: Int, _ row: Int) -> (Double, Double, Double, Double) {
    let index = row * columns + column
    return (values[index], values[index + 1], values[index + columns], values[index + columns + 1])
  }
}
