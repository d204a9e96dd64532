/// Everything the journal of a box says: its keys and its elections.
package struct DeviceState: Sendable, Equatable {
  package private(set) var keys: DeviceInitialised?
  package private(set) var elections: [ElectionID: ElectionState] = [:]
  /// The election that commands speak of: the one created last.
  package private(set) var current: ElectionID?
  /// The guidance bodies whose decisions the box takes in, in the order of their enrolment.
  package private(set) var guidance: [GuidanceEnrolled] = []
  /// Who can log in.
  package private(set) var staff = StaffRegister()
  package private(set) var size = 0
  /// The latest time in the journal; a clock behind it is wrong.
  package private(set) var latest: Instant?

  package init() {}

  package var election: ElectionState? { current.flatMap { elections[$0] } }

  package mutating func apply(_ record: Record) {
    size = record.sequence
    latest = max(latest ?? record.at, record.at)
    switch record.event {
    case .deviceInitialised(let facts): keys = facts
    case .guidanceEnrolled(let facts): guidance.append(facts)
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
