/// The staff list of the box and everybody's wrong tries, as the journal tells them.
///
/// Pure: the time comes with every question, and checking a PIN is somebody else's work.
package struct StaffRegister: Sendable, Equatable {
  package static let most = 200

  private var everybody: [StaffID: StaffMember] = [:]
  private var lastID = 0
  private let permissions = Permissions.standard

  package init() {}

  package static func == (left: StaffRegister, right: StaffRegister) -> Bool {
    left.everybody == right.everybody && left.lastID == right.lastID
  }

  /// Whether nobody was enrolled: then the box asks nobody who they are.
  package var isEmpty: Bool { everybody.isEmpty }

  /// Everybody on the list, in the order of enrolment.
  package var members: [StaffMember] { everybody.values.sorted { $0.id < $1.id } }

  package func member(_ id: StaffID) -> StaffMember? { everybody[id] }

  /// The person of a name; names on the list are different.
  package func member(named name: String) -> StaffMember? { everybody.values.first { $0.name == name } }

  // MARK: The list

  /// What enrolling a person brings about.
  package func enrol(_ name: String, _ role: StaffRole, credential: String) throws(StaffRefusal) -> [Event] {
    let plain = CellText.withoutSpaces(name)
    guard plain == name, (1...20).contains(name.count) else { throw .nameUnusable }
    guard member(named: name) == nil else { throw .nameTaken }
    guard everybody.count < StaffRegister.most else { throw .tooMany(most: StaffRegister.most) }
    guard !isEmpty || permissions.allows(role, .staffing) else { throw .firstMustManage }
    let id = StaffID(rawValue: lastID + 1)
    return [.staffEnrolled(StaffEnrolled(person: id, name: name, role: role, credential: credential))]
  }

  /// What taking a person off the list brings about; the last one opens the box to everybody again.
  package func remove(_ id: StaffID) throws(StaffRefusal) -> [Event] {
    guard everybody[id] != nil else { throw .noSuchPerson }
    let rest = everybody.values.filter { $0.id != id }
    guard rest.isEmpty || rest.contains(where: { permissions.allows($0.role, .staffing) }) else {
      throw .lastManager
    }
    return [.staffChanged(StaffChanged(person: id, change: .removed))]
  }

  /// What unlocking a person brings about.
  package func unlock(_ id: StaffID) throws(StaffRefusal) -> [Event] {
    guard everybody[id] != nil else { throw .noSuchPerson }
    return [.staffChanged(StaffChanged(person: id, change: .unlocked))]
  }

  /// What a new PIN, passphrase or key brings about.
  package func replaceCredential(of id: StaffID, by credential: String) throws(StaffRefusal) -> [Event] {
    guard everybody[id] != nil else { throw .noSuchPerson }
    return [
      .staffChanged(StaffChanged(person: id, change: .credentialReplaced, credential: credential))
    ]
  }

  // MARK: Logging in

  /// Whether a person may try now.
  package func admitTry(of id: StaffID, at now: Instant) throws(StaffRefusal) {
    guard let member = everybody[id] else { throw .noSuchPerson }
    if member.tries.isLocked { throw .locked }
    let wait = member.tries.wait(at: now)
    if wait > 0 { throw .waiting(seconds: wait) }
  }

  /// What the journal says of a try; `matched` tells whether the PIN, passphrase or key was right.
  package func conclude(tryOf id: StaffID, matched: Bool, at now: Instant) -> LoginRecorded {
    do {
      try admitTry(of: id, at: now)
    } catch {
      return LoginRecorded(.refused, person: id)
    }
    if matched { return LoginRecorded(.accepted, person: id) }
    let wrong = (everybody[id]?.tries.wrong ?? 0) + 1
    return LoginRecorded(wrong >= TryLimit.locking ? .locked : .wrong, person: id)
  }

  // MARK: What is allowed

  /// Refuses a duty that these people may not do.
  ///
  /// Whoever is logged in beside the others is allowed to look on: it is enough that as many different people as the
  /// duty takes have a role for it.
  package func check(_ duty: Duty, by people: [StaffID]) throws(StaffRefusal) {
    if isEmpty { return }
    let row = permissions.row(duty)
    let present = Set(people).compactMap { everybody[$0] }
    guard let someone = present.min(by: { $0.id < $1.id }) else { throw .loginNeeded(duty) }
    let able = present.filter { row.roles.contains($0.role) }.count
    guard able > 0 else { throw .notAllowed(name: someone.name, role: someone.role, duty: duty) }
    guard able >= row.people else { throw .tooFewPeople(duty, have: able, need: row.people) }
  }

  /// Refuses names in which something is signed while their bearers are not logged in.
  package func check(signers: [String], by people: [StaffID]) throws(StaffRefusal) {
    if isEmpty { return }
    let present = Set(people.compactMap { everybody[$0]?.name })
    if let absent = signers.first(where: { !present.contains($0) }) { throw .signerAbsent(name: absent) }
  }

  // MARK: What happened

  mutating func apply(_ event: StaffEnrolled) {
    lastID = max(lastID, event.person.rawValue)
    everybody[event.person] = StaffMember(
      id: event.person, name: event.name, role: event.role, credential: event.credential)
  }

  mutating func apply(_ event: StaffChanged) {
    switch event.change {
    case .removed: everybody[event.person] = nil
    case .unlocked: everybody[event.person]?.tries.clear()
    case .credentialReplaced:
      if let credential = event.credential { everybody[event.person]?.credential = credential }
      everybody[event.person]?.tries.clear()
    }
  }

  mutating func apply(_ event: LoginRecorded, at moment: Instant) {
    guard let person = event.person else { return }
    switch event.outcome {
    case .accepted: everybody[person]?.tries.clear()
    case .wrong, .locked: everybody[person]?.tries.fail(at: moment)
    case .refused, .unknown, .left, .idle, .notAllowed: break
    }
  }
}
