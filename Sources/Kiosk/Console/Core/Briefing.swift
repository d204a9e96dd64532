import Ballot

/// What every screen may know of the box and its election: a value without a person's data.
struct Briefing: Sendable {
  var now: Instant
  var station: Int?
  var desk = 1
  var devices = Devices()
  /// How the box is set up.
  var setup = Setup()
  /// What the camera shows, while it is on.
  var camera: CameraSight?
  /// The staff list; nobody has to log in while it is empty.
  var staff = StaffRegister()
  /// Whether an anomaly locks the next step.
  var anomaliesLock = false
  /// Why the journal cannot be read; nothing may be done until that is mended.
  var fault: Sentence?
  /// Why nothing can be signed now; nil while the keys are open.
  var keyLock: KeyLock?
  /// Who is logged in.
  var present: [StaffMember] = []
  var election: ElectionState?
  /// Sealed bundles for which no receiver has answered yet.
  var unsent = 0
  /// The votes that the results leave open: ties, vacant seats, a void vote.
  var openVotes: [VoteKind] = []
  /// The steps that come next and have a day by which they have to be done, the next one first.
  private(set) var ahead: [Due] = []
  /// When ballots were handed out, ascending.
  var issues: [Instant] = []
  var quantities = Quantities()
  var turnoutNeed: Int?

  init(now: Instant) { self.now = now }

  /// A step and its last day.
  struct Due: Equatable, Sendable {
    let stage: Stage
    let day: Day
  }

  /// What works.
  struct Devices: Equatable, Sendable {
    enum Health: Equatable, Sendable { case unknown, works, fails }

    var printer = Health.unknown
    var camera = Health.unknown
    var disk = Health.unknown
    var network = Health.unknown
  }

  /// The next step with a day by which it has to be done.
  var due: Due? { ahead.first }

  /// The names of those logged in; nil for nobody.
  var officer: String? { present.isEmpty ? nil : present.map(\.name).joined(separator: "、") }

  /// The scrutineers of the plan, the chief first; where staff is enrolled, those of them who are logged in.
  var scrutineers: [String] {
    guard staff.isEmpty else {
      return present.filter { [.chiefScrutineer, .scrutineer].contains($0.role) }.map(\.name)
    }
    guard let plan = election?.plan else { return [] }
    return (plan.officers(.chiefScrutineer) + plan.officers(.scrutineer)).map(\.name)
  }

  var isPolling: Bool { election?.opened != nil && election?.closed == nil }
  var isCounting: Bool { election?.countOpened != nil && election?.countClosed == nil }

  /// Takes the election in as it stands.
  mutating func take(_ election: ElectionState?) {
    self.election = election
    guard let election else {
      (ahead, issues, quantities, turnoutNeed) = ([], [], Quantities(), nil)
      return
    }
    quantities = election.quantities
    issues = election.issues.values.map(\.at).sorted()
    turnoutNeed = election.turnout?.minimum(of: quantities.roll)
    ahead = Briefing.ahead(election, today: now.day)
  }

  private static func ahead(_ election: ElectionState, today: Day) -> [Due] {
    (election.calendar(today: today)?.lines ?? []).compactMap { line in
      guard line.done == nil, !line.isOptional, line.stage >= election.stage else { return nil }
      return line.latest.map { Due(stage: line.stage, day: $0) }
    }
  }
}
