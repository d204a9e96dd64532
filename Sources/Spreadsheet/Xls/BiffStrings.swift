/// Reads strings that may run on over CONTINUE records ([MS-XLS] 2.5.293, 2.4.265).
struct BiffStrings {
  private let stream: LittleEndian
  private var place: Int
  private var end: Int

  /// Starts at the data of a record, `skip` bytes in.
  init(_ stream: LittleEndian, in record: BiffRecord, skip: Int) {
    self.stream = stream
    place = record.start + skip
    end = record.end
  }

  /// A string with its length in one or two bytes; rich-text runs and phonetics after it are skipped.
  mutating func string(lengthBytes: Int = 2) throws(SpreadsheetError) -> String {
    let count = lengthBytes == 1 ? Int(try byte()) : Int(try word())
    let flags = try byte()
    let runs = flags & 8 != 0 ? Int(try word()) : 0
    let extra = flags & 4 != 0 ? Int(try word()) | Int(try word()) << 16 : 0
    let units = try characters(count, isWide: flags & 1 != 0)
    try skip(4 * runs + extra)
    return String(decoding: units, as: UTF16.self)
  }

  /// Characters of one or two bytes; after a break the continuation says anew which.
  private mutating func characters(_ count: Int, isWide: Bool) throws(SpreadsheetError) -> [UInt16] {
    var isWide = isWide
    var units: [UInt16] = []
    units.reserveCapacity(count)
    while units.count < count {
      if place == end {
        try continueReading()
        isWide = try byte() & 1 != 0
      }
      units.append(isWide ? try word() : UInt16(try byte()))
    }
    return units
  }

  private mutating func byte() throws(SpreadsheetError) -> UInt8 {
    if place == end { try continueReading() }
    defer { place += 1 }
    return try stream.u8(place)
  }

  private mutating func word() throws(SpreadsheetError) -> UInt16 {
    UInt16(try byte()) | UInt16(try byte()) << 8
  }

  private mutating func skip(_ count: Int) throws(SpreadsheetError) {
    var left = count
    while left > 0 {
      if place == end { try continueReading() }
      let step = min(left, end - place)
      place += step
      left -= step
    }
  }

  /// Goes on in the next record, which has to be a continuation with something in it.
  private mutating func continueReading() throws(SpreadsheetError) {
    guard let next = try BiffRecord(stream, at: end), next.type == BiffRecord.continuation, next.count > 0
    else {
      throw .damaged(part: "Workbook", .structure)
    }
    (place, end) = (next.start, next.end)
  }
}
