import Ballot

/// The elected as a table for other programs: comma-separated, UTF-8 with a mark that spreadsheets look for.
struct OfficersFile {
  let rows: [JSON]

  var text: String {
    let columns = SupervisionQuery.officers.columns
    let head = columns.map { Self.quoted($0.title.zh) }.joined(separator: ",")
    let lines = rows.map { row in
      columns.map { column -> String in
        switch row[column.name] {
        case .integer(let number)?: String(number)
        case .string(let text)? where column.name == "body":
          Self.quoted(SupervisionReport.body(text).zh)
        case .string(let text)?: Self.quoted(text)
        default: ""
        }
      }.joined(separator: ",")
    }
    return "\u{FEFF}" + ([head] + lines).map { $0 + "\r\n" }.joined()
  }

  /// A field that no spreadsheet takes for a formula.
  private static func quoted(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t".contains($0) } ?? false
    return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
  }
}
