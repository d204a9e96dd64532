/// The parts of a small .xlsx, each of which a test can replace or leave out.
struct XlsxParts {
  private static let open = #"<?xml version="1.0" encoding="UTF-8"?>"#
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var parts: [String: String] = [
    "[Content_Types].xml": "\(open)<Types/>",
    "_rels/.rels": """
    \(open)<Relationships><Relationship Id="r1" Type="\(types)/officeDocument" Target="/xl/workbook.xml"/></Relationships>
    """,
    "xl/workbook.xml": """
    \(open)<workbook xmlns:r="\(types)"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>
    """,
    "xl/_rels/workbook.xml.rels": """
    \(open)<Relationships><Relationship Id="r1" Type="\(types)/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="r2" Type="\(types)/styles" Target="styles.xml"/>
    <Relationship Id="r3" Type="\(types)/sharedStrings" Target="./sharedStrings.xml"/></Relationships>
    """,
  ]

  init(sheet: String = "", strings: String? = nil, styles: String? = nil) {
    parts["xl/worksheets/sheet1.xml"] = "\(XlsxParts.open)<worksheet>\(sheet)</worksheet>"
    if let strings { parts["xl/sharedStrings.xml"] = "\(XlsxParts.open)<sst>\(strings)</sst>" }
    if let styles { parts["xl/styles.xml"] = "\(XlsxParts.open)<styleSheet>\(styles)</styleSheet>" }
  }

  /// A sheet of rows given as the inside of `sheetData`.
  init(rows: String, strings: String? = nil, styles: String? = nil) {
    self.init(sheet: "<sheetData>\(rows)</sheetData>", strings: strings, styles: styles)
  }

  var bytes: [UInt8] {
    var zip = ZipBytes()
    for (name, content) in parts.sorted(by: { $0.key < $1.key }) { zip.add(name, content) }
    return zip.bytes
  }
}
