package import Ballot
import Foundation

/// The way from a place on the desk to a pixel: pose, bent paper, perspective, lens.
///
/// Desk coordinates are millimetres from the middle of the sheet. A pinhole camera with one radial term
/// (Brown, "Decentering Distortion of Lenses", 1966, first coefficient) looks down on a surface whose height
/// is a function of the place.
package struct Projection: Sendable {
  /// Rows of the rotation from desk to camera.
  private let turn: [Double]
  private var shift: (x: Double, y: Double)
  private let distance: Double
  private var focal: Double
  private let centre: (x: Double, y: Double)
  private let distortion: Double
  private let surface: Surface
  /// From the page's millimetres to the desk's.
  private let print: Placement

  /// Places the camera so that the sheet fills its share of the frame.
  init(_ conditions: Camera.Conditions, sheet: Placement) {
    turn = Projection.rotation(conditions)
    distance = max(1.05, conditions.distance) * hypot(sheet.size.width, sheet.size.height)
    centre = (Double(conditions.width) / 2, Double(conditions.height) / 2)
    distortion = conditions.distortion / (centre.x * centre.x + centre.y * centre.y)
    surface = Surface(conditions, size: sheet.size)
    print = sheet
    shift = (0, 0)
    focal = distance
    for _ in 0..<6 { approach(conditions) }
  }

  /// The pixel that shows a place of the printed page, millimetres from its top left corner.
  ///
  /// Pixel (0, 0) has its middle at 0.5, 0.5.
  package func pixel(of page: Point) -> Point { pixel(ofDesk: print.desk(ofPage: page)) }

  /// One step of moving and zooming until the sheet has its size and place.
  private mutating func approach(_ conditions: Camera.Conditions) {
    let outline = print.outline.map { pixel(ofDesk: $0) }
    let xs = outline.map(\.x), ys = outline.map(\.y)
    let left = xs.min() ?? 0, right = xs.max() ?? 0, top = ys.min() ?? 0, bottom = ys.max() ?? 0
    let (frame, fill) = ((x: centre.x * 2, y: centre.y * 2), min(1, max(0.05, conditions.fill)))
    let zoom = min(frame.x * fill / (right - left), frame.y * fill / (bottom - top))
    guard zoom.isFinite, zoom > 0 else { return }
    let slack = (
      x: max(0, frame.x - (right - left) * zoom) / 2, y: max(0, frame.y - (bottom - top) * zoom) / 2
    )
    let target = (
      x: centre.x + slack.x * min(1, max(-1, conditions.offset.x)),
      y: centre.y + slack.y * min(1, max(-1, conditions.offset.y))
    )
    shift.x += (target.x - ((left + right) / 2 - centre.x) * zoom - centre.x) * distance / (focal * zoom)
    shift.y += (target.y - ((top + bottom) / 2 - centre.y) * zoom - centre.y) * distance / (focal * zoom)
    focal *= zoom
  }

  /// The pixel that shows a place on the desk.
  func pixel(ofDesk place: Point) -> Point {
    let height = -surface.height(place.x, place.y)
    let x = turn[0] * place.x + turn[1] * place.y + turn[2] * height + shift.x
    let y = turn[3] * place.x + turn[4] * place.y + turn[5] * height + shift.y
    let z = turn[6] * place.x + turn[7] * place.y + turn[8] * height + distance
    let (u, v) = (focal * x / max(z, 1), focal * y / max(z, 1))
    let factor = 1 + distortion * (u * u + v * v)
    return Point(x: centre.x + u * factor, y: centre.y + v * factor)
  }

  /// The place on the desk that a pixel shows.
  func desk(ofPixel pixel: Point) -> Point {
    let (dx, dy) = (pixel.x - centre.x, pixel.y - centre.y)
    var factor = 1.0
    for _ in 0..<4 {
      factor = max(0.2, 1 + distortion * (dx * dx + dy * dy) / (factor * factor))
    }
    let (u, v) = (dx / factor / focal, dy / factor / focal)
    // The camera's place and the ray, both in desk coordinates.
    let x = turn[0] * u + turn[3] * v + turn[6],
      x0 = turn[0] * shift.x + turn[3] * shift.y + turn[6] * distance
    let y = turn[1] * u + turn[4] * v + turn[7],
      y0 = turn[1] * shift.x + turn[4] * shift.y + turn[7] * distance
    let z = max(0.02, turn[2] * u + turn[5] * v + turn[8])
    let z0 = turn[2] * shift.x + turn[5] * shift.y + turn[8] * distance
    var place = Point(x: x * z0 / z - x0, y: y * z0 / z - y0)
    guard !surface.isFlat else { return place }
    for _ in 0..<3 {
      let reach = (z0 - surface.height(place.x, place.y)) / z
      place = Point(x: x * reach - x0, y: y * reach - y0)
    }
    return place
  }

  /// How much brighter the surface is where it leans towards the light.
  func shading(_ place: Point) -> Double { surface.shading(place.x, place.y) }

  /// Pixels a millimetre, in the middle of the sheet.
  var scale: Double {
    let a = pixel(ofDesk: Point(x: -5, y: -5)), b = pixel(ofDesk: Point(x: 5, y: 5))
    return hypot(b.x - a.x, b.y - a.y) / hypot(10, 10)
  }

  private static func rotation(_ conditions: Camera.Conditions) -> [Double] {
    let roll = conditions.rotation * .pi / 180, tilt = min(70, max(-70, conditions.tilt)) * .pi / 180
    let side = conditions.tiltDirection * .pi / 180
    let (c, s) = (cos(side), sin(side))
    let (ct, st) = (cos(tilt), sin(tilt))
    // Lean about the axis (c, s, 0) by Rodrigues' formula, after the roll about the line of sight.
    let lean = [
      ct + c * c * (1 - ct), c * s * (1 - ct), s * st,
      c * s * (1 - ct), ct + s * s * (1 - ct), -c * st,
      -s * st, c * st, ct,
    ]
    let (cr, sr) = (cos(roll), sin(roll))
    return (0..<3).flatMap { row in
      let (a, b) = (lean[row * 3], lean[row * 3 + 1])
      return [a * cr + b * sr, b * cr - a * sr, lean[row * 3 + 2]]
    }
  }
}

/// The height of bent and folded paper over the desk.
private struct Surface {
  let isFlat: Bool
  private let curl: Double
  private let crease: Double
  private let across: (x: Double, y: Double)
  private let half: Double

  init(_ conditions: Camera.Conditions, size: (width: Double, height: Double)) {
    let angle = conditions.curlDirection * .pi / 180
    let length = abs(size.width / 2 * cos(angle)) + abs(size.height / 2 * sin(angle))
    across = (cos(angle) / length, sin(angle) / length)
    half = size.height / 2
    let most = 0.15 * min(size.width, size.height)
    curl = min(most, max(-most, conditions.curl))
    crease = min(most, max(-most, conditions.crease))
    isFlat = conditions.curl == 0 && conditions.crease == 0
  }

  func height(_ x: Double, _ y: Double) -> Double {
    guard !isFlat else { return 0 }
    let s = min(1, abs(x * across.x + y * across.y))
    let bend = curl > 0 ? curl * (1 - s * s) : -curl * s * s
    return bend + crease * max(0, 1 - abs(y) / half)
  }

  func shading(_ x: Double, _ y: Double) -> Double {
    guard !isFlat else { return 1 }
    let slope = (
      x: (height(x + 1, y) - height(x - 1, y)) / 2, y: (height(x, y + 1) - height(x, y - 1)) / 2
    )
    return min(1.15, max(0.6, 1 + 0.9 * slope.x + 0.9 * slope.y))
  }
}
