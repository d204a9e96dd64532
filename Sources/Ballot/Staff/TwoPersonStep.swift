/// A step that takes several people, each with a login of their own, all for the very same thing.
///
/// Made for one thing, such as one decision on one sheet; when that changes on the screen, a new step begins.
package struct TwoPersonStep: Sendable, Equatable {
  package enum Answer: Sendable, Equatable {
    /// Somebody else has to confirm too.
    case waiting(more: Int)
    /// These people confirmed, in the order of the staff list.
    case complete([StaffID])
    /// The same person again: another one is needed.
    case samePerson
    case refused(StaffRefusal)
    /// Too long ago: the first has to confirm again.
    case expired
  }

  /// Seconds after which a first confirmation counts no longer.
  package static let patience = 600

  package let duty: Duty
  private let need: Int
  private var confirmed: Set<StaffID> = []
  private var first: Instant?

  package init(_ duty: Duty, permissions: Permissions = .standard) {
    self.duty = duty
    need = permissions.row(duty).people
  }

  /// A person, just logged in, says yes to what stands on the screen.
  package mutating func confirm(
    _ person: StaffID, in register: StaffRegister, at now: Instant, permissions: Permissions = .standard
  ) -> Answer {
    if let first, now < first || now.seconds - first.seconds > TwoPersonStep.patience {
      confirmed = []
      self.first = nil
      return .expired
    }
    guard let member = register.member(person) else { return .refused(.noSuchPerson) }
    guard permissions.allows(member.role, duty) else {
      return .refused(.notAllowed(name: member.name, role: member.role, duty: duty))
    }
    guard confirmed.insert(person).inserted else { return .samePerson }
    if first == nil { first = now }
    return confirmed.count >= need ? .complete(confirmed.sorted()) : .waiting(more: need - confirmed.count)
  }
}
