import Ballot
import Simulator
import Testing

/// A ballot page drawn straight from its geometry: frames, fiducials, a noise square for the code, bars for text.
enum StandInPage {
  static let specification = BallotSpecification(
    type: BallotType(rawValue: "0123456789"), batch: BatchCode(rawValue: "ABCD"), title: "T", subtitle: "S",
    posts: [
      .init(id: PostID(rawValue: "director"), heading: "H", seats: 1, candidates: ["AA", "BB"]),
      .init(id: PostID(rawValue: "member"), heading: "H", seats: 3, candidates: ["CC", "DD", "EE", "FF"]),
    ],
    instructions: ["I"], issuer: "V", date: "D")

  static func page() throws -> BallotPage {
    try #require(BallotLayout(specification).pages.first)
  }

  /// The page's picture at 4 dots a millimetre, drawn once.
  static let coarse = Result { try raster(page(), dots: 4) }
  /// The page's picture at 5 dots a millimetre, drawn once.
  static let fine = Result { try raster(page(), dots: 5) }

  /// The same as a perfectly printed sheet.
  static let sheet = Result { Sheet(try fine.get()) }

  static func raster(_ page: BallotPage, dots: Double) throws -> Raster {
    var canvas = Canvas(page, dots: dots)
    for centre in page.fiducials { canvas.bullsEye(centre) }
    canvas.codeSquares(page.code)
    for section in page.sections {
      canvas.text(section.headingArea.inset(by: 2))
      for line in section.lines {
        canvas.frame(line.row, Stroke.row)
        canvas.frame(line.box, Stroke.box)
        if line.kind == .candidate { canvas.text(line.nameBox.inset(by: 3)) }
      }
    }
    canvas.text(page.titleArea.inset(by: 6))
    return try #require(
      Raster(
        format: .gray, width: canvas.width, height: canvas.height, dotsPerMillimetre: dots,
        bytes: canvas.bytes))
  }
}

/// A gray picture that takes four samples a pixel.
private struct Canvas {
  let width: Int
  let height: Int
  let dots: Double
  var bytes: [UInt8]

  init(_ page: BallotPage, dots: Double) {
    width = Int((page.width * dots).rounded())
    height = Int((page.height * dots).rounded())
    self.dots = dots
    bytes = [UInt8](repeating: 255, count: width * height)
  }

  /// Blackens where `covers` says so, by four samples a pixel.
  mutating func paint(_ area: Rect, _ covers: (Double, Double) -> Bool) {
    let rows = max(0, Int(area.y * dots) - 1)..<min(height, Int(area.maxY * dots) + 2)
    let columns = max(0, Int(area.x * dots) - 1)..<min(width, Int(area.maxX * dots) + 2)
    for row in rows {
      for column in columns {
        var ink = 0
        for sample in 0..<4 {
          let x = (Double(column) + Double(sample % 2) / 2 + 0.25) / dots
          let y = (Double(row) + Double(sample / 2) / 2 + 0.25) / dots
          if covers(x, y) { ink += 1 }
        }
        if ink > 0 { bytes[row * width + column] = min(bytes[row * width + column], UInt8(255 - ink * 60)) }
      }
    }
  }

  mutating func frame(_ rect: Rect, _ line: Double) {
    let inner = rect.inset(by: line)
    paint(rect) { x, y in
      x >= rect.x && x < rect.maxX && y >= rect.y && y < rect.maxY
        && !(x >= inner.x && x < inner.maxX && y >= inner.y && y < inner.maxY)
    }
  }

  mutating func bullsEye(_ centre: Point) {
    let reach = Fiducial.ringOuter
    paint(Rect(x: centre.x - reach, y: centre.y - reach, w: 2 * reach, h: 2 * reach)) { x, y in
      let radius = ((x - centre.x) * (x - centre.x) + (y - centre.y) * (y - centre.y)).squareRoot()
      return radius < Fiducial.disc || (radius >= Fiducial.ringInner && radius < Fiducial.ringOuter)
    }
  }

  mutating func codeSquares(_ area: Rect) {
    var dice = Dice(seed: 21)
    let cells = (0..<441).map { _ in dice.chance(0.5) }
    paint(area) { x, y in
      let column = Int((x - area.x) / area.w * 21), row = Int((y - area.y) / area.h * 21)
      return (0..<21).contains(column) && (0..<21).contains(row) && cells[row * 21 + column]
    }
  }

  mutating func text(_ area: Rect) {
    var x = area.x
    while x + area.h < area.maxX {
      for line in 0..<3 {
        let y = area.y + area.h * (0.1 + 0.35 * Double(line))
        paint(Rect(x: x, y: y, w: area.h * 0.8, h: 0.4)) { px, py in
          py >= y && py < y + 0.4 && px >= x && px < x + area.h * 0.8
        }
      }
      x += area.h
      if x > area.x + 30 { return }
    }
  }
}
