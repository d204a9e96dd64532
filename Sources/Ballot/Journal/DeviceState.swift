/// Everything the journal of a box says: its keys and its elections.
package struct DeviceState: Sendable, Equatable {
  package private(set) var keys: DeviceInitialised?
  /// The keys that were rotated away, oldest first.
  package private(set) var retired: [RetiredKey] = []
  /// The SM2 key in force, in PEM, and those rotated away; none before the first rotation.
  package private(set) var sm2Key: String?
  package private(set) var retiredSM2: [String] = []
  /// Wrong tries in a row to open protected keys; they slow down and never lock.
  package private(set) var keyTries = TryLimit()
  package private(set) var elections: [ElectionID: ElectionState] = [:]
  /// The election that commands speak of: the one created last.
  package private(set) var current: ElectionID?
  /// What the district sent back, in the order of taking it in.
  package private(set) var offers: [OfferTaken] = []
  /// The guidance bodies whose decisions the box takes in, in the order of their enrolment.
  package private(set) var guidance: [GuidanceEnrolled] = []
  /// Who can log in.
  package private(set) var staff = StaffRegister()
  package private(set) var size = 0
  /// The latest time in the journal; a clock behind it is wrong.
  package private(set) var latest: Instant?

  package init() {}

  package var election: ElectionState? { current.flatMap { elections[$0] } }

  package var hasGuidance: Bool { !guidance.isEmpty }

  /// Whether an anomaly locks every step of the current election until it is authorised, and not `advance` alone.
  package var anomaliesLock: Bool { election?.anomaliesLock(hasGuidance: hasGuidance) ?? false }

  package mutating func apply(_ record: Record) {
    size = record.sequence
    latest = max(latest ?? record.at, record.at)
    switch record.event {
    case .deviceInitialised(let facts): keys = facts
    case .offerTaken(let facts): offers.append(facts)
    case .guidanceEnrolled(let facts): guidance.append(facts)
    case .keyRotated(let facts):
      retired.append(RetiredKey(key: facts.previous, through: record.sequence - 1))
      keys = keys.map { DeviceInitialised(kioskKey: facts.kioskKey, cardKey: $0.cardKey) }
      if let sm2 = facts.sm2 {
        retiredSM2.append(sm2.previous)
        sm2Key = sm2.key
      }
    case .keyTried(let facts):
      switch facts.outcome {
      case .opened: keyTries.clear()
      case .wrong: keyTries.fail(at: record.at)
      case .refused: break
      }
    case .electionCreated(let facts):
      elections[facts.plan.election] = ElectionState(facts, at: record.at)
      current = facts.plan.election
    case .staffEnrolled(let facts): staff.apply(facts)
    case .staffChanged(let facts): staff.apply(facts)
    case .loginRecorded(let facts): staff.apply(facts, at: record.at)
    default:
      if let id = record.election { elections[id]?.apply(record.event, at: record.at) }
    }
  }
}
