package import Ballot

/// The place of a seal: who issues a paper and when, and over it the seal or a circle where it is to be put.
package struct SealPlace {
  private let issuer: String
  private let date: String
  private let seal: Picture?
  private let size: Double

  package init(issuer: String, date: String, seal: Picture?, size: Double = 12) {
    self.issuer = issuer
    self.date = date
    self.seal = seal
    self.size = size
  }

  /// Draws it in the middle of an area.
  package func draw(in area: Rect, on document: PDFDocument) {
    let side = min(area.w, area.h)
    let square = Rect(x: area.centre.x - side / 2, y: area.centre.y - side / 2, w: side, h: side)
    if seal == nil { dashedCircle(in: square, on: document) }
    let line = size * 0.6
    let style = TextStyle(.song, size, alignment: .centre)
    document.text(issuer, in: Rect(x: area.x, y: area.centre.y - line, w: area.w, h: line), style)
    document.text(date, in: Rect(x: area.x, y: area.centre.y + 0.5, w: area.w, h: line), style)
    if let seal { document.picture(seal, in: square) }
  }

  private func dashedCircle(in square: Rect, on document: PDFDocument) {
    let before = document.colour
    document.setColour(.grey)
    document.circle(square.centre, radius: square.w / 2 - 0.5, width: 0.2, dashes: [1.5, 1])
    document.text(
      "盖章处", in: Rect(x: square.x, y: square.y + square.h * 0.14, w: square.w, h: size * 0.5),
      TextStyle(.song, size * 0.8, alignment: .centre))
    document.setColour(before)
  }
}
