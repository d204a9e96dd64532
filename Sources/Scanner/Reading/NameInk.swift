internal import Ballot

/// Looks whether a name is written in the field of a write-in row.
struct NameInk {
  let pixels: PixelView
  let position: SheetPosition
  let page: BallotPage

  /// The side of a cell, millimetres.
  private static let cell: Float = 0.5
  /// Cells across over which paper is taken to be equally bright: eight millimetres.
  private static let stretch = 16

  /// Square millimetres of ink in a field.
  struct Area: Equatable {
    /// Cells as dark as a pen makes them.
    var strong: Float = 0
    /// Square millimetres that are darker than paper by as much as a soft pencil on a bad picture.
    var pale: Float = 0

    /// Ink that a field of clean paper never shows.
    private static let speck: Float = 1
    /// Ink that makes a name.
    private static let name: Float = 3
    /// Ink that surely makes a name; two characters in a soft pencil show a little more.
    private static let surely: Float = 8

    private var most: Float { max(strong, pale) }

    var field: NameField { most >= Area.name ? .written : .empty }

    /// Whether people should look: too much for an empty field, too little for a name.
    var isDoubtful: Bool { (Area.speck..<Area.surely).contains(most) }
  }

  /// The ink inside the field, away from its rule and its frame.
  func area(_ box: PageReader.FoundBox) -> Area {
    let field = box.line.nameBox.inset(by: 1.2)
    let light = Lighting(position, marks: page.fiducials).at(field.centre)
    let columns = Int(Float(field.w) / NameInk.cell)
    let rows = Int(Float(field.h) / NameInk.cell)
    guard columns > 4, rows > 4 else { return Area() }
    let values = values(field, box.nameShift, columns, rows)
    var area = Area()
    for first in stride(from: 0, to: columns, by: NameInk.stretch) {
      let part = first..<min(first + NameInk.stretch, columns)
      add(values, columns, part, contrast: light.white - light.black, to: &area)
    }
    return area
  }

  /// The brightness of the field's cells.
  private func values(_ field: Rect, _ shift: (dx: Float, dy: Float), _ columns: Int, _ rows: Int) -> [Float]
  {
    let frame = LocalFrame(position.homography, at: field.centre)
    return (0..<rows * columns).map { index -> Float in
      let u = (Float(index % columns) + 0.5) * NameInk.cell - Float(field.w) / 2 + shift.dx
      let v = (Float(index / columns) + 0.5) * NameInk.cell - Float(field.h) / 2 + shift.dy
      let pixel = frame.pixel(u, v)
      return pixels.sample(pixel.x, pixel.y)
    }
  }

  /// Adds the ink in some columns, measured against the paper between its strokes.
  private func add(
    _ values: [Float], _ columns: Int, _ part: Range<Int>, contrast: Float, to area: inout Area
  ) {
    let rows = values.count / columns
    let sorted = (0..<rows).flatMap { row in
      values[row * columns + part.lowerBound..<row * columns + part.upperBound]
    }
    .sorted()
    let white = sorted[sorted.count * 3 / 4]
    let unit = NameInk.cell * NameInk.cell
    for row in 0..<rows {
      for column in part {
        let at = row * columns + column
        if values[at] < white - 0.3 * contrast { area.strong += unit }
        guard row > 0, column > 0 else { continue }
        let four = values[at] + values[at - 1] + values[at - columns] + values[at - columns - 1]
        if four / 4 < white - 0.15 * contrast { area.pale += unit }
      }
    }
  }
}
