/// Why a row of a roll is refused; the cases carry no whole identity number.
package enum RollReason: Hashable, Sendable {
  /// A field that the roll needs is empty.
  case empty
  /// Neither an identity number nor a date of birth is given.
  case neitherIdentityNorBirth
  /// The row is a total (合计, 共计 …), not a person.
  case totalsRow
  /// The cell holds a failed formula such as `#REF!`.
  case cellFault(String)
  case name(PersonName.Fault)
  case identity(IdentityNumber.Fault)
  /// The number was stored as a number, which keeps 15 digits: the last ones were lost.
  case digitsLost
  case unknownSex
  case sexDisagrees(written: Sex, identity: Sex)
  case unreadableDate
  /// Only year and month are given, and no identity number tells the day.
  case dateWithoutDay
  case birthDisagrees(written: String, identity: Day)
  /// Born on a day such that the voting age is reached only after election day.
  case tooYoung(birth: Day, reaches: Day, minimumAge: Int)
  case tooOld(birth: Day, age: Int)
  /// The same identity number is in an earlier row.
  case duplicateIdentity(firstRow: Int)
  /// The same name, date of birth and group are in an earlier row, and one of the two has no identity number.
  case duplicatePerson(firstRow: Int)
  case unknownClass
  case tooLong(limit: Int)
}

extension RollReason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "is empty"
    case .neitherIdentityNorBirth: "has neither an identity number nor a date of birth"
    case .totalsRow: "is a row of totals, not a person; delete it"
    case .cellFault(let code): "holds the failed formula \(code)"
    case .name(let fault): fault.description
    case .identity(let fault): fault.description
    case .digitsLost:
      "was stored as a number, so its last digits are lost; format the column as text, enter it again"
    case .unknownSex: "is neither male nor female"
    case .sexDisagrees(let written, let identity): "says \(written), but the identity number says \(identity)"
    case .unreadableDate: "is no date"
    case .dateWithoutDay: "lacks the day of the month"
    case .birthDisagrees(let written, let identity):
      "says \(written), but the identity number says \(identity)"
    case .tooYoung(let birth, let day, let age): "was born on \(birth) and reaches \(age) only on \(day)"
    case .tooOld(let birth, let age): "was born on \(birth) and would be \(age) years old"
    case .duplicateIdentity(let row): "is the same identity number as in row \(row)"
    case .duplicatePerson(let row): "is the same name, date of birth and group as in row \(row)"
    case .unknownClass: "is none of the classes 1, 2 and 3"
    case .tooLong(let limit): "is longer than \(limit) characters"
    }
  }
}
