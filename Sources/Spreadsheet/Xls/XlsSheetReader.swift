/// Reads the cells of one sheet of an .xls file ([MS-XLS] 2.1.7.20.5).
struct XlsSheetReader {
  private let stream: LittleEndian
  private let globals: XlsGlobals
  private var rows: [Int: [Cell]] = [:]
  private(set) var facts = SheetFacts()

  init(_ stream: LittleEndian, _ globals: XlsGlobals) {
    self.stream = stream
    self.globals = globals
  }

  /// The rows that hold something, in order; a sheet has at most 65,536.
  mutating func readRows(at start: Int) throws(SpreadsheetError) -> [Row] {
    var place = start
    var depth = 0
    while let record = try BiffRecord(stream, at: place) {
      place = record.end
      if record.type == BiffRecord.beginning {
        depth += 1
      } else if record.type == BiffRecord.endOfPart {
        depth -= 1
        if depth <= 0 { return sortedRows() }
      } else if depth == 1 {
        try take(record)
      }
    }
    throw .damaged(part: "Workbook", .truncated)
  }

  private func sortedRows() -> [Row] {
    rows.sorted { $0.key < $1.key }.map { Row(number: $0.key + 1, cells: $0.value) }
  }

  private mutating func take(_ record: BiffRecord) throws(SpreadsheetError) {
    switch record.type {
    case BiffRecord.sharedText: try set(record, try sharedText(record))
    case BiffRecord.number:
      try set(record, try number(Double(bitPattern: stream.u64(record.start + 6)), record))
    case BiffRecord.packedNumber:
      try set(record, try number(BiffNumber.value(stream.u32(record.start + 6)), record))
    case BiffRecord.packedNumbers: try takePackedNumbers(record)
    case BiffRecord.label, BiffRecord.richText: try set(record, try label(record))
    case BiffRecord.booleanOrError: try set(record, try booleanOrError(record, at: record.start + 6))
    case BiffRecord.formula: try takeFormula(record)
    case BiffRecord.row: if try stream.u16(record.start + 12) & 0x20 != 0 { facts.hiddenRows += 1 }
    case BiffRecord.columns: try takeColumns(record)
    case BiffRecord.mergedCells: try takeMergedCells(record)
    default: break
    }
  }

  private mutating func set(_ record: BiffRecord, _ cell: Cell) throws(SpreadsheetError) {
    set(row: Int(try stream.u16(record.start)), column: Int(try stream.u16(record.start + 2)), cell)
  }

  private mutating func set(row: Int, column: Int, _ cell: Cell) {
    // Excel 97 to 2003 have 256 columns.
    guard cell != .empty, column < 256 else { return }
    var cells = rows.removeValue(forKey: row) ?? []
    while cells.count <= column { cells.append(.empty) }
    cells[column] = cell
    rows[row] = cells
  }
}

extension XlsSheetReader {
  private func sharedText(_ record: BiffRecord) throws(SpreadsheetError) -> Cell {
    let index = Int(try stream.u32(record.start + 6))
    guard index < globals.strings.count else { throw .damaged(part: "Workbook", .sharedString(index)) }
    return XlsSheetReader.text(globals.strings[index])
  }

  private static func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

  private func label(_ record: BiffRecord) throws(SpreadsheetError) -> Cell {
    var text = BiffStrings(stream, in: record, skip: 6)
    return XlsSheetReader.text(try text.string())
  }

  private func number(_ value: Double, _ record: BiffRecord) throws(SpreadsheetError) -> Cell {
    number(value, format: Int(try stream.u16(record.start + 4)))
  }

  private func number(_ value: Double, format: Int) -> Cell {
    if globals.isDate(format: format), let date = SerialDate.cell(value, from1904: globals.from1904) {
      return date
    }
    return .number(value, raw: BiffNumber.text(value))
  }

  private mutating func takePackedNumbers(_ record: BiffRecord) throws(SpreadsheetError) {
    let row = Int(try stream.u16(record.start))
    let first = Int(try stream.u16(record.start + 2))
    for index in 0..<max(0, (record.count - 6) / 6) {
      let place = record.start + 4 + 6 * index
      let value = BiffNumber.value(try stream.u32(place + 2))
      set(row: row, column: first + index, number(value, format: Int(try stream.u16(place))))
    }
  }

  private func booleanOrError(_ record: BiffRecord, at place: Int) throws(SpreadsheetError) -> Cell {
    let value = try stream.u8(place)
    return try stream.u8(place + 1) == 0 ? .boolean(value != 0) : .error(BiffNumber.errorText(value))
  }

  /// The value that the formula had when the file was saved.
  private mutating func takeFormula(_ record: BiffRecord) throws(SpreadsheetError) {
    let place = record.start + 6
    guard try stream.u16(place + 6) == 0xFFFF else {
      return try set(record, try number(Double(bitPattern: stream.u64(place)), record))
    }
    switch try stream.u8(place) {
    case 0: try set(record, try formulaText(after: record))
    case 1: try set(record, .boolean(try stream.u8(place + 2) != 0))
    case 2: try set(record, .error(BiffNumber.errorText(try stream.u8(place + 2))))
    default: break
    }
  }

  /// The text follows in a record of its own, perhaps after that of a shared formula.
  private func formulaText(after record: BiffRecord) throws(SpreadsheetError) -> Cell {
    var place = record.end
    for _ in 0..<3 {
      guard let next = try BiffRecord(stream, at: place) else { return .empty }
      if next.type == BiffRecord.formulaText {
        var text = BiffStrings(stream, in: next, skip: 0)
        return XlsSheetReader.text(try text.string())
      }
      place = next.end
    }
    return .empty
  }

  private mutating func takeColumns(_ record: BiffRecord) throws(SpreadsheetError) {
    let first = Int(try stream.u16(record.start)) + 1
    let last = Int(try stream.u16(record.start + 2)) + 1
    guard try stream.u16(record.start + 8) & 1 != 0, first <= last else { return }
    if facts.hiddenColumns.count < 256 { facts.hiddenColumns.append(first...last) }
  }

  private mutating func takeMergedCells(_ record: BiffRecord) throws(SpreadsheetError) {
    for index in 0..<Int(try stream.u16(record.start)) {
      let place = record.start + 2 + 8 * index
      let (top, bottom) = (Int(try stream.u16(place)) + 1, Int(try stream.u16(place + 2)) + 1)
      let (left, right) = (Int(try stream.u16(place + 4)) + 1, Int(try stream.u16(place + 6)) + 1)
      guard top <= bottom, left <= right else { continue }
      facts.add(merged: CellRange(columns: left...right, rows: top...bottom))
    }
  }
}
