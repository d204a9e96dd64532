/// One record of an .xls stream ([MS-XLS] 2.1.4): its type, and where its data lie.
struct BiffRecord {
  let type: UInt16
  let start: Int
  let count: Int

  /// The place after the record.
  var end: Int { start + count }

  /// The record at a place, or nil at the end of the stream.
  init?(_ stream: LittleEndian, at place: Int) throws(SpreadsheetError) {
    guard place + 4 <= stream.count else { return nil }
    type = try stream.u16(place)
    start = place + 4
    count = Int(try stream.u16(place + 2))
    guard end <= stream.count else { throw .damaged(part: "Workbook", .truncated) }
  }
}

extension BiffRecord {
  static let formula: UInt16 = 0x06
  static let endOfPart: UInt16 = 0x0A
  static let dateMode: UInt16 = 0x22
  static let password: UInt16 = 0x2F
  static let continuation: UInt16 = 0x3C
  static let columns: UInt16 = 0x7D
  static let sheet: UInt16 = 0x85
  static let packedNumbers: UInt16 = 0xBD
  static let richText: UInt16 = 0xD6
  static let cellFormat: UInt16 = 0xE0
  static let mergedCells: UInt16 = 0xE5
  static let strings: UInt16 = 0xFC
  static let sharedText: UInt16 = 0xFD
  static let number: UInt16 = 0x203
  static let label: UInt16 = 0x204
  static let booleanOrError: UInt16 = 0x205
  static let formulaText: UInt16 = 0x207
  static let row: UInt16 = 0x208
  static let packedNumber: UInt16 = 0x27E
  static let numberFormat: UInt16 = 0x41E
  static let beginning: UInt16 = 0x809
}
