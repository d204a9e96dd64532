import Ballot

/// Fills the body of one page after another from top to bottom.
struct PaperFlow {
  let document: PDFDocument
  private let footer: String
  private var y = 0.0
  private(set) var page = 0

  /// The body of a page, GB/T 9704-2012, 5.2.
  static let body = Rect(x: 28, y: 37, w: 156, h: 225)

  init(_ document: PDFDocument, footer: String) {
    self.document = document
    self.footer = footer
    breakPage()
  }

  private var room: Double { PaperFlow.body.maxY - y }

  mutating func breakPage() {
    page += 1
    document.startPage(width: 210, height: 297)
    document.setColour(.black)
    y = PaperFlow.body.y
    foot()
  }

  /// The page number stands outside: right on odd pages, left on even ones (GB/T 9704-2012, 7.5).
  private func foot() {
    let line = Rect(x: PaperFlow.body.x + 5, y: PaperFlow.body.maxY + 7, w: PaperFlow.body.w - 10, h: 6)
    let side = TextStyle.Alignment.right
    document.text("— \(page) —", in: line, TextStyle(.song, 14, alignment: page % 2 == 1 ? side : .left))
    let small = Rect(x: PaperFlow.body.x, y: line.maxY + 3, w: PaperFlow.body.w, h: 4)
    if !footer.isEmpty { document.text(footer, in: small, TextStyle(.hei, 7.5, alignment: .centre)) }
  }

  /// Goes to the next page unless this height is left.
  mutating func keep(_ height: Double) {
    if height > room, y > PaperFlow.body.y { breakPage() }
  }

  /// Whether the page has less room than this.
  func isShort(of height: Double) -> Bool { height > room }

  /// Takes the next part of the body, on the next page when this one has no room.
  mutating func take(_ height: Double) -> Rect {
    keep(height)
    defer { y += height }
    return Rect(x: PaperFlow.body.x, y: y, w: PaperFlow.body.w, h: height)
  }

  /// Leaves space, but none at the top of a page.
  mutating func skip(_ height: Double) {
    if y > PaperFlow.body.y { y = min(y + height, PaperFlow.body.maxY) }
  }

  /// Sets text line by line, over as many pages as it needs.
  mutating func put(_ words: String, _ style: TextStyle) {
    var rest = Substring(words)
    var style = style
    let line = style.size * style.leading / PDFDocument.scale
    while !rest.isEmpty {
      keep(line)
      let lines = max(1, Int(room / line + 0.001))
      let (part, more) = document.split(String(rest), style, width: PaperFlow.body.w, lines: lines)
      let height = document.height(of: part, style, width: PaperFlow.body.w)
      document.text(part, in: take(min(height, room)), style, fit: .wrap, place: .top)
      rest = more
      style.indent = 0
    }
  }
}
