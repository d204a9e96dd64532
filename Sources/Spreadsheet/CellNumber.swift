/// The common numbers of a table, read without a detour through text.
enum CellNumber {
  /// The value of 1 to 15 digits, which a `Double` holds exactly; nil for anything else.
  static func value(_ digits: [UInt8]) -> Double? {
    guard (1...15).contains(digits.count) else { return nil }
    var value = 0
    for byte in digits {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return Double(value)
  }
}
