import Archive
import Ballot
import Foundation

/// One try to log in, ready to be checked on any thread: scrypt takes some tenths of a second.
struct LoginTry: Sendable {
  let person: StaffID
  let credential: Credential
  /// What an answer of a key is signed for: the box's key and the person.
  let context: String

  /// Whether a typed PIN or passphrase is right, or a key on a stick proves itself.
  func matches(_ secret: StaffSecret, stick: StaffStick? = nil) throws -> Bool {
    switch credential {
    case .secret: return try credential.matches(secret)
    case .key(let key):
      do {
        let passphrase = secret.text.isEmpty ? nil : secret
        return try stick?.proves(key, context: context, passphrase: passphrase) ?? false
      } catch let error as CryptoError {
        if case .wrongPassphrase = error { return false }
        if case .passphraseNeeded = error { return false }
        throw error
      }
    }
  }
}

extension Box {
  /// Where credentials lie, each under its hash.
  private func credentials() throws -> BlobStore {
    try BlobStore(directory: home.keys.appending(path: "staff"))
  }

  /// The names of those logged in, for the journal.
  var actorNames: String? {
    let names = actors.sorted().compactMap { state.staff.member($0)?.name }
    return names.isEmpty ? nil : names.joined(separator: "、")
  }

  /// Refuses a duty that those logged in may not do, and has the journal say so.
  func requiring(_ duty: Duty, signers: [String] = []) throws {
    do throws(StaffRefusal) {
      try state.staff.check(duty, by: actors)
      try state.staff.check(signers: signers, by: actors)
    } catch {
      if case .notAllowed = error {
        let person = actors.min()
        try note { _ in [.loginRecorded(LoginRecorded(.notAllowed, person: person, duty: duty))] }
      }
      throw Failure(error)
    }
  }

  // MARK: The list

  /// Takes a person onto the list.
  ///
  /// The credential is on the disk before the event that names it.
  @discardableResult func enrol(
    _ name: String, _ role: StaffRole, _ credential: Credential
  ) throws -> StaffID {
    try refresh()
    try requiring(.staffing)
    let digest = try credentials().put(credential.bytes).hex
    do {
      let events = try note { try $0.staff.enrol(name, role, credential: digest) }
      guard case .staffEnrolled(let facts)? = events.first else { throw Failure(StaffRefusal.noSuchPerson) }
      return facts.person
    } catch let refusal as StaffRefusal {
      try forget(digest)
      throw Failure(refusal)
    }
  }

  /// Takes a person off the list.
  func removeStaff(_ name: String) throws {
    try refresh()
    try requiring(.staffing)
    let member = try staff(named: name)
    try noteOrFail { try $0.remove(member.id) }
    actors.removeAll { $0 == member.id }
    try forget(member.credential)
  }

  /// Lets a locked person try again.
  func unlockStaff(_ name: String) throws {
    try refresh()
    try requiring(.staffing)
    let member = try staff(named: name)
    try noteOrFail { try $0.unlock(member.id) }
  }

  /// Gives a person a new PIN, passphrase or key: everybody their own, and whoever enters staff everybody's.
  func replaceCredential(of name: String, by make: () throws -> Credential) throws {
    try refresh()
    let member = try staff(named: name)
    if !actors.contains(member.id) { try requiring(.staffing) }
    let digest = try credentials().put(make().bytes).hex
    try noteOrFail { try $0.replaceCredential(of: member.id, by: digest) }
    try forget(member.credential)
  }

  private func staff(named name: String) throws -> StaffMember {
    guard let member = state.staff.member(named: name) else { throw Failure(StaffRefusal.noSuchPerson) }
    return member
  }

  private func noteOrFail(_ decide: (StaffRegister) throws -> [Event]) throws {
    do {
      try note { try decide($0.staff) }
    } catch let refusal as StaffRefusal {
      throw Failure(refusal)
    }
  }

  /// Wipes a credential that nobody on the list has any more.
  private func forget(_ digest: String) throws {
    let isUsed = state.staff.members.contains { $0.credential == digest }
    if !isUsed, let digest = Digest(hex: digest) { try credentials().wipe(digest) }
  }

  // MARK: Logging in

  /// Begins a try: finds the person and what the try will be checked against.
  ///
  /// - Throws: `Failure` when there is no such person, or the person has to wait or is locked; the journal says so.
  func beginLogin(_ name: String) throws -> LoginTry {
    try refresh()
    guard let member = state.staff.member(named: name) else {
      try note { _ in [.loginRecorded(LoginRecorded(.unknown))] }
      throw Failure(StaffRefusal.noSuchPerson)
    }
    do throws(StaffRefusal) {
      try state.staff.admitTry(of: member.id, at: now())
    } catch {
      try note { _ in [.loginRecorded(LoginRecorded(.refused, person: member.id))] }
      throw Failure(error)
    }
    guard let digest = Digest(hex: member.credential), let bytes = try credentials().get(digest),
      let credential = Credential(bytes: bytes)
    else { throw Failure(StaffRefusal.credentialDamaged) }
    let box = state.keys?.kioskKey ?? ""
    return LoginTry(person: member.id, credential: credential, context: "\(box)\n\(member.id.rawValue)")
  }

  /// Ends a try: writes down what became of it, and answers who is in now.
  ///
  /// Two tries at once are both counted: each is judged by what the journal says when it is written.
  func conclude(_ login: LoginTry, matched: Bool) throws -> StaffMember {
    let moment = now()
    let events = try note { state in
      [.loginRecorded(state.staff.conclude(tryOf: login.person, matched: matched, at: moment))]
    }
    guard case .loginRecorded(let facts)? = events.first, let member = state.staff.member(login.person) else {
      throw Failure(StaffRefusal.noSuchPerson)
    }
    switch facts.outcome {
    case .accepted: return member
    case .locked: throw Failure(StaffRefusal.locked)
    case .wrong:
      throw Failure(
        StaffRefusal.wrongSecret(
          triesLeft: TryLimit.locking - member.tries.wrong, wait: member.tries.wait(at: moment)))
    case .refused, .unknown, .left, .idle, .notAllowed:
      throw Failure(
        member.tries.isLocked ? StaffRefusal.locked : .waiting(seconds: member.tries.wait(at: moment)))
    }
  }

  /// The whole of a login, on this thread.
  @discardableResult func logIn(
    _ name: String, _ secret: StaffSecret, stick: StaffStick? = nil
  ) throws -> StaffMember {
    let login = try beginLogin(name)
    let member = try conclude(login, matched: login.matches(secret, stick: stick))
    if !actors.contains(member.id) { actors.append(member.id) }
    return member
  }

  /// What `StaffDesk` asks to be written down.
  func record(_ login: LoginRecorded) throws {
    try note { _ in [.loginRecorded(login)] }
  }
}
