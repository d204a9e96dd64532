/// Bytes of an .xls file; reading beyond them is an error.
struct LittleEndian {
  static let damage = SpreadsheetError.damaged(part: "", .structure)

  let bytes: [UInt8]
  var count: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func u8(_ place: Int) throws(SpreadsheetError) -> UInt8 {
    guard place >= 0, place < bytes.count else { throw LittleEndian.damage }
    return bytes[place]
  }

  func u16(_ place: Int) throws(SpreadsheetError) -> UInt16 {
    guard place >= 0, place + 2 <= bytes.count else { throw LittleEndian.damage }
    return UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
  }

  func u32(_ place: Int) throws(SpreadsheetError) -> UInt32 {
    UInt32(try u16(place)) | UInt32(try u16(place + 2)) << 16
  }

  func u64(_ place: Int) throws(SpreadsheetError) -> UInt64 {
    UInt64(try u32(place)) | UInt64(try u32(place + 4)) << 32
  }

  func slice(_ place: Int, _ count: Int) throws(SpreadsheetError) -> ArraySlice<UInt8> {
    guard place >= 0, count >= 0, place + count <= bytes.count else { throw LittleEndian.damage }
    return bytes[place..<(place + count)]
  }
}
