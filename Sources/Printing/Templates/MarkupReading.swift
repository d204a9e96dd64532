import Ballot

/// Reads marked-up lines into blocks, one after the other.
struct MarkupReading {
  private let signature: PaperMarkup.Signature
  private var blocks: [Block] = []
  private var table: Table?
  private var names: [String] = []
  private var nameColumns = 4
  private var rowHeight = 0.0
  private var hasTitle = false

  init(_ signature: PaperMarkup.Signature) { self.signature = signature }

  mutating func take(_ line: Substring) {
    if line.hasPrefix("|"), !line.hasPrefix("|="), !line.hasPrefix("|~"), table != nil {
      table?.rows.append(MarkupReading.cells(line))
      return
    }
    if line.hasPrefix("* ") {
      flushTable()
      names.append(MarkupReading.trimmed(line.dropFirst(2)))
      return
    }
    flush()
    begin(line)
  }

  mutating func finished() -> [Block] {
    flush()
    return blocks
  }

  private mutating func begin(_ line: Substring) {
    if line.hasPrefix("# ") {
      if hasTitle { blocks.append(.title(String(line.dropFirst(2)))) }
      hasTitle = true
      return
    }
    if line.hasPrefix("|=") || line.hasPrefix("|~") {
      table = MarkupReading.table(line, rowHeight: rowHeight)
    } else if line.hasPrefix("@") {
      direct(line.dropFirst())
    } else if line.hasPrefix("## ") {
      blocks.append(.heading(String(line.dropFirst(3))))
    } else if line.hasPrefix("> ") {
      blocks.append(.plain(String(line.dropFirst(2))))
    } else if line.hasPrefix("~ ") {
      blocks.append(.note(String(line.dropFirst(2))))
    } else if line.hasPrefix("= ") {
      blocks.append(.centred(String(line.dropFirst(2))))
    } else {
      blocks.append(.paragraph(MarkupReading.trimmed(line)))
    }
  }

  /// Tables without heads that follow each other are parts of one form.
  private mutating func append(_ table: Table) {
    if case .table(var above)? = blocks.last, !above.hasHead, !table.hasHead {
      above.isJoined = true
      blocks[blocks.count - 1] = .table(above)
    }
    blocks.append(.table(table))
  }

  /// `|= 姓名@seal`, `@sign a；b`, `@space 5`, `@page`, `@columns 4`, `@rows 9`; `@size 14` is for the whole paper.
  private mutating func direct(_ line: Substring) {
    let word = line.prefix { $0 != " " }
    let rest = MarkupReading.trimmed(line.dropFirst(word.count))
    switch word {
    case "seal":
      blocks.append(.seal(issuer: signature.issuer, date: signature.date, signature.seal))
    case "sign": blocks.append(.signatures(rest.split(separator: "；").map(String.init)))
    case "space": blocks.append(.space(Double(rest) ?? 4))
    case "size": break
    case "page": blocks.append(.pageBreak)
    case "columns": nameColumns = min(max(Int(rest) ?? 4, 1), 12)
    case "rows": rowHeight = min(max(Double(rest) ?? 0, 0), 120)
    default: blocks.append(.paragraph("@" + line))
    }
  }

  private mutating func flush() {
    flushTable()
    guard !names.isEmpty else { return }
    blocks.append(.names(names, columns: nameColumns))
    names = []
  }

  private mutating func flushTable() {
    if let table { append(table) }
    table = nil
  }

  /// `|= 姓名:3 | 赞成:1:right`: a head; `|~ 1* | 3`: no head, columns with a star hold labels.
  private static func table(_ line: Substring, rowHeight: Double) -> Table {
    let hasHead = line.hasPrefix("|=")
    let columns = cells("|" + line.dropFirst(2)).map { cell -> Table.Column in
      guard hasHead else {
        let isLabel = cell.hasSuffix("*")
        let width = Double(isLabel ? cell.dropLast() : cell[...]) ?? 1
        return Table.Column("", width: width, isLabel ? .centre : .left, isLabel: isLabel)
      }
      let parts = cell.split(separator: ":", omittingEmptySubsequences: false)
      let width = parts.count > 1 ? Double(parts[1]) ?? 1 : 1
      return Table.Column(
        String(parts.first ?? ""), width: width, alignment(parts.count > 2 ? parts[2] : ""))
    }
    return Table(columns: columns, rows: [], hasHead: hasHead, rowHeight: rowHeight)
  }

  private static func alignment(_ word: Substring) -> TextStyle.Alignment {
    switch word {
    case "right": .right
    case "centre": .centre
    default: .left
    }
  }

  private static func cells(_ line: Substring) -> [String] {
    var parts = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
    if let last = parts.last, last.allSatisfy(\.isWhitespace), parts.count > 1 { parts.removeLast() }
    return parts.map(trimmed)
  }

  private static func cells(_ line: String) -> [String] { cells(line[...]) }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
