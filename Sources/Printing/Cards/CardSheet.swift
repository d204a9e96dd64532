package import Ballot

/// Voter cards on A4 sheets, eight a page, to be cut along the dashed lines.
///
/// Each card has a stub that the receiver signs. Pages go to the disk as they are full, so the number of cards is
/// bounded by nothing but the disk.
package struct CardSheet {
  private let issue: CardIssue
  private let seal: Picture?

  package init(_ issue: CardIssue, seal: Picture? = nil) {
    self.issue = issue
    self.seal = seal
  }

  /// Cards on a page.
  package static let perPage = columns * rows

  static let columns = 2
  static let rows = 4
  static let card = (w: 97.0, h: 70.0)
  private static let origin = Point(x: 8, y: 8.5)

  /// Writes the cards as a PDF, in the order given, along the rows of each page.
  ///
  /// - Returns: the texts that no installed font can print completely.
  @discardableResult package func write(
    _ cards: some Sequence<CardFace>, to path: String, created: Day
  ) throws(PDFError) -> [String] {
    let document = try PDFDocument(path: path, title: issue.title, created: created)
    var place = 0
    for card in cards {
      if place % CardSheet.perPage == 0 { startPage(of: document) }
      try draw(card, at: CardSheet.corner(of: place % CardSheet.perPage), on: document)
      place += 1
    }
    if place == 0 { document.startPage(width: 210, height: 297) }
    try document.finish()
    return document.unprintable
  }

  /// Where the card at a place of a page stands, places counted from 0 along the rows.
  package static func area(of place: Int) -> Rect {
    let corner = corner(of: place)
    return Rect(x: corner.x, y: corner.y, w: card.w, h: card.h)
  }

  static func corner(of place: Int) -> Point {
    Point(
      x: origin.x + Double(place % columns) * card.w, y: origin.y + Double(place / columns) * card.h)
  }

  private func startPage(of document: PDFDocument) {
    document.startPage(width: 210, height: 297)
    document.setColour(.black)
    document.stamp("page", size: (210, 297), at: Point(x: 0, y: 0)) {
      cutLines(on: document)
      for place in 0..<CardSheet.perPage {
        CardBlank(issue: issue, seal: seal, corner: CardSheet.corner(of: place)).draw(on: document)
      }
    }
  }

  private func cutLines(on document: PDFDocument) {
    document.setColour(.grey)
    for column in 0...CardSheet.columns {
      let x = CardSheet.origin.x + Double(column) * CardSheet.card.w
      document.line(from: Point(x: x, y: 4), to: Point(x: x, y: 293), width: 0.15, dashes: [1.2, 1.2])
    }
    for row in 0...CardSheet.rows {
      let y = CardSheet.origin.y + Double(row) * CardSheet.card.h
      document.line(from: Point(x: 4, y: y), to: Point(x: 206, y: y), width: 0.15, dashes: [1.2, 1.2])
    }
    document.setColour(.black)
  }

  private func draw(_ card: CardFace, at corner: Point, on document: PDFDocument) throws(PDFError) {
    let form = CardForm(corner)
    let value = TextStyle(.kai, 12)
    document.text(PersonName.spaced(card.name), in: form.name, TextStyle(.kai, 14))
    document.text(card.sex, in: form.sex, value)
    document.text(card.rollNumber, in: form.rollNumber, TextStyle(.hei, 12))
    document.text(card.group, in: form.group, value)
    document.text(card.station, in: form.station, value)
    document.text(card.hours, in: form.hours, value)
    try document.code(card.code, in: form.code)
    document.text(PersonName.spaced(card.name), in: form.stubName, value)
    document.text(card.rollNumber, in: form.stubNumber, TextStyle(.hei, 11))
    document.text(card.group, in: form.stubGroup, TextStyle(.kai, 11))
  }
}
