/// Reads a sheet's rows as the parser comes to them (ECMA-376 part 1, 18.3.1).
final class XlsxSheetPart: XMLVisitor {
  private(set) var facts = SheetFacts()
  private let book: XlsxBook
  private let onRow: (Row) -> RowDemand
  private var row = 0
  private var cells: [Cell] = []
  private var cell: XlsxCell?
  private var column = 0
  private var isInline = false
  private var isPhonetic = false

  init(_ book: XlsxBook, onRow: @escaping (Row) -> RowDemand) {
    self.book = book
    self.onRow = onRow
    super.init(limits: book.limits)
  }

  override func start(_ element: XMLElement) {
    switch element.name.single {
    case UInt8(ascii: "c"): startCell(element)
    case UInt8(ascii: "v"): if cell != nil { beginText() }
    case UInt8(ascii: "t"): isCollecting = isInline && !isPhonetic
    case .some: break
    case nil: startOther(element)
    }
  }

  private func startOther(_ element: XMLElement) {
    if element.name == "row" {
      startRow(element)
    } else if element.name == "is" {
      isInline = true
      text.removeAll(keepingCapacity: true)
    } else if element.name == "rPh" {
      isPhonetic = true
    } else if element.name == "col" {
      addColumns(element)
    } else if element.name == "mergeCell" {
      if let range = element.text("ref").flatMap(CellRange.init(reference:)) { facts.add(merged: range) }
    }
  }

  override func end(_ name: XMLName) {
    switch name.single {
    case UInt8(ascii: "c"): endCell()
    case UInt8(ascii: "v"), UInt8(ascii: "t"): isCollecting = false
    case .some: break
    case nil:
      if name == "row" {
        endRow()
      } else if name == "is" {
        isInline = false
      } else if name == "rPh" {
        isPhonetic = false
      }
    }
  }

  private func addColumns(_ element: XMLElement) {
    guard element.flag("hidden"), let first = element.number("min"), let last = element.number("max") else {
      return
    }
    if first <= last, facts.hiddenColumns.count < 16_384 { facts.hiddenColumns.append(first...last) }
  }
}

extension XlsxSheetPart {
  private func startRow(_ element: XMLElement) {
    let number = element.text("r").map { Int($0) ?? -1 } ?? row + 1
    guard number > row else { return failure = .damaged(part: book.sheetName, .rowNumber(number)) }
    guard number <= book.limits.rows else { return failure = .tooLarge(.rows, limit: book.limits.rows) }
    row = number
    column = 0
    if element.flag("hidden") { facts.hiddenRows += 1 }
  }

  private func endRow() {
    guard !cells.isEmpty else { return }
    facts.rows += 1
    facts.cells += cells.count
    guard facts.cells <= book.limits.cells else {
      return failure = .tooLarge(.cells, limit: book.limits.cells)
    }
    let count = cells.count
    if onRow(Row(number: row, cells: cells)) == .stop { isDone = true }
    cells = []
    cells.reserveCapacity(count)
  }

  private func startCell(_ element: XMLElement) {
    let next = XlsxCell(element)
    cell = next
    column = next.column ?? column + 1
    text.removeAll(keepingCapacity: true)
    if next.isMisplaced {
      failure = .damaged(part: book.sheetName, .cellReference(element.text("r") ?? ""))
    } else if column > book.limits.columns {
      failure = .tooLarge(.columns, limit: book.limits.columns)
    }
  }

  private func endCell() {
    guard let cell else { return }
    self.cell = nil
    guard failure == nil, !text.isEmpty else { return }
    let value = value(of: cell)
    guard value != .empty else { return }
    while cells.count < column - 1 { cells.append(.empty) }
    if cells.count < column { cells.append(value) } else { cells[column - 1] = value }
  }

  private func value(of cell: XlsxCell) -> Cell {
    switch cell.kind {
    case .number: number(style: cell.style)
    case .shared: shared()
    case .text, .inline: .text(XlsxText.string(text))
    case .boolean: .boolean(text != [UInt8(ascii: "0")] && text != Array("false".utf8))
    case .error: .error(String(decoding: text, as: UTF8.self))
    case .date: isoDate()
    }
  }

  private func isoDate() -> Cell {
    let written = String(decoding: text, as: UTF8.self)
    return SerialDate.cell(iso: written) ?? .text(written)
  }

  private func number(style: Int) -> Cell {
    let raw = String(decoding: text, as: UTF8.self)
    guard let value = CellNumber.value(text) ?? Double(raw), value.isFinite else { return .text(raw) }
    let isDate = style < book.isDate.count && book.isDate[style]
    if isDate, let date = SerialDate.cell(value, from1904: book.from1904) { return date }
    return .number(value, raw: raw)
  }

  private func shared() -> Cell {
    guard let value = CellNumber.value(text), let index = Int(exactly: value), index < book.strings.count
    else {
      failure = .damaged(
        part: book.sheetName, .sharedString(Int(String(decoding: text, as: UTF8.self)) ?? -1))
      return .empty
    }
    let string = book.strings[index]
    return string.isEmpty ? .empty : .text(string)
  }
}
