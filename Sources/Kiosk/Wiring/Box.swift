import Archive
import Ballot
import Foundation

/// An opened home: the keys, the journal and everything that the journal says.
///
/// Decide, write, apply: a command is decided on what is known, its events are written, and only then do they change
/// what is known. When another process has written in between, the command is decided anew.
final class Box {
  let home: Home
  private var openedKeys: KeyStore?
  let journal: Journal
  let blobs: BlobStore
  let now: () -> Instant
  private(set) var state = DeviceState()
  /// The people logged in, for whom everything is done; nobody asks for them while no staff is enrolled.
  var actors: [StaffID] = []
  /// scrypt's cost for credentials made here; tests lower it.
  var credentialCost: Int?

  init(_ home: Home, now: @escaping () -> Instant = Box.wallClock) throws {
    self.home = home
    self.now = now
    if !home.vault.isProtected { openedKeys = try KeyStore(directory: home.keys) }
    journal = try Journal(directory: home.journal)
    blobs = try BlobStore(directory: home.blobs)
    try refresh()
    try initialise()
    if openedKeys != nil { try adoptRotatedKey() }
  }

  /// The box's own keys; protected ones are opened when they are first needed, so that a locked box can be looked at.
  ///
  /// - Throws: `KeyProtectionError.locked` and `TPMError`, besides what damaged files throw.
  var keys: KeyStore {
    get throws {
      if let openedKeys { return openedKeys }
      openedKeys = try home.openKeys()
      try adoptRotatedKey()
      return try openedKeys ?? home.openKeys()
    }
  }

  /// The machine's clock.
  static let wallClock: @Sendable () -> Instant = { Instant(seconds: Int(Date().timeIntervalSince1970)) }

  /// The election that commands speak of.
  func election() throws -> ElectionState {
    guard let election = state.election else { throw Failure.noElection }
    return election
  }

  /// Raises what the calendar of a guided election finds late and nobody has raised yet.
  func noticeDeadlines() throws {
    guard state.election?.isGuided ?? false else { return }
    try append(by: nil) { [now] state in
      state.election?.missedDeadlines(today: now().day).map(Event.anomalyRaised) ?? []
    }
  }

  /// Carries a command out on the current election.
  @discardableResult func carryOut(_ command: Command, by officer: String? = nil) throws -> [Event] {
    try requiring(command.duty, signers: command.signers)
    try noticeDeadlines()
    return try append(by: officer) { [now] state throws in
      guard let election = state.election else { throw Failure.noElection }
      return try election.decide(
        command, signersNeeded: election.signersNeeded, today: now().day, hasGuidance: state.hasGuidance)
    }
  }

  /// Records what the district sent back; it concerns no vote, so no election decides on it.
  func take(_ offer: OfferTaken) throws {
    try append(by: nil) { state in
      state.offers.contains { $0.bundle == offer.bundle } ? [] : [.offerTaken(offer)]
    }
  }

  /// Refuses what would be refused when carried out now.
  ///
  /// For steps that do something outside the journal first, such as printing: nothing is written here.
  func check(_ command: Command) throws {
    try refresh()
    try requiring(command.duty, signers: command.signers)
    let election = try election()
    _ = try election.decide(
      command, signersNeeded: election.signersNeeded, today: now().day, hasGuidance: state.hasGuidance)
  }

  /// Begins an election.
  func create(_ facts: ElectionCreated) throws {
    try requiring(.procedure)
    let event = Event.electionCreated(facts)
    try append(by: nil, election: facts.plan.election) { state in
      if state.elections[facts.plan.election] != nil {
        throw Failure.refused(
          "electionExists", zh: "选举 \(facts.plan.election.rawValue) 已经存在，没有重复建立。请换一个编号。",
          en: "Election \(facts.plan.election.rawValue) exists already. Choose another id.")
      }
      return [event]
    }
  }

  /// Takes in the public key of a guidance body; only while no election is under way.
  func enrol(_ guidance: GuidanceEnrolled) throws {
    try note { state in
      if let election = state.election, election.stage != .archived { throw Failure.electionUnderWay }
      if state.guidance.contains(where: { $0.key == guidance.key }) { throw Failure.enrolledAlready }
      return [.guidanceEnrolled(guidance)]
    }
  }

  /// Writes events of the box itself, which belong to no election.
  @discardableResult func note(_ decide: (DeviceState) throws -> [Event]) throws -> [Event] {
    try append(by: nil, ofBox: true, decide)
  }

  @discardableResult private func append(
    by officer: String?, election: ElectionID? = nil, ofBox: Bool = false,
    _ decide: (DeviceState) throws -> [Event]
  ) throws -> [Event] {
    while true {
      let events = try decide(state)
      let records = records(
        events, by: officer ?? actorNames, election: ofBox ? nil : election ?? state.current)
      do {
        if !records.isEmpty { try journal.append(records.map(\.line), after: state.size) }
        for record in records { state.apply(record) }
        return events
      } catch JournalError.conflict {
        try refresh()
      }
    }
  }

  private func records(_ events: [Event], by officer: String?, election: ElectionID?) -> [Record] {
    let moment = now()
    return events.enumerated().map { index, event in
      Record(sequence: state.size + index + 1, at: moment, by: officer, election: election, event: event)
    }
  }

  /// Takes in what the journal holds beyond what is known.
  func refresh() throws {
    try journal.forEachLine(after: state.size) { sequence, line in
      do {
        let record = try Record(line: line)
        guard record.sequence == sequence else { throw Record.ReadingError.malformed("sequence") }
        state.apply(record)
      } catch let error as Record.ReadingError {
        throw Failure.journalLine(sequence, error)
      }
    }
  }

  /// Gives the box an SM2 key too, unless it has one; from then on every bundle is signed with it as well.
  func makeSM2Key() throws { openedKeys = try keys.withSM2(in: home.keys) }

  /// Gives the box new keys: old and new ones sign the change, the journal records it, then the old ones are wiped.
  func rotateKey(reason: String) throws -> KeyRotated {
    try requiring(.maintaining)
    _ = try journal.checkpoint(signedBy: try keys.signer)
    let facts = try keys.prepareRotation(in: home.keys, reason: reason)
    try append(by: nil) { _ in [.keyRotated(facts)] }
    try adoptRotatedKey()
    _ = try journal.checkpoint(signedBy: try keys.signer)
    return facts
  }

  /// Finishes a rotation that the journal has recorded, after a power cut too.
  private func adoptRotatedKey() throws {
    guard let recorded = state.keys?.kioskKey, let keys = openedKeys else { return }
    if let adopted = try keys.adoptNext(recorded, sm2: state.sm2Key, in: home.keys) { openedKeys = adopted }
    if !state.retired.isEmpty {
      try openedKeys?.wipeRetired(state.retired.map(\.key), sm2: state.retiredSM2, in: home.keys)
    }
  }

  /// Every key this box has signed with, the present one first.
  var allKeys: [PublicKey] {
    get throws {
      let key = try KeyStore.publicKey(in: home.keys) ?? keys.signer.noteKey
      return [key.key] + (try journal.retiredKeys().compactMap { $0.noteKey(key.name)?.key })
    }
  }

  /// Writes the box's keys into the journal as its first event.
  private func initialise() throws {
    guard state.size == 0 else { return }
    let keys = try keys
    let facts = DeviceInitialised(
      kioskKey: keys.kiosk.publicKey.bytes.hex, cardKey: keys.card.publicKey.bytes.hex)
    try append(by: nil) { state in state.size == 0 ? [.deviceInitialised(facts)] : [] }
  }
}

extension Failure {
  fileprivate static let electionUnderWay = Failure.refused(
    "electionUnderWay", zh: "选举已经开始，不能再登记指导机构的密钥。请在建立选举之前登记。",
    en: "An election is under way; keys of guidance bodies are enrolled before it is created.")

  fileprivate static let enrolledAlready = Failure.refused(
    "enrolledAlready", zh: "这把密钥已经登记，不用再登。", en: "This key is enrolled already.")

  fileprivate static func journalLine(_ sequence: Int, _ error: Record.ReadingError) -> Failure {
    Failure(
      .fault, "journal",
      Sentence(
        zh: "日志第 \(sequence) 条不能理解（\(error)）。请停止操作，运行 kiosk journal verify 并报告。",
        en:
          "Journal event \(sequence) cannot be understood (\(error)). Stop, run kiosk journal verify and report it."
      ))
  }
}

extension ElectionState {
  /// The rule pack with the meeting's choices in it.
  var pack: RulePack? { effectivePack }

  /// The turnout that this round needs of the body that votes.
  var turnout: Threshold? { outcomeRules?.turnout }

  /// How many scrutineers a decision needs.
  var signersNeeded: Int { pack?.scrutineersPerDecision.value ?? 2 }

  /// The rules that sheets are judged by.
  var validity: ValidityRules? { pack.map { ValidityRules(pack: $0, choices: plan.choices) } }
}
