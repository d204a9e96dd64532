import Ballot

/// Draws a table, with its header again on every page.
struct TableDrawing {
  private let table: Table
  private let size: Double
  private let widths: [Double]

  init(_ table: Table, size: Double) {
    self.table = table
    self.size = size
    let total = table.columns.reduce(0) { $0 + max(0.01, $1.width) }
    widths = table.columns.map { max(0.01, $0.width) / total * PaperFlow.body.w }
  }

  private static let padding = 1.4

  func draw(_ flow: inout PaperFlow) {
    guard !table.columns.isEmpty else { return }
    if table.hasHead { flow.skip(1) }
    let header = table.columns.map(\.title)
    let headerHeight = table.hasHead ? height(of: header, head: true, on: flow.document) : 0
    var isFirst = true
    for row in table.rows {
      let height = height(of: row, head: false, on: flow.document)
      if isFirst || flow.isShort(of: height) {
        flow.keep(headerHeight + height)
        drawHead(header, headerHeight, &flow)
      }
      isFirst = false
      draw(row, head: false, in: flow.take(height), on: flow.document)
    }
    if table.rows.isEmpty { drawHead(header, headerHeight, &flow) }
    if !table.isJoined { flow.skip(3) }
  }

  private func drawHead(_ header: [String], _ height: Double, _ flow: inout PaperFlow) {
    if table.hasHead { draw(header, head: true, in: flow.take(height), on: flow.document) }
  }

  private func style(_ column: Int, head: Bool) -> TextStyle {
    TextStyle(
      head || table.columns[column].isLabel ? .hei : .kai, head ? size : table.cellSize ?? size,
      alignment: head ? .centre : table.columns[column].alignment, leading: 1.25)
  }

  private func height(of cells: [String], head: Bool, on document: PDFDocument) -> Double {
    let heights = zip(cells, widths).enumerated().map { column, cell in
      document.height(of: cell.0, style(column, head: head), width: cell.1 - 2 * TableDrawing.padding)
    }
    let text = min((heights.max() ?? 0) + 2 * TableDrawing.padding, PaperFlow.body.h / 2)
    return head ? text : max(text, table.rowHeight)
  }

  private func draw(_ cells: [String], head: Bool, in row: Rect, on document: PDFDocument) {
    var x = row.x
    for (column, width) in widths.enumerated() {
      let cell = Rect(x: x, y: row.y, w: width, h: row.h)
      document.frame(Rect(x: x - 0.1, y: row.y - 0.1, w: width + 0.2, h: row.h + 0.2), width: 0.2)
      if column < cells.count {
        let inside = cell.inset(by: TableDrawing.padding)
        document.text(cells[column], in: inside, style(column, head: head), fit: .wrap)
      }
      x += width
    }
  }
}
