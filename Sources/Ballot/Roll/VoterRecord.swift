/// A person's number on the roll, from 1 in the order of groups, households and the imported file.
package struct RollNumber: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  package static func < (left: RollNumber, right: RollNumber) -> Bool { left.rawValue < right.rawValue }
}

/// One registered voter.
package struct VoterRecord: Hashable, Sendable, Codable {
  package let number: RollNumber
  package let name: String
  package let sex: Sex
  package let identity: IdentityNumber?
  package let birth: Day
  package let group: GroupName
  /// The household's number or its head's name; empty where the roll tells none.
  package let household: String
  package let registrationClass: RegistrationClass
  package let address: String
  package let phone: String
  /// The polling place, where the roll assigns one.
  package let station: String
  package let note: String

  package init(
    number: RollNumber, name: String, sex: Sex, identity: IdentityNumber?, birth: Day, group: GroupName,
    household: String = "", registrationClass: RegistrationClass, address: String = "", phone: String = "",
    station: String = "", note: String = ""
  ) {
    self.number = number
    self.name = name
    self.sex = sex
    self.identity = identity
    self.birth = birth
    self.group = group
    self.household = household
    self.registrationClass = registrationClass
    self.address = address
    self.phone = phone
    self.station = station
    self.note = note
  }
}
