/// Everything the journal says about one election.
///
/// Rebuilt from events; nothing in it is stored elsewhere.
package struct ElectionState: Sendable, Equatable {
  /// One set of ballots handed out.
  package struct Issue: Sendable, Equatable {
    package let at: Instant
    package let desk: Int
    package let manner: BallotIssued.Manner
  }

  package struct ReadingRun: Sendable, Equatable {
    package let accepted: Int
    package let refused: Int
  }

  package let plan: Plan
  package let planDigest: String
  package let packDigest: String
  package private(set) var stage: Stage = .planAdopted
  package private(set) var stages: [(stage: Stage, at: Instant)] = []
  package private(set) var roll: RollImported?
  package private(set) var frozen: RollFrozen?
  package private(set) var cardsPrinted: [CardsPrinted] = []
  package private(set) var generations: [Int: Int] = [:]
  package private(set) var layout: BallotsLaidOut?
  package private(set) var printRuns: [BallotsPrinted] = []
  package private(set) var opened: PollOpened?
  package private(set) var issues: [Int: Issue] = [:]
  package private(set) var spoiled = 0
  package private(set) var closed: PollClosed?
  package private(set) var countOpened: CountOpened?
  package private(set) var runs: [ReadingRun] = []
  package private(set) var sheets = 0
  /// The last reconciliation, while no sheet or decision came after it.
  package private(set) var reconciled: CountReconciled?
  package private(set) var countClosed: CountClosed?
  package private(set) var anomalies: [AnomalyRaised] = []
  package private(set) var bulletins: [BulletinIssued] = []
  package private(set) var bundles: [BundleSealed] = []
  /// What the procedure's gates and deadlines are measured by.
  package internal(set) var facts = ProcedureFacts()
  package private(set) var proxies = ProxyRegister()
  /// What each anomaly was submitted with: hexadecimal SHA-256 of the request's bytes, by number.
  package private(set) var requests: [Int: String] = [:]
  package private(set) var decisions: [AnomalyDecided] = []
  /// Whether anything was recorded after the last sealing.
  package private(set) var changedSinceSealing = true

  package init(_ created: ElectionCreated, at: Instant? = nil) {
    plan = created.plan
    planDigest = created.planDigest
    packDigest = created.packDigest
    if let at { facts = ProcedureFacts(created: at.day) }
  }

  package var id: ElectionID { plan.election }

  /// The eight bytes that this election's cards carry.
  package var cardElection: [UInt8] { Hex.bytes(String(planDigest.prefix(16))) ?? [] }

  /// The generation of a voter's card that counts.
  package func generation(ofRoll number: Int) -> Int { generations[number] ?? 0 }

  /// The person behind each printed line, once the roll is frozen.
  package func person(_ number: Int, of post: PostID) -> PersonID? {
    guard let rolls = frozen?.candidates[post.rawValue], rolls.indices.contains(number - 1) else {
      return nil
    }
    return PersonID(roll: rolls[number - 1])
  }

  /// Takes in one event.
  ///
  /// Total: an event that was written is a fact.
  package mutating func apply(_ event: Event, at: Instant) {
    note(event, on: at.day)
    changedSinceSealing = event.kind != .bundleSealed
    switch event {
    case .deviceInitialised, .electionCreated: break
    case .stageAdvanced(let facts): enter(facts.stage, at)
    case .rollImported(let facts): roll = facts
    case .rollFrozen(let facts): frozen = facts
    case .cardsPrinted(let facts): cardsPrinted.append(facts)
    case .cardReplaced(let facts): generations[facts.roll] = facts.generation
    case .ballotsLaidOut(let facts): layout = facts
    case .ballotsPrinted(let facts): printRuns.append(facts)
    case .pollOpened(let facts): opened = facts
    case .ballotIssued(let facts):
      if let certificate = facts.certificate { proxies.use(certificate) }
      issues[facts.roll] = Issue(at: at, desk: facts.desk, manner: facts.manner)
    case .ballotSpoiled: spoiled += 1
    case .pollClosed(let facts): closed = facts
    case .countOpened(let facts): countOpened = facts
    case .sheetsAccepted(let facts): take(facts)
    case .sheetsDecided: reconciled = nil
    case .countReconciled(let facts): reconciled = facts
    case .countClosed(let facts): countClosed = facts
    case .anomalyRaised(let facts): anomalies.append(facts)
    case .bulletinIssued(let facts): bulletins.append(facts)
    case .bundleSealed(let facts): bundles.append(facts)
    case .factRecorded, .electionDayMoved, .decisionRefused, .offerTaken: break
    case .proxyRegistered(let facts): proxies.register(facts)
    case .proxyRevoked(let facts): proxies.revoke(facts.certificate)
    case .anomalySubmitted(let facts): requests[facts.number] = facts.request
    case .anomalyDecided(let facts): take(facts)
    }
  }

  private mutating func enter(_ stage: Stage, _ at: Instant) {
    self.stage = stage
    stages.append((stage, at))
  }

  private mutating func take(_ facts: AnomalyDecided) {
    decisions.append(facts)
    if let back = facts.action?.returnsTo, back < stage { stage = back }
  }

  private mutating func take(_ facts: SheetsAccepted) {
    runs.append(ReadingRun(accepted: facts.accepted, refused: facts.refused))
    sheets = facts.total
    if facts.accepted > 0 { reconciled = nil }
  }

  package static func == (left: ElectionState, right: ElectionState) -> Bool {
    left.comparable == right.comparable && left.plan == right.plan && left.issues == right.issues
      && left.stages.map(\.stage) == right.stages.map(\.stage) && left.generations == right.generations
  }

  private var comparable: [String] {
    [
      planDigest, packDigest, stage.rawValue, "\(String(describing: roll))", "\(String(describing: frozen))",
      "\(cardsPrinted)", "\(String(describing: layout))", "\(printRuns)", "\(String(describing: opened))",
      "\(spoiled)", "\(String(describing: closed))", "\(String(describing: countOpened))", "\(runs)",
      "\(sheets)",
      "\(String(describing: reconciled))", "\(String(describing: countClosed))", "\(anomalies)",
      "\(bulletins)",
      "\(bundles)",
    ]
  }
}

extension ElectionState {
  /// The quantities of the day, added up from the records.
  package var quantities: Quantities {
    var quantities = Quantities()
    quantities.roll = frozen?.voters ?? 0
    quantities.printed = printRuns.reduce(0) { $0 + $1.copies }
    quantities.issuedSelf = issues.values.count { $0.manner == .inPerson }
    quantities.issuedAgent = issues.values.count { $0.manner == .agent }
    quantities.issuedMobile = issues.values.count { $0.manner == .mobile }
    quantities.spoiled = spoiled
    quantities.unused = closed?.unused ?? 0
    quantities.boxes = countOpened?.boxes ?? []
    quantities.stationLedgers = Dictionary(grouping: issues.values, by: \.desk).sorted { $0.key < $1.key }
      .map(\.value.count)
    quantities.cardsUsed = issues.values.count { $0.manner != .agent }
    quantities.certificatesUsed = quantities.issuedAgent
    quantities.principalsOfBusiestAgent = proxies.principalsOfBusiestAgent
    return quantities
  }
}

/// Hexadecimal text of bytes.
package enum Hex {
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  package static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
