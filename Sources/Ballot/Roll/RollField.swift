/// What a column of a roll can mean.
package enum RollField: String, CaseIterable, Hashable, Sendable, Codable {
  case name, sex, identityNumber, birthDate, group, household
  case address, registrationClass, phone, station, note

  /// Reads a field for `--map`: its identifier (`identityNumber`) or any header that means it (身份证号).
  package init?(argument text: String) {
    let plain = text.lowercased()
    if let field = RollField.allCases.first(where: { $0.rawValue.lowercased() == plain }) {
      self = field
    } else if let match = RollHeaderWords.match(text) {
      self = match.field
    } else {
      return nil
    }
  }

  /// The place of the field in a table of columns.
  var index: Int {
    switch self {
    case .name: 0
    case .sex: 1
    case .identityNumber: 2
    case .birthDate: 3
    case .group: 4
    case .household: 5
    case .address: 6
    case .registrationClass: 7
    case .phone: 8
    case .station: 9
    case .note: 10
    }
  }
}

extension RollField: CustomStringConvertible {
  package var description: String { rawValue }
}
