/// A row that passed every check of its own, before it is compared with others and numbered.
struct RollDraft {
  var name: String
  var sex: Sex
  var identity: IdentityNumber?
  var birth: Day
  var group: GroupName
  var household: String
  var registrationClass: RegistrationClass
  var address: String
  var phone: String
  var station: String
  var note: String

  /// The voter with a place on the roll.
  func numbered(_ number: Int) -> VoterRecord {
    VoterRecord(
      number: RollNumber(rawValue: number), name: name, sex: sex, identity: identity, birth: birth,
      group: group,
      household: household, registrationClass: registrationClass, address: address, phone: phone,
      station: station, note: note)
  }
}
