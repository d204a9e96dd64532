/// The lists that an election keeps beside roll and ballots: objections, mobile boxes, notes, slips, what is posted.
package struct Ledgers: Sendable, Equatable {
  package private(set) var objections: [RollObjection] = []
  package private(set) var mobileBoxes: [Int: MobileBox] = [:]
  package private(set) var assisted: [VotersAssisted] = []
  package private(set) var persons = PersonNotes()
  package private(set) var slips: [Int: OwnerSlip] = [:]
  /// The certificates that stood when the list of proxies (B19) was last posted, and when that was.
  package private(set) var postedProxies: Set<Int> = []
  package private(set) var proxiesPosted: Day?
  /// The mobile boxes whose list (B18) was posted since it was made.
  package private(set) var postedBoxes: Set<Int> = []

  package init() {}

  package var openObjections: [RollObjection] { objections.filter(\.isOpen) }
  package var boxesOut: [Int] { mobileBoxes.values.filter { $0.place == .out }.map(\.box).sorted() }
  package var votersAssisted: Int { assisted.reduce(0) { $0 + $1.voters } }

  /// Takes in one event.
  mutating func note(_ event: Event, on day: Day, _ proxies: ProxyRegister) {
    switch event {
    case .objectionReceived(let facts):
      objections.append(
        RollObjection(
          number: facts.number, claim: facts.claim, roll: facts.roll, received: facts.day, paper: facts.paper)
      )
    case .objectionDecided(let facts): decide(facts, day)
    case .mobileListed(let facts):
      mobileBoxes[facts.box] = MobileBox(
        box: facts.box, voters: Set(facts.voters), scrutineers: facts.scrutineers, route: facts.route,
        anomaly: facts.anomaly)
      postedBoxes.remove(facts.box)
    case .mobileSent(let facts): mobileBoxes[facts.box]?.place = .out
    case .mobileReturned(let facts): mobileBoxes[facts.box]?.place = .returned
    case .votersAssisted(let facts): assisted.append(facts)
    case .personNoted(let facts): persons.take(facts)
    case .ownerSlip(let facts): slips[facts.owner] = facts
    case .bulletinIssued(let facts): post(facts.code, on: day, proxies)
    default: break
    }
  }

  private mutating func decide(_ facts: ObjectionDecided, _ day: Day) {
    guard let index = objections.firstIndex(where: { $0.number == facts.number }) else { return }
    objections[index].outcome = facts.outcome
    objections[index].decided = day
  }

  private mutating func post(_ code: String, on day: Day, _ proxies: ProxyRegister) {
    if code == "B18" { postedBoxes = Set(mobileBoxes.keys) }
    if code == "B19" {
      postedProxies = Set(proxies.standing.map(\.certificate))
      proxiesPosted = day
    }
  }
}
