/// Which cell styles show dates, from `xl/styles.xml`.
final class XlsxStyles: XMLVisitor {
  /// By the index that a cell's `s` gives.
  private(set) var isDate: [Bool] = []
  private var codes: [Int: Bool] = [:]
  private var isInCellFormats = false

  override func start(_ element: XMLElement) {
    if element.name == "numFmt" {
      guard let id = element.number("numFmtId"), let code = element.text("formatCode") else { return }
      codes[id] = NumberFormat.isDate(code: code)
    } else if element.name == "cellXfs" {
      isInCellFormats = true
    } else if isInCellFormats, element.name == "xf" {
      let id = element.number("numFmtId") ?? 0
      isDate.append(codes[id] ?? NumberFormat.isDate(builtIn: id))
    }
  }

  override func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
  }
}
