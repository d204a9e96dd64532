/// A citizen's identity number of 18 characters (公民身份号码, GB 11643-1999) that has passed every check.
///
/// Only 17 digits are stored; the last character follows from them. `description` is masked, so a number
/// cannot slip into a log or a message; `unmasked` has to be asked for by name.
package struct IdentityNumber: Hashable, Sendable {
  private let body: UInt64

  /// Reads a number as people write it: full-width digits, a small x and spaces around are accepted.
  ///
  /// - Parameters:
  ///   - text: the number as written.
  ///   - day: no one on the roll is born after this day.
  /// - Throws: why it is no identity number.
  package init(_ text: String, asOf day: Day) throws(Fault) {
    let digits = try IdentityNumber.digits(of: text)
    var body: UInt64 = 0
    for digit in digits.dropLast() { body = body * 10 + UInt64(digit) }
    self.body = body
    try IdentityNumber.checkRegion(digits)
    try checkBirth(asOf: day)
    guard checkDigit == digits[17] else { throw .checkDigit }
  }

  /// The date of birth in digits 7 to 14.
  package var birth: Day {
    // The initialisers let no other number in, so the fallback is never taken.
    calendarBirth ?? Day(daysSince1970: 0)
  }

  /// The sex told by the 17th digit: odd for men, even for women.
  package var sex: Sex { body.isMultiple(of: 2) ? .female : .male }

  /// The whole number, for storing, printing on the roll and comparing; never for a screen or a log.
  package var unmasked: String {
    let text = String(body)
    let last = checkDigit == 10 ? "X" : String(checkDigit)
    return String(repeating: "0", count: 17 - text.count) + text + last
  }

  /// The first and last four characters with ten stars between, `5001**********1234`.
  package var masked: String {
    let whole = unmasked
    return "\(whole.prefix(4))**********\(whole.suffix(4))"
  }
}

extension IdentityNumber {
  private static let weights: [UInt64] = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1, 2, 4, 8, 5, 10, 9, 7]

  /// The check character by ISO 7064 MOD 11-2, with 10 for X.
  private var checkDigit: UInt8 {
    var sum: UInt64 = 0
    var rest = body
    for weight in IdentityNumber.weights {
      sum += weight * (rest % 10)
      rest /= 10
    }
    return UInt8((12 - sum % 11) % 11)
  }

  private var calendarBirth: Day? {
    let date = Int(body / 1000 % 100_000_000)
    return Day(year: date / 10_000, month: date / 100 % 100, day: date % 100)
  }

  private func checkBirth(asOf day: Day) throws(Fault) {
    guard let born = calendarBirth, born.year >= 1800 else { throw .impossibleBirthDate }
    guard born <= day else { throw .bornInFuture(born) }
  }

  /// The first two digits: provinces of GB/T 2260, and 81 to 83 of residence permits.
  private static func checkRegion(_ digits: [UInt8]) throws(Fault) {
    let province = Int(digits[0]) * 10 + Int(digits[1])
    switch province {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: return
    default: throw .unknownRegion(province)
    }
  }

  /// The eighteen characters as numbers, X as 10.
  private static func digits(of text: String) throws(Fault) -> [UInt8] {
    let characters = CellText.clean(text)
    var digits: [UInt8] = []
    digits.reserveCapacity(18)
    for (index, byte) in characters.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "X"), UInt8(ascii: "x"): digits.append(10)
      default: throw .foreignCharacter(position: index + 1)
      }
    }
    if digits.count == 15, !digits.contains(10) { throw .fifteenDigits }
    guard digits.count == 18 else { throw .length(digits.count) }
    if let early = digits.dropLast().firstIndex(of: 10) { throw .foreignCharacter(position: early + 1) }
    return digits
  }
}

extension IdentityNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { masked }
  package var debugDescription: String { masked }
  package var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

extension IdentityNumber: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    // What was stored has been checked against its election day before; here only the number itself counts.
    guard let last = Day(iso: "9999-12-31"), let number = try? IdentityNumber(text, asOf: last) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a citizen's identity number"))
    }
    self = number
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(unmasked)
  }
}
