/// What an .xls file tells before its sheets: their names and places, the strings, the formats.
struct XlsGlobals {
  struct Entry {
    let name: String
    let place: Int
    let isVisible: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var strings: [String] = []
  private(set) var from1904 = false
  private var codes: [Int: Bool] = [:]
  private var formats: [Int] = []
  private let limits: Limits

  init(_ stream: LittleEndian, limits: Limits) throws(SpreadsheetError) {
    self.limits = limits
    var place = 0
    while let record = try BiffRecord(stream, at: place), record.type != BiffRecord.endOfPart {
      if place == 0 { try XlsGlobals.checkVersion(stream, record) }
      try take(record, of: stream)
      place = record.end
    }
  }

  /// Whether cells of a format show dates.
  func isDate(format: Int) -> Bool {
    guard format < formats.count else { return false }
    return codes[formats[format]] ?? NumberFormat.isDate(builtIn: formats[format])
  }

  private static func checkVersion(_ stream: LittleEndian, _ record: BiffRecord) throws(SpreadsheetError) {
    guard record.type == BiffRecord.beginning else { throw .damaged(part: "Workbook", .structure) }
    guard try stream.u16(record.start) == 0x0600 else { throw .notASpreadsheet(.olderExcel) }
  }

  private mutating func take(_ record: BiffRecord, of stream: LittleEndian) throws(SpreadsheetError) {
    switch record.type {
    case BiffRecord.password: throw .encrypted
    case BiffRecord.dateMode: from1904 = try stream.u16(record.start) == 1
    case BiffRecord.sheet: try takeSheet(record, of: stream)
    case BiffRecord.cellFormat: formats.append(Int(try stream.u16(record.start + 2)))
    case BiffRecord.strings: try takeStrings(record, of: stream)
    case BiffRecord.numberFormat:
      var text = BiffStrings(stream, in: record, skip: 2)
      codes[Int(try stream.u16(record.start))] = NumberFormat.isDate(code: try text.string())
    default: break
    }
  }

  /// Sheets of cells only: charts and macro sheets have another kind.
  private mutating func takeSheet(_ record: BiffRecord, of stream: LittleEndian) throws(SpreadsheetError) {
    guard try stream.u8(record.start + 5) == 0 else { return }
    guard entries.count < limits.sheets else { throw .tooLarge(.sheets, limit: limits.sheets) }
    var text = BiffStrings(stream, in: record, skip: 6)
    let name = try text.string(lengthBytes: 1)
    let isVisible = try stream.u8(record.start + 4) & 3 == 0
    entries.append(Entry(name: name, place: Int(try stream.u32(record.start)), isVisible: isVisible))
  }

  private mutating func takeStrings(_ record: BiffRecord, of stream: LittleEndian) throws(SpreadsheetError) {
    let count = Int(try stream.u32(record.start + 4))
    var text = BiffStrings(stream, in: record, skip: 8)
    // A string takes three bytes at least, so a count beyond that is a lie.
    guard count <= stream.count / 3 else { throw .damaged(part: "Workbook", .structure) }
    strings.reserveCapacity(count)
    for _ in 0..<count { strings.append(try text.string()) }
  }
}
