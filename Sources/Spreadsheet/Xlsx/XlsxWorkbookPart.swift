/// The list of sheets and the date system, from `xl/workbook.xml`.
final class XlsxWorkbookPart: XMLVisitor {
  struct Entry {
    let name: String
    let link: String
    let isVisible: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var from1904 = false
  private let limits: Limits

  override init(limits: Limits) {
    self.limits = limits
    super.init(limits: limits)
  }

  override func start(_ element: XMLElement) {
    if element.name == "sheet" {
      addSheet(element)
    } else if element.name == "workbookPr" {
      from1904 = element.flag("date1904")
    }
  }

  private func addSheet(_ element: XMLElement) {
    guard entries.count < limits.sheets else {
      failure = .tooLarge(.sheets, limit: limits.sheets)
      return
    }
    let link = element.text("r:id") ?? element.text("id") ?? ""
    let isVisible = (element.text("state") ?? "visible") == "visible"
    entries.append(Entry(name: element.text("name") ?? "", link: link, isVisible: isVisible))
  }
}
