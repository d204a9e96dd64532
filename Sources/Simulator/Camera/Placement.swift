import Ballot
import Foundation

/// How a sheet lies on the desk, and how its print lies on the paper.
struct Placement: Sendable {
  let size: (width: Double, height: Double)
  let centre: Point
  private let angle: Double
  private let printAngle: Double
  private let printScale: Double
  private let printCentre: Point

  /// A sheet with its middle at a place of the desk, turned clockwise by degrees.
  init(_ sheet: Sheet, centre: Point = Point(x: 0, y: 0), degrees: Double = 0) {
    size = sheet.size
    self.centre = centre
    angle = degrees * .pi / 180
    printAngle = angle + sheet.print.skew * .pi / 180
    printScale = min(1.2, max(0.8, sheet.print.scale))
    let shift = sheet.print.shift
    printCentre = Point(
      x: centre.x + shift.x * cos(angle) - shift.y * sin(angle),
      y: centre.y + shift.x * sin(angle) + shift.y * cos(angle))
  }

  /// Where a printed place comes to lie on the desk.
  func desk(ofPage page: Point) -> Point {
    let x = (page.x - size.width / 2) * printScale, y = (page.y - size.height / 2) * printScale
    return Point(
      x: printCentre.x + x * cos(printAngle) - y * sin(printAngle),
      y: printCentre.y + x * sin(printAngle) + y * cos(printAngle))
  }

  /// From the desk to the pixels of a picture of the page: `x' = a x + b y + c`, `y' = -b x + a y + d`.
  func affine(dotsPerMillimetre dots: Double) -> (a: Double, b: Double, c: Double, d: Double) {
    let a = dots / printScale * cos(printAngle), b = dots / printScale * sin(printAngle)
    return (
      a, b, size.width / 2 * dots - 0.5 - a * printCentre.x - b * printCentre.y,
      size.height / 2 * dots - 0.5 + b * printCentre.x - a * printCentre.y
    )
  }

  /// The paper's edge in the pixels of a picture of the page (the print's skew on the paper left aside).
  func paper(dotsPerMillimetre dots: Double) -> (left: Double, top: Double, right: Double, bottom: Double) {
    let x = (printCentre.x - centre.x) * cos(angle) + (printCentre.y - centre.y) * sin(angle)
    let y = (printCentre.y - centre.y) * cos(angle) - (printCentre.x - centre.x) * sin(angle)
    let middle = (x: (size.width / 2 - x / printScale) * dots, y: (size.height / 2 - y / printScale) * dots)
    let half = (x: size.width / 2 / printScale * dots, y: size.height / 2 / printScale * dots)
    return (
      middle.x - half.x - 0.5, middle.y - half.y - 0.5, middle.x + half.x - 0.5, middle.y + half.y - 0.5
    )
  }

  /// Points around the paper's edge.
  var outline: [Point] {
    let (w, h) = (size.width / 2, size.height / 2)
    return [(-w, -h), (0, -h), (w, -h), (w, 0), (w, h), (0, h), (-w, h), (-w, 0)].map { x, y in
      Point(
        x: centre.x + x * cos(angle) - y * sin(angle), y: centre.y + x * sin(angle) + y * cos(angle))
    }
  }
}
