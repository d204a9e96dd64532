package import Ballot

/// Draws a ballot's pages as its layout says.
///
/// The mark boxes, the fiducials and the code symbol stand exactly where `BallotLayout` puts them, because the
/// reader looks for them there. Nothing else is drawn in a mark box, in a name box or round a fiducial.
package struct BallotDrawing {
  private let ballot: BallotSpecification
  private let layout: BallotLayout
  private let seal: Picture?

  package init(_ ballot: BallotSpecification, layout: BallotLayout, seal: Picture? = nil) {
    self.ballot = ballot
    self.layout = layout
    self.seal = seal
  }

  /// Writes the ballot as a PDF, a page a sheet side.
  package func write(to path: String, created: Day) throws(PDFError) {
    let document = try PDFDocument(path: path, title: ballot.title, created: created)
    for page in layout.pages { try draw(page, on: document) }
    try document.finish()
  }

  private func draw(_ page: BallotPage, on document: PDFDocument) throws(PDFError) {
    document.startPage(width: page.width, height: page.height)
    document.setColour(.black)
    for centre in page.fiducials { fiducial(centre, on: document) }
    try document.code(page.codeText, in: page.code)
    title(of: page, on: document)
    for section in page.sections { draw(section, on: document) }
    instructions(in: page.instructionArea, on: document)
    SealPlace(issuer: ballot.issuer, date: ballot.date, seal: seal).draw(in: page.sealArea, on: document)
  }

  private func fiducial(_ centre: Point, on document: PDFDocument) {
    document.disc(centre, radius: Fiducial.disc)
    document.circle(
      centre, radius: (Fiducial.ringInner + Fiducial.ringOuter) / 2,
      width: Fiducial.ringOuter - Fiducial.ringInner)
  }

  private func title(of page: BallotPage, on document: PDFDocument) {
    let area = page.titleArea
    document.text(
      ballot.title, in: Rect(x: area.x, y: area.y, w: area.w, h: 12),
      TextStyle(.song, 22, bold: true, alignment: .centre))
    document.text(
      ballot.subtitle, in: Rect(x: area.x, y: area.y + 12.5, w: area.w, h: 6),
      TextStyle(.hei, 12, alignment: .centre))
    guard page.pageCount > 1 else { return }
    document.text(
      "第 \(page.page) 页　共 \(page.pageCount) 页", in: Rect(x: area.x, y: area.y + 19, w: area.w, h: 5),
      TextStyle(.song, 10, alignment: .centre))
  }

  private func draw(_ section: BallotSection, on document: PDFDocument) {
    let area = section.headingArea
    let size = section.lines.first?.kind == .answer ? 17.0 : 13
    let ends = Set(section.lines.map(\.row.maxX)).sorted()
    let legend = BallotDrawing.legendWidth
    let room = (ends.first ?? area.maxX) - legend - area.x - 3
    document.text(
      section.heading, in: Rect(x: area.x + 1, y: area.y, w: room, h: area.h), TextStyle(.hei, size))
    for end in ends {
      document.text(
        BallotDrawing.signs(section), in: Rect(x: end - legend - 1, y: area.y + 2, w: legend, h: area.h - 2),
        TextStyle(.hei, 11, alignment: .right))
    }
    for (index, line) in section.lines.enumerated() {
      document.frame(line.row, width: Stroke.row)
      document.frame(line.box, width: Stroke.box)
      switch line.kind {
      case .candidate: candidate(line, number: index + 1, on: document)
      case .writeIn: writeIn(line, on: document)
      case .answer: answer(line, on: document)
      }
    }
  }

  private static let legendWidth = 30.0

  /// The signs that are asked for, where they are drawn: every other sign costs the people at the table a look.
  private static func signs(_ section: BallotSection) -> String {
    section.lines.contains { $0.kind == .candidate } ? "赞成○　反对×" : "画○"
  }

  private func candidate(_ line: BallotLine, number: Int, on document: PDFDocument) {
    let size = line.row.h * 1.72
    let space = line.nameBox
    document.text(
      "\(number)", in: Rect(x: space.x - 2, y: line.row.y, w: 7, h: line.row.h),
      TextStyle(.song, size * 0.55, alignment: .right))
    document.text(
      PersonName.spaced(line.name ?? ""),
      in: Rect(x: space.x + 9, y: line.row.y, w: space.w - 9, h: line.row.h),
      TextStyle(.kai, size))
  }

  private func answer(_ line: BallotLine, on document: PDFDocument) {
    document.text(
      line.name ?? "", in: Rect(x: line.nameBox.x + 6, y: line.row.y, w: line.nameBox.w - 6, h: line.row.h),
      TextStyle(.kai, line.row.h * 1.4))
  }

  private func writeIn(_ line: BallotLine, on document: PDFDocument) {
    let label = Rect(x: line.row.x + 2, y: line.row.y, w: line.nameBox.x - line.row.x - 3, h: line.row.h)
    document.text("另选他人", in: label, TextStyle(.hei, min(12, line.row.h * 1.05)))
    document.line(
      from: Point(x: line.nameBox.x, y: line.nameBox.maxY + Stroke.row),
      to: Point(x: line.nameBox.maxX, y: line.nameBox.maxY + Stroke.row), width: Stroke.row)
  }

  private func instructions(in area: Rect, on document: PDFDocument) {
    var y = area.y
    y +=
      document.text(
        "填写说明", in: Rect(x: area.x, y: y, w: area.w, h: 6), TextStyle(.hei, 11), place: .top) + 0.8
    for (index, sentence) in ballot.instructions.enumerated() where y < area.maxY {
      let number = Rect(x: area.x, y: y, w: 5, h: area.maxY - y)
      document.text("\(index + 1).", in: number, TextStyle(.fang, 11), place: .top)
      y +=
        document.text(
          sentence, in: Rect(x: area.x + 5, y: y, w: area.w - 5, h: area.maxY - y), TextStyle(.fang, 11),
          fit: .wrap,
          place: .top) + 0.5
    }
  }
}
