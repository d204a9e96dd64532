/// Numbers and error codes as .xls packs them ([MS-XLS] 2.5.231 and 2.5.10).
enum BiffNumber {
  /// The value of an RkNumber: 30 bits of a double or of an integer, perhaps in hundredths.
  static func value(_ packed: UInt32) -> Double {
    let isInteger = packed & 2 != 0
    let value =
      isInteger ? Double(Int32(bitPattern: packed) >> 2) : Double(bitPattern: UInt64(packed & ~3) << 32)
    return packed & 1 != 0 ? value / 100 : value
  }

  /// The digits that an .xlsx would hold for the number: no `.0` on whole ones.
  static func text(_ value: Double) -> String {
    if let whole = Int(exactly: value), abs(whole) < 1_000_000_000_000_000 { return String(whole) }
    return value.description
  }

  static func errorText(_ code: UInt8) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    case 0x2A: "#N/A"
    default: "#ERROR \(code)"
    }
  }
}
