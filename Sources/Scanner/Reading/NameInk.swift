internal import Ballot

/// Looks whether a name is written in the field of a write-in row.
struct NameInk {
  let pixels: PixelView
  let position: SheetPosition
  let page: BallotPage

  private static let cell: Float = 0.5
  /// Ink that makes a name, square millimetres; a speck or two is no name.
  private static let leastInk: Float = 3

  func read(_ box: PageReader.FoundBox) -> NameField {
    inkArea(box) >= NameInk.leastInk ? .written : .empty
  }

  /// Square millimetres of ink inside the field, away from its rule and its frame.
  func inkArea(_ box: PageReader.FoundBox) -> Float {
    let field = box.line.nameBox.inset(by: 1.2)
    let light = Lighting(position, marks: page.fiducials).at(field.centre)
    let frame = LocalFrame(position.homography, at: field.centre)
    let columns = Int(Float(field.w) / NameInk.cell)
    let rows = Int(Float(field.h) / NameInk.cell)
    guard columns > 4, rows > 4 else { return 0 }
    let values = (0..<rows * columns).map { index -> Float in
      let u = (Float(index % columns) + 0.5) * NameInk.cell - Float(field.w) / 2 + box.fit.dx
      let v = (Float(index / columns) + 0.5) * NameInk.cell - Float(field.h) / 2 + box.fit.dy
      let pixel = frame.pixel(u, v)
      return pixels.sample(pixel.x, pixel.y)
    }
    let white = values.sorted()[values.count * 3 / 4]
    let limit = white - (light.white - light.black) * 0.3
    return Float(values.count { $0 < limit }) * NameInk.cell * NameInk.cell
  }
}
