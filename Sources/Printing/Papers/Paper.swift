package import Ballot

/// An official paper: a bulletin, a result sheet, a report.
///
/// The proportions are those of GB/T 9704-2012: A4, 37 mm free on top and 28 mm on the left, a body of 156 × 225 mm,
/// the title in 22 points, the text in 16 or a smaller size.
package struct Paper {
  /// Who issues the paper and under which number, above a red line.
  package struct Masthead: Sendable, Equatable {
    package var issuer: String
    package var number: String

    package init(issuer: String, number: String) {
      self.issuer = issuer
      self.number = number
    }
  }

  /// With `／` where it may be broken into two lines.
  package var title: String
  package var masthead: Masthead?
  package var blocks: [Block]
  /// Size of the text, points.
  package var size: Double
  /// The smallest size that may be used to bring two pages down to one.
  package var smallest: Double?
  /// One line in small type at the foot of each page: form and version, content hash.
  package var footer: String

  package init(
    title: String, masthead: Masthead? = nil, blocks: [Block], size: Double = 16, smallest: Double? = nil,
    footer: String = ""
  ) {
    self.title = title
    self.masthead = masthead
    self.blocks = blocks
    self.size = size
    self.smallest = smallest
    self.footer = footer
  }

  /// Writes the paper as a PDF.
  ///
  /// - Returns: the texts that no installed font can print completely.
  @discardableResult package func write(to path: String, created: Day) throws(PDFError) -> [String] {
    let full = try draw(size, to: path, created)
    guard full.pages == 2, let smallest else { return full.unprintable }
    for size in stride(from: size - 1, through: smallest, by: -1) {
      let tight = try draw(size, to: path, created)
      if tight.pages == 1 { return tight.unprintable }
    }
    return try draw(size, to: path, created).unprintable
  }

  private func draw(
    _ size: Double, to path: String, _ created: Day
  ) throws(PDFError) -> (pages: Int, unprintable: [String]) {
    let document = try PDFDocument(path: path, title: plainTitle, created: created)
    var flow = PaperFlow(document, footer: footer)
    head(&flow, size)
    for (place, block) in blocks.enumerated() {
      if place + 1 < blocks.count, case .seal = blocks[place + 1] {
        block.stay(withSealOn: &flow, size: size)
      }
      try block.draw(&flow, size: size)
    }
    try document.finish()
    return (flow.page, document.unprintable)
  }

  private func head(_ flow: inout PaperFlow, _ size: Double) {
    if let masthead { draw(masthead, &flow, size) }
    Block.putTitle(title, &flow)
    flow.skip(size * 0.35)
  }

  private func draw(_ masthead: Masthead, _ flow: inout PaperFlow, _ size: Double) {
    let document = flow.document
    document.setColour(.red)
    let issuer = flow.take(16)
    document.text(masthead.issuer, in: issuer, TextStyle(.song, 34, bold: true, alignment: .centre))
    document.setColour(.black)
    document.text(masthead.number, in: flow.take(9), TextStyle(.fang, size, alignment: .centre))
    let line = flow.take(2)
    document.setColour(.red)
    document.line(from: Point(x: line.x, y: line.y + 1), to: Point(x: line.maxX, y: line.y + 1), width: 0.6)
    document.setColour(.black)
    flow.skip(7)
  }
}
