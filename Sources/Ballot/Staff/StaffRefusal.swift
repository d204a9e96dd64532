/// Why somebody was not let in, or the staff list was not changed.
package enum StaffRefusal: Error, Equatable, Sendable {
  /// Staff is enrolled, so a step that changes something needs somebody to be logged in.
  case loginNeeded(Duty)
  case notAllowed(name: String, role: StaffRole, duty: Duty)
  case tooFewPeople(Duty, have: Int, need: Int)
  /// Somebody in whose name this is signed is not logged in.
  case signerAbsent(name: String)
  case noSuchPerson
  case wrongSecret(triesLeft: Int, wait: Int)
  case waiting(seconds: Int)
  case locked
  /// The stored credential is missing or was changed.
  case credentialDamaged
  /// The first person on the list must be able to enter the others.
  case firstMustManage
  /// Nobody who can enter staff would be left, though others are.
  case lastManager
  case nameTaken
  case nameUnusable
  case secretTooShort
  /// It has characters that cannot be typed where people log in.
  case secretUntypable
  case secretTooPlain
  case tooMany(most: Int)
}
