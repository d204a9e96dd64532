import Ballot

/// A part of an official paper, from top to bottom.
package enum Block {
  /// Running text, its first line indented by two characters.
  case paragraph(String)
  /// Running text without indent: an addressee, a note.
  case plain(String)
  /// A line in small type: where a paper hangs, whom to call.
  case note(String)
  case heading(String)
  /// A title within a paper: of its second sheet.
  case title(String)
  /// A line in the middle: what stands under a title.
  case centred(String)
  case table(Table)
  /// Names in so many columns, row by row, without lines: a long list that people look themselves up in.
  case names([String], columns: Int)
  /// Lines to sign on, two in a row: `总监票人`.
  case signatures([String])
  /// Who signs and when, lower right, with the seal over it.
  case seal(issuer: String, date: String, Picture?)
  /// Code symbols side by side, each with a caption.
  case codes([(text: String, caption: String)])
  /// Pictures side by side, each with a caption, at most so many millimetres high.
  case pictures([(picture: Picture, caption: String)], height: Double)
  case space(Double)
  case pageBreak
}

extension Block {
  func draw(_ flow: inout PaperFlow, size: Double) throws(PDFError) {
    let text = TextStyle(.fang, size, leading: 1.75)
    switch self {
    case .paragraph(let words):
      var style = text
      style.indent = 2
      flow.put(words, style)
    case .plain(let words): flow.put(words, text)
    case .note(let words): flow.put(words, TextStyle(.fang, size * 0.7, leading: 1.6))
    case .heading(let words):
      // A heading stays with what follows it.
      flow.keep(size * 2.6)
      flow.put(words, TextStyle(.hei, size, leading: 1.75))
    case .title(let words): Block.putTitle(words, &flow)
    case .centred(let words): flow.put(words, TextStyle(.fang, size, alignment: .centre, leading: 1.75))
    case .names(let names, let columns): Block.list(names, columns, &flow, size)
    case .table(let table): TableDrawing(table, size: size * 0.8).draw(&flow)
    case .signatures(let labels): Block.sign(labels, &flow, size)
    case .seal(let issuer, let date, let seal):
      SealPlace(issuer: issuer, date: date, seal: seal, size: size).draw(
        in: Block.sealArea(&flow), on: flow.document)
    case .codes(let codes): try Block.draw(codes, &flow)
    case .pictures(let pictures, let height): Block.draw(pictures, height, &flow)
    case .space(let height): flow.skip(height)
    case .pageBreak: flow.breakPage()
    }
  }

  /// A title in one line, or broken where it may be so that no line is a remnant.
  static func putTitle(_ words: String, _ flow: inout PaperFlow) {
    let style = TextStyle(.song, 22, bold: true, alignment: .centre, leading: 1.5)
    let parts = words.split(separator: "／").map(String.init)
    let whole = parts.joined()
    let fits = flow.document.width(of: whole, style) <= PaperFlow.body.w
    for line in fits ? [whole] : parts { flow.put(line, style) }
  }

  /// The names stand under each other, in a face that has every rare character; a long one takes two places.
  private static func list(_ names: [String], _ columns: Int, _ flow: inout PaperFlow, _ size: Double) {
    let style = TextStyle(.kai, size * 0.9)
    let width = PaperFlow.body.w / Double(columns)
    var (row, column) = (Rect(x: 0, y: 0, w: 0, h: 0), columns)
    for name in names {
      let places = flow.document.width(of: name, style) > width - 1.5 ? min(2, columns) : 1
      if column + places > columns { (row, column) = (flow.take(size * 0.48), 0) }
      let x = row.x + Double(column) * width
      flow.document.text(name, in: Rect(x: x, y: row.y, w: Double(places) * width - 1.5, h: row.h), style)
      column += places
    }
    flow.skip(2)
  }

  /// A seal never stands alone on a page: it and the small type under it keep the words above them.
  private static let sealHeight = 64.0

  /// Starts a new page where the words would fit and the seal under them would not.
  func stay(withSealOn flow: inout PaperFlow, size: Double) {
    guard case .paragraph(let words) = self else { return }
    var style = TextStyle(.fang, size, leading: 1.75)
    style.indent = 2
    let height = flow.document.height(of: words, style, width: PaperFlow.body.w)
    if height < PaperFlow.body.h / 3, flow.isShort(of: height + Block.sealHeight) { flow.breakPage() }
  }

  private static func sealArea(_ flow: inout PaperFlow) -> Rect {
    flow.skip(6)
    let row = flow.take(42)
    return Rect(x: row.maxX - 92, y: row.y, w: 84, h: row.h)
  }

  private static func sign(_ labels: [String], _ flow: inout PaperFlow, _ size: Double) {
    let style = TextStyle(.fang, size)
    flow.keep(size * 0.75 * Double((labels.count + 1) / 2))
    for start in stride(from: 0, to: labels.count, by: 2) {
      let row = flow.take(size * 0.75)
      for (place, label) in labels[start..<min(start + 2, labels.count)].enumerated() {
        let half = Rect(x: row.x + Double(place) * (row.w / 2 + 3), y: row.y, w: row.w / 2 - 3, h: row.h)
        let width = min(flow.document.width(of: label, style), half.w * 0.7)
        flow.document.text(label, in: Rect(x: half.x, y: half.y, w: width, h: half.h), style)
        let y = half.maxY - 2
        flow.document.line(
          from: Point(x: half.x + width + 2, y: y), to: Point(x: half.maxX, y: y), width: 0.18)
      }
    }
  }

  /// A module of 0.6 mm is what a telephone reads at arm's length.
  private static func draw(_ codes: [(text: String, caption: String)], _ flow: inout PaperFlow)
    throws(PDFError)
  {
    let document = flow.document
    var sides: [Double] = []
    for code in codes { sides.append(min(70, max(24, Double(try QRSymbol(code.text).width) * 0.6))) }
    let caption = TextStyle(.hei, 9, alignment: .centre)
    let row = flow.take((sides.max() ?? 0) + 18)
    var x = row.x + 4
    for (code, side) in zip(codes, sides) {
      let width = max(side, 36)
      try document.code(code.text, in: Rect(x: x + (width - side) / 2, y: row.y + 4, w: side, h: side))
      document.text(
        code.caption, in: Rect(x: x, y: row.y + side + 7, w: width, h: 9), caption, fit: .wrap, place: .top)
      x += width + 10
    }
  }

  private static func draw(
    _ pictures: [(picture: Picture, caption: String)], _ height: Double, _ flow: inout PaperFlow
  ) {
    guard !pictures.isEmpty else { return }
    let row = flow.take(height + 8)
    let width = (row.w - 4 * Double(pictures.count - 1)) / Double(pictures.count)
    for (place, item) in pictures.enumerated() {
      let x = row.x + Double(place) * (width + 4)
      flow.document.picture(item.picture, in: Rect(x: x, y: row.y, w: width, h: height))
      flow.document.text(
        item.caption, in: Rect(x: x, y: row.y + height + 1, w: width, h: 5),
        TextStyle(.hei, 9, alignment: .centre))
    }
  }
}
