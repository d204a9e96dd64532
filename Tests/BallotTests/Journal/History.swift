import Ballot

/// Events of one small election, for tests of the journal.
enum History {
  static let digest = String(repeating: "ab", count: 32)
  static let other = String(repeating: "cd", count: 32)

  static let plan = Plan(
    election: ElectionID(rawValue: "2027-1"),
    community: Community(code: "500112001201", name: "石桥村", township: "双凤街道"),
    kind: .villageCommittee, pack: "CQ-V-2026", term: 12, day: Day(daysSince1970: 20_956),
    hours: Hours(open: "08:00", close: "16:00"), issuer: "石桥村村民选举委员会",
    posts: [
      Post(
        id: PostID(rawValue: "director"), title: "主任", seats: 1,
        candidates: [
          Candidate(name: "王伟", sex: .male, group: "1组", birth: nil),
          Candidate(name: "李娜", sex: .female, group: nil, birth: Day(daysSince1970: 5000)),
        ])
    ],
    choices: LocalChoices(overvoteScope: .post, samePersonTwoPosts: .voidBallot),
    places: [PollingPlace(number: 1, name: "村委会", kind: .main, groups: [])],
    staff: [Officer(name: "赵敏", role: .chiefScrutineer), Officer(name: "钱强", role: .scrutineer)], seal: nil)

  static let created = ElectionCreated(plan: plan, planDigest: digest, packDigest: other)
  static let imported = Event.rollImported(
    RollImported(digest: digest, source: "名册.xlsx", voters: 3, men: 2, women: 1))
  static let frozen = Event.rollFrozen(
    RollFrozen(digest: digest, voters: 3, candidates: ["director": [1, 2]]))
  static let laidOut = Event.ballotsLaidOut(
    BallotsLaidOut(
      type: BallotType(rawValue: "0123456789"), batch: BatchCode(rawValue: "0001"), pages: 1,
      geometryDigest: digest))
  static let printed = Event.ballotsPrinted(
    BallotsPrinted(batch: BatchCode(rawValue: "0001"), copies: 4, delivery: .file))
  static let opened = Event.pollOpened(PollOpened(boxes: 1, witnesses: ["钱强"]))
  static func issued(_ roll: Int) -> Event {
    .ballotIssued(BallotIssued(roll: roll, generation: 0, desk: 1, manner: .inPerson))
  }
  static let spoiled = Event.ballotSpoiled(BallotSpoiled(desk: 1))
  static let closed = Event.pollClosed(PollClosed(unused: 1))
  static let counting = Event.countOpened(CountOpened(boxes: [2], witnesses: ["钱强"]))
  static let accepted = Event.sheetsAccepted(SheetsAccepted(accepted: 2, total: 2, refused: 1))
  static let decided = Event.sheetsDecided(SheetsDecided(lines: 1, deciders: ["赵敏", "钱强"]))
  static let reconciled = Event.countReconciled(CountReconciled(holding: ["N01", "N15"], failing: []))
  static let unreconciled = Event.countReconciled(CountReconciled(holding: ["N01"], failing: ["N06"]))
  static let ended = Event.countClosed(CountClosed(resultDigest: digest, signers: ["赵敏", "钱强"]))
  static let sealed = Event.bundleSealed(BundleSealed(revision: 1, publicID: digest, restrictedID: other))

  /// What came before each point of the procedure.
  static let toFrozen = [imported, frozen]
  static let toPrinted = toFrozen + [laidOut, printed]
  static let toOpened = toPrinted + [opened]
  static let toClosed = toOpened + [issued(1), issued(2), spoiled, closed]
  static let toCounting = toClosed + [counting, accepted]
  static let toEnded = toCounting + [reconciled, ended]

  static func state(_ events: [Event]) -> ElectionState {
    var state = ElectionState(created)
    for (index, event) in events.enumerated() {
      state.apply(event, at: Instant(seconds: 1_800_000_000 + index))
    }
    return state
  }

  static func card(_ roll: Int, generation: Int = 0) -> VoterCard {
    VoterCard(
      election: state([]).cardElection, roll: roll, round: 1, station: 1, generation: generation)
  }
}
