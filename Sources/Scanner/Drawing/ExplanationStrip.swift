internal import Ballot

/// Draws what the reader saw of each box: the box cut out of the photograph, and beside it the ink that was found, with
/// the middle lines of the strokes and the notches between them, by which a × is told from the others.
///
/// One picture a sheet, one row a box, so that a page can show any row of it.
package struct ExplanationStrip: Sendable {
  private let explanation: SheetExplanation

  /// Pixels of one cell of a patch.
  private static let zoom = 5
  package static let width = 2 * MarkPatch.width * zoom + gap
  package static let rowHeight = MarkPatch.height * zoom
  private static let gap = 10

  package init(_ explanation: SheetExplanation) { self.explanation = explanation }

  /// The strip for the photograph that was explained, as a PNG file.
  ///
  /// - Throws: `ImageError` when the file is no picture.
  package func png(of bytes: [UInt8]) throws(ImageError) -> [UInt8] {
    let file = try ImageFile(bytes)
    let photograph = try file.colour(width: file.width)
    let scale = Double(photograph.width) / Double(file.width)
    var strip = ColourImage(
      width: ExplanationStrip.width, height: ExplanationStrip.rowHeight * max(explanation.boxes.count, 1))
    for (row, box) in explanation.boxes.enumerated() {
      let top = row * ExplanationStrip.rowHeight
      cut(box.line.box, from: photograph, scale, into: &strip, top)
      draw(box.patch, into: &strip, top)
      if let strokes = box.strokes { draw(strokes, into: &strip, top) }
    }
    return try strip.png()
  }

  /// Copies a box with its margin, straightened.
  private func cut(
    _ box: Quadrilateral, from photograph: ColourImage, _ scale: Double, into strip: inout ColourImage,
    _ top: Int
  ) {
    let zoom = Double(ExplanationStrip.zoom)
    for y in 0..<ExplanationStrip.rowHeight {
      let v = ((Double(y) + 0.5) / zoom - Double(MarkPatch.margin.y)) / Double(MarkPatch.box.h)
      for x in 0..<MarkPatch.width * ExplanationStrip.zoom {
        let u = ((Double(x) + 0.5) / zoom - Double(MarkPatch.margin.x)) / Double(MarkPatch.box.w)
        let above = box.topLeft + (box.topRight - box.topLeft) * u
        let below = box.bottomLeft + (box.bottomRight - box.bottomLeft) * u
        let place = (above + (below - above) * v) * scale
        strip[x, top + y] = photograph[ExplanationStrip.pixel(place.x), ExplanationStrip.pixel(place.y)]
      }
    }
  }

  private static func pixel(_ place: Double) -> Int { Int(min(max(place.rounded(), -1e6), 1e6)) }

  /// Draws the ink: paper is pale, ink is dark blue; the frame within which it is counted is orange.
  private func draw(_ patch: [UInt8], into strip: inout ColourImage, _ top: Int) {
    let zoom = ExplanationStrip.zoom
    let left = MarkPatch.width * zoom + ExplanationStrip.gap
    for (cell, ink) in patch.enumerated() {
      let paper = 255 - Int(ink)
      let colour = ColourImage.Colour(
        red: UInt8(20 + paper * 230 / 255), green: UInt8(30 + paper * 220 / 255),
        blue: UInt8(110 + paper * 140 / 255))
      for y in 0..<zoom {
        for x in 0..<zoom {
          strip[left + cell % MarkPatch.width * zoom + x, top + cell / MarkPatch.width * zoom + y] = colour
        }
      }
    }
    let inner = InkAmount.area
    func corner(_ x: Int, _ y: Int) -> ImagePoint {
      ImagePoint(x: Double(left + x * zoom), y: Double(top + y * zoom))
    }
    let (x, y, w, h) = (inner.left, inner.top, inner.width, inner.height)
    strip.path(
      [corner(x, y), corner(x + w, y), corner(x + w, y + h), corner(x, y + h), corner(x, y)],
      ColourImage.Colour(red: 240, green: 140, blue: 0), thickness: 1)
  }

  /// Draws the middle lines of the strokes in red, and the notches of their outline as green points.
  private func draw(_ strokes: CellSet, into strip: inout ColourImage, _ top: Int) {
    let (lines, notches) = (strokes.thinned, strokes.hull.subtracting(strokes))
    let red = ColourImage.Colour(red: 220, green: 30, blue: 30)
    let green = ColourImage.Colour(red: 40, green: 150, blue: 70)
    for y in 0..<MarkPatch.height {
      for x in 0..<MarkPatch.width {
        if lines[x, y] { dot(x, y, 3, red, into: &strip, top) }
        if notches[x, y] { dot(x, y, 2, green, into: &strip, top) }
      }
    }
  }

  /// Fills the middle of a cell, so many pixels wide.
  private func dot(
    _ x: Int, _ y: Int, _ size: Int, _ colour: ColourImage.Colour, into strip: inout ColourImage, _ top: Int
  ) {
    let zoom = ExplanationStrip.zoom
    let left = MarkPatch.width * zoom + ExplanationStrip.gap + x * zoom + (zoom - size) / 2
    for row in 0..<size {
      for column in 0..<size { strip[left + column, top + y * zoom + (zoom - size) / 2 + row] = colour }
    }
  }
}
