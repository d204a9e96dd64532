extension IdentityNumber {
  /// Why a text is no identity number; no case carries the number itself.
  package enum Fault: Error, Hashable, Sendable {
    /// It has so many characters instead of 18.
    case length(Int)
    /// It is a number of the first generation, out of use since 2013.
    case fifteenDigits
    /// The character at this position (from 1) is neither a digit nor a last X.
    case foreignCharacter(position: Int)
    /// The first two digits name no province.
    case unknownRegion(Int)
    /// Digits 7 to 14 are no date.
    case impossibleBirthDate
    /// Digits 7 to 14 are a day that has not come.
    case bornInFuture(Day)
    /// The last character does not follow from the others: some character is wrong.
    case checkDigit
  }

  /// A written number with all but the first and last four characters hidden, whatever its length.
  package static func mask(_ text: String) -> String {
    let characters = Array(text)
    guard characters.count > 8 else {
      return characters.prefix(2) + String(repeating: "*", count: max(0, characters.count - 2))
    }
    let stars = String(repeating: "*", count: characters.count - 8)
    return String(characters.prefix(4)) + stars + String(characters.suffix(4))
  }
}

extension IdentityNumber.Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .length(let count): "has \(count) characters instead of 18"
    case .fifteenDigits: "is an old number of 15 digits; enter the number of 18 characters"
    case .foreignCharacter(let position): "has something other than a digit at place \(position)"
    case .unknownRegion(let code): "begins with \(code), which is no province"
    case .impossibleBirthDate: "has no possible date of birth in places 7 to 14"
    case .bornInFuture(let day): "has the date of birth \(day), which has not come yet"
    case .checkDigit: "has a wrong digit: its last character does not fit the others"
    }
  }
}
