import Foundation

/// A line chart in SVG.
struct Chart {
  struct Line {
    let name: String
    let colour: String
    let points: [(x: Double, y: Double)]
  }

  let title: String
  let across: String
  let up: String
  let lines: [Line]
  /// Both axes, from and to.
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  static let colours = ["#1b7837", "#2166ac", "#b8860b", "#b2182b", "#762a83"]
  private static let size = (w: 420.0, h: 260.0, left: 58.0, bottom: 40.0, top: 26.0)

  var svg: String {
    let s = Chart.size
    var text = "<svg viewBox=\"0 0 \(s.w) \(s.h)\" width=\"\(s.w)\" height=\"\(s.h)\" font-size=\"11\">"
    text += "<text x=\"\(s.left)\" y=\"14\" font-weight=\"bold\">\(title)</text>"
    for step in 0...4 {
      let part = Double(step) / 4
      let (vx, vy) = (x.lowerBound + part * width(x), y.lowerBound + part * width(y))
      let (px, py) = (place(vx, y.lowerBound).x, place(x.lowerBound, vy).y)
      text += "<line x1=\"\(s.left)\" y1=\"\(n(py))\" x2=\"\(s.w - 8)\" y2=\"\(n(py))\" stroke=\"#ddd\"/>"
      text += "<text x=\"\(s.left - 4)\" y=\"\(n(py + 4))\" text-anchor=\"end\">\(label(vy))</text>"
      text += "<text x=\"\(n(px))\" y=\"\(s.h - 24)\" text-anchor=\"middle\">\(label(vx))</text>"
    }
    text += "<text x=\"\((s.w + s.left) / 2)\" y=\"\(s.h - 8)\" text-anchor=\"middle\">\(across)</text>"
    text += "<text transform=\"translate(12,\(s.h / 2)) rotate(-90)\" text-anchor=\"middle\">\(up)</text>"
    for (index, line) in lines.enumerated() {
      let path = line.points.map { point in
        let p = place(point.x, point.y)
        return "\(n(p.x)),\(n(p.y))"
      }.joined(separator: " ")
      text += "<polyline fill=\"none\" stroke=\"\(line.colour)\" stroke-width=\"2\" points=\"\(path)\"/>"
      for point in line.points {
        let p = place(point.x, point.y)
        text += "<circle cx=\"\(n(p.x))\" cy=\"\(n(p.y))\" r=\"2.5\" fill=\"\(line.colour)\"/>"
      }
      text +=
        "<text x=\"\(s.w - 60)\" y=\"\(s.h / 2 - 20 + Double(index) * 13)\" fill=\"\(line.colour)\">\(line.name)</text>"
    }
    return text + "</svg>"
  }

  private func width(_ range: ClosedRange<Double>) -> Double {
    max(range.upperBound - range.lowerBound, 1e-9)
  }

  private func place(_ vx: Double, _ vy: Double) -> (x: Double, y: Double) {
    let s = Chart.size
    let (inX, inY) = (min(max(vx, x.lowerBound), x.upperBound), min(max(vy, y.lowerBound), y.upperBound))
    return (
      s.left + (inX - x.lowerBound) / width(x) * (s.w - s.left - 12),
      s.h - s.bottom - (inY - y.lowerBound) / width(y) * (s.h - s.bottom - s.top)
    )
  }

  private func n(_ value: Double) -> String { String(format: "%.1f", value) }
  private func label(_ value: Double) -> String { String(format: "%g", (value * 1000).rounded() / 1000) }
}
