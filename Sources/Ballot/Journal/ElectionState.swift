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

  /// A stage and when it was entered.
  package struct StageEntry: Sendable, Equatable {
    package let stage: Stage
    package let at: Instant
  }

  /// The plan as it was adopted.
  package let adopted: Plan
  /// The plan in force: with the people who were settled, and in a later round its day and its posts.
  package private(set) var plan: Plan
  package let planDigest: String
  package let packDigest: String
  package private(set) var stage: Stage = .planAdopted
  package private(set) var stages: [StageEntry] = []
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
  /// Decisions of scrutineers that the journal knows of.
  package private(set) var decided = 0
  /// The last reconciliation, while no sheet or decision came after it.
  package private(set) var reconciled: CountReconciled?
  package private(set) var countClosed: CountClosed?
  /// The recounts of this round, the open one last.
  package private(set) var recounts: [Recount] = []
  package private(set) var anomalies: [AnomalyRaised] = []
  package private(set) var bulletins: [BulletinIssued] = []
  /// When each bulletin was issued, and which one it corrects, by running number.
  package private(set) var issuedOn: [Int: Day] = [:]
  package private(set) var corrections: [Int: BulletinCorrected] = [:]
  package private(set) var postings: [BulletinPosting] = []
  package private(set) var bundles: [BundleSealed] = []
  /// What the procedure's gates and deadlines are measured by.
  package internal(set) var facts = ProcedureFacts()
  package private(set) var proxies = ProxyRegister()
  /// What each anomaly was submitted with: hexadecimal SHA-256 of the request's bytes, by number.
  package private(set) var requests: [Int: String] = [:]
  package private(set) var decisions: [AnomalyDecided] = []
  package private(set) var book = CandidateBook()
  /// Who stands on the ballot, where that was settled after the plan; nil for the plan's own candidates.
  package private(set) var standingRolls: [String: [Int]]?
  /// From 1; what kind of vote it is; and the round whose cards are good.
  package private(set) var round = 1
  package private(set) var vote = VoteKind.first
  package private(set) var cardRound = 1
  /// The print runs of cards that are void since cards were given out anew.
  package private(set) var cardsBefore = 0
  /// The posts of this round whose seat only a woman can win.
  package private(set) var womenOnly: Set<PostID> = []
  /// The rounds before this one, without theirs.
  package private(set) var earlier: [ElectionState] = []
  /// How many bulletins were out before this round.
  package private(set) var bulletinsBefore = 0
  /// How many bundles were sealed before this round.
  package private(set) var bundlesBefore = 0
  /// Objections, mobile boxes, notes on persons, owners' slips and what is posted.
  package private(set) var ledgers = Ledgers()
  /// Whether anything was recorded after the last sealing.
  package private(set) var changedSinceSealing = true

  package init(_ created: ElectionCreated, at: Instant? = nil) {
    adopted = created.plan
    plan = created.plan
    planDigest = created.planDigest
    packDigest = created.packDigest
    if let at { facts = ProcedureFacts(created: at.day, surplusMet: !created.plan.takesNominations) }
  }

  package var id: ElectionID { plan.election }

  /// The eight bytes that this election's cards carry.
  package var cardElection: [UInt8] { [UInt8](hex: planDigest.prefix(16)) ?? [] }

  /// The generation of a voter's card that counts.
  package func generation(ofRoll number: Int) -> Int { generations[number] ?? 0 }

  /// The person behind each printed line, once the roll is frozen.
  package func person(_ number: Int, of post: PostID) -> PersonID? {
    guard let rolls = candidateRolls[post.rawValue], rolls.indices.contains(number - 1) else {
      return nil
    }
    return PersonID(roll: rolls[number - 1])
  }

  /// Takes in one event.
  ///
  /// Total: an event that was written is a fact.
  package mutating func apply(_ event: Event, at: Instant) {
    if case .roundOpened = event { keepRound() }
    note(event, on: at.day)
    ledgers.note(event, on: at.day, proxies)
    changedSinceSealing = event.kind != .bundleSealed
    switch event {
    case .deviceInitialised, .electionCreated, .keyRotated, .staffEnrolled, .staffChanged,
      .loginRecorded, .keyProtected, .keyTried:
      break
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
    case .sheetsDecided(let facts):
      decided += facts.lines
      changeReading()
    case .countReconciled(let facts): reconciled = facts
    case .countClosed(let facts): countClosed = facts
    case .recountOpened(let facts): recounts.append(Recount(opened: facts))
    case .recountClosed(let facts): take(facts)
    case .anomalyRaised(let facts): anomalies.append(facts)
    case .bulletinIssued(let facts): take(facts, on: at.day)
    case .bulletinCorrected(let facts): take(facts, on: at.day)
    case .bulletinPosted(let facts): postings.append(BulletinPosting(facts))
    case .bulletinRemoved(let facts): takeDown(facts)
    case .bundleSealed(let facts): bundles.append(facts)
    case .factRecorded, .electionDayMoved, .decisionRefused, .offerTaken: break
    case .proxyRegistered(let facts): proxies.register(facts)
    case .proxyRevoked(let facts): proxies.revoke(facts.certificate)
    case .anomalySubmitted(let facts): requests[facts.number] = facts.request
    case .anomalyDecided(let facts): take(facts)
    case .candidateNominated(let facts): book.add(facts)
    case .candidateWithdrawn(let facts): reopenList { $0.withdraw(facts) }
    case .candidatesVetted(let facts): reopenList { $0.take(facts) }
    case .candidatesSettled(let facts): settle(facts)
    case .roundOpened(let facts): begin(facts, at)
    case .guidanceEnrolled, .objectionReceived, .objectionDecided, .mobileListed, .mobileSent,
      .mobileReturned,
      .votersAssisted, .personNoted, .ownerSlip:
      break
    }
  }

  private mutating func settle(_ facts: CandidatesSettled) {
    book.settle(facts)
    stand(facts.posts, on: nil)
  }

  private mutating func stand(_ posts: [SettledPost], on day: Day?) {
    plan = adopted.holding(posts, on: day)
    standingRolls = Dictionary(
      posts.map { ($0.post.rawValue, $0.candidates.map(\.roll)) }, uniquingKeysWith: { first, _ in first })
    layout = nil
  }

  /// Changes the book; where that takes a formal candidate away, nobody stands until the list is settled again.
  private mutating func reopenList(_ change: (inout CandidateBook) -> Void) {
    let before = book.settled
    change(&book)
    guard before != nil, book.settled == nil else { return }
    plan = adopted
    standingRolls = nil
    layout = nil
  }

  /// Keeps the round that ends as it is.
  private mutating func keepRound() {
    var past = self
    past.earlier = []
    earlier.append(past)
  }

  /// Begins a further round: ballots, stock, poll and count start anew; roll, cards and bulletins stay.
  private mutating func begin(_ facts: RoundOpened, _ at: Instant) {
    round = facts.round
    vote = facts.vote
    if facts.cards == .new { (cardRound, cardsBefore) = (facts.round, cardsPrinted.count) }
    womenOnly = Set(facts.posts.filter { $0.womenOnly ?? false }.map(\.post))
    ledgers.beginRound()
    stand(facts.posts, on: facts.day)
    printRuns = []
    (opened, closed, countOpened, countClosed, reconciled) = (nil, nil, nil, nil, nil)
    issues = [:]
    runs = []
    (spoiled, sheets, decided) = (0, 0, 0)
    recounts = []
    (bulletinsBefore, bundlesBefore) = (bulletins.count, bundles.count)
    proxies.renew()
    enter(.candidatesPosted, at)
  }

  private mutating func enter(_ stage: Stage, _ at: Instant) {
    self.stage = stage
    stages.append(StageEntry(stage: stage, at: at))
  }

  private mutating func take(_ facts: BulletinIssued, on day: Day) {
    bulletins.append(facts)
    issuedOn[facts.number] = day
  }

  private mutating func take(_ facts: BulletinCorrected, on day: Day) {
    corrections[facts.number] = facts
    take(
      BulletinIssued(
        code: facts.code, number: facts.number, digest: facts.digest, data: facts.data,
        document: facts.document), on: day)
  }

  private mutating func takeDown(_ facts: BulletinMoved) {
    guard
      let place = postings.lastIndex(where: {
        $0.number == facts.number && $0.place == facts.place && $0.removed == nil
      })
    else { return }
    postings[place].remove(facts)
  }

  private mutating func take(_ facts: AnomalyDecided) {
    decisions.append(facts)
    if let back = facts.action?.returnsTo, back < stage { stage = back }
  }

  /// Sheets or decisions came: numbers and recounts of before count no more.
  private mutating func changeReading() {
    reconciled = nil
    for place in recounts.indices where !recounts[place].isOpen { recounts[place].isOutdated = true }
  }

  /// Where the readings differ, what was reconciled before counts no more.
  private mutating func take(_ facts: RecountClosed) {
    guard let place = recounts.lastIndex(where: { $0.number == facts.number }) else { return }
    recounts[place].closed = facts
    if facts.outcome == .differs { reconciled = nil }
  }

  private mutating func take(_ facts: SheetsAccepted) {
    runs.append(ReadingRun(accepted: facts.accepted, refused: facts.refused))
    sheets = facts.total
    if facts.accepted > 0 { changeReading() }
  }
}
