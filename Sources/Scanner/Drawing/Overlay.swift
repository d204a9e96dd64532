internal import Ballot
internal import Glibc

/// Draws what was read over the photograph, for people to compare.
///
/// Every box is outlined, green for ○, red for ×, gray for blank, violet for anything else; beside it stands the
/// sign that was read. A doubtful reading has a thick amber outline and a question mark.
package struct Overlay: Sendable {
  private let reading: SheetReading
  private let width: Int

  package init(_ reading: SheetReading, width: Int = 1200) {
    self.reading = reading
    self.width = width
  }

  /// The photograph with the reading on it, as a JPEG file about as wide as asked for.
  ///
  /// - Throws: `ImageError` when the file is no picture.
  package func jpeg(over bytes: [UInt8]) throws(ImageError) -> [UInt8] {
    try drawn(over: bytes).image.jpeg()
  }

  /// The photograph with the reading on it, about as wide as asked for, and how much smaller it is.
  ///
  /// - Throws: `ImageError` when the file is no picture.
  package func drawn(over bytes: [UInt8]) throws(ImageError) -> (image: ColourImage, scale: Double) {
    let (image, scale) = try Overlay.plain(bytes, width: width)
    return (draw(on: image, scale: scale), scale)
  }

  /// The photograph alone, about as wide as asked for, and how much smaller it is.
  ///
  /// - Throws: `ImageError` when the file is no picture.
  package static func plain(
    _ bytes: [UInt8], width: Int
  ) throws(ImageError) -> (image: ColourImage, scale: Double) {
    let file = try ImageFile(bytes)
    let image = try file.colour(width: width)
    return (image, Double(image.width) / Double(file.width))
  }

  private func draw(on image: ColourImage, scale: Double) -> ColourImage {
    var image = image
    image.path(Overlay.closed(reading.outline, scale), Overlay.blue, thickness: 3)
    for line in reading.lines {
      let isClear = line.certainty == .clear
      let colour = isClear ? Overlay.colour(line.mark) : Overlay.amber
      image.path(Overlay.closed(line.box, scale), colour, thickness: isClear ? 2 : 4)
      for stroke in Overlay.sign(line) {
        image.path(stroke.map { Overlay.beside(line.box, $0, scale) }, colour, thickness: 3)
      }
    }
    return image
  }

  private static let blue = ColourImage.Colour(red: 40, green: 90, blue: 220)
  private static let amber = ColourImage.Colour(red: 240, green: 150, blue: 0)

  private static func colour(_ mark: Mark) -> ColourImage.Colour {
    switch mark {
    case .for: ColourImage.Colour(red: 0, green: 150, blue: 60)
    case .against: ColourImage.Colour(red: 210, green: 30, blue: 40)
    case .blank: ColourImage.Colour(red: 130, green: 130, blue: 130)
    case .other: ColourImage.Colour(red: 140, green: 60, blue: 190)
    }
  }

  private static func closed(_ quad: Quadrilateral, _ scale: Double) -> [ImagePoint] {
    (quad.corners + [quad.topLeft]).map { $0 * scale }
  }

  /// Strokes of a sign in a square from -1 to 1.
  private static func sign(_ line: ReadLine) -> [[ImagePoint]] {
    func p(_ x: Double, _ y: Double) -> ImagePoint { ImagePoint(x: x, y: y) }
    guard line.certainty == .clear else {
      return [
        [p(-0.6, -0.5), p(-0.3, -0.9), p(0.3, -0.9), p(0.6, -0.5), p(0, 0), p(0, 0.4)],
        [p(0, 0.8), p(0, 0.9)],
      ]
    }
    switch line.mark {
    case .for:
      return [(0...24).map { p(0.8 * cos(Double($0) * .pi / 12), 0.8 * sin(Double($0) * .pi / 12)) }]
    case .against: return [[p(-0.8, -0.8), p(0.8, 0.8)], [p(0.8, -0.8), p(-0.8, 0.8)]]
    case .blank: return []
    case .other: return [[p(-0.8, 0), p(0.8, 0)]]
    }
  }

  /// A point of the square that stands left of a box, turned as the box is.
  private static func beside(_ box: Quadrilateral, _ point: ImagePoint, _ scale: Double) -> ImagePoint {
    let down = (box.bottomLeft - box.topLeft) * 0.5
    let along = (box.topRight - box.topLeft) * (1 / max(box.topLeft.distance(to: box.topRight), 1))
    let right = along * box.topLeft.distance(to: box.bottomLeft) * 0.5
    let centre = (box.topLeft + box.bottomLeft) * 0.5 - right * 1.2
    return (centre + right * (0.8 * point.x) + down * (0.8 * point.y)) * scale
  }
}
