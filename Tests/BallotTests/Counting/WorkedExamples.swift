import Ballot
import Testing

/// One worked example of the rule book, RULES §9.
struct Example: Sendable, CustomTestStringConvertible {
  let id: String
  let kind: String
  let roll: Int
  let issued: Int
  let returned: Int
  let seats: Int
  let votes: [String: Int]
  let valid: Bool
  let anomaly: String?
  let turnoutNeed: Int?
  let need: Int?
  let elected: [String]?
  let vacant: Int?
  let tie: [String]?
  let tieSeats: Int?
  let runoff: [String]?

  init(
    _ id: String, _ kind: String, roll: Int, issued: Int, returned: Int, seats: Int, votes: [String: Int],
    valid: Bool, anomaly: String?, turnoutNeed: Int?, need: Int?, elected: [String]?, vacant: Int?,
    tie: [String]?, tieSeats: Int?, runoff: [String]?
  ) {
    self.id = id
    self.kind = kind
    self.roll = roll
    self.issued = issued
    self.returned = returned
    self.seats = seats
    self.votes = votes
    self.valid = valid
    self.anomaly = anomaly
    self.turnoutNeed = turnoutNeed
    self.need = need
    self.elected = elected
    self.vacant = vacant
    self.tie = tie
    self.tieSeats = tieSeats
    self.runoff = runoff
  }

  var testDescription: String { id }

  /// The rules of the example's kind, from the packs that ship.
  func rules() throws -> OutcomeRules {
    let residents = kind.hasPrefix("residents")
    let pack = try #require(RulePack.named(residents ? "CQ-R-2026" : "CQ-V-2026"))
    if kind == "runoff" {
      return OutcomeRules(runoff: try #require(pack.rules(for: .villageCommittee)), pack: pack)
    }
    let known = try #require(ElectionKind(rawValue: kind))
    return OutcomeRules(first: try #require(pack.rules(for: known)), pack: pack)
  }
}

let workedExamples: [Example] = [
  Example(
    "E01", "villageCommittee", roll: 1203, issued: 655, returned: 640, seats: 1,
    votes: ["A": 352, "B": 255, "W": 8],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 321, elected: ["A"],
    vacant: 0, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E02a", "villageCommittee", roll: 1203, issued: 640, returned: 601, seats: 1, votes: ["A": 500],
    valid: false, anomaly: "A02", turnoutNeed: 602, need: nil, elected: nil,
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E02b", "villageCommittee", roll: 1203, issued: 640, returned: 602, seats: 1, votes: ["A": 500],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 302, elected: ["A"],
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E03", "villageCommittee", roll: 1200, issued: 620, returned: 600, seats: 1, votes: ["A": 500],
    valid: false, anomaly: "A02", turnoutNeed: 601, need: nil, elected: nil,
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E04", "villageCommittee", roll: 1203, issued: 640, returned: 641, seats: 1, votes: ["A": 600],
    valid: false, anomaly: "A03", turnoutNeed: nil, need: nil, elected: nil,
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E05", "villageCommittee", roll: 1203, issued: 655, returned: 640, seats: 3,
    votes: ["C": 400, "D": 380, "E": 330, "F": 325],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 321, elected: ["C", "D", "E"],
    vacant: 0, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E06", "villageCommittee", roll: 1203, issued: 655, returned: 640, seats: 3,
    votes: ["C": 400, "D": 380, "E": 330, "F": 330],
    valid: true, anomaly: nil, turnoutNeed: nil, need: nil, elected: ["C", "D"],
    vacant: nil, tie: ["E", "F"], tieSeats: 1, runoff: nil),
  Example(
    "E07a", "villageCommittee", roll: 1203, issued: 655, returned: 640, seats: 3,
    votes: ["C": 400, "D": 380, "E": 300, "F": 250, "G": 80],
    valid: true, anomaly: nil, turnoutNeed: nil, need: nil, elected: ["C", "D"],
    vacant: 1, tie: nil, tieSeats: nil, runoff: ["E", "F"]),
  Example(
    "E07b", "runoff", roll: 1203, issued: 612, returned: 610, seats: 1, votes: ["E": 280, "F": 270, "W": 40],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 204, elected: ["E"],
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E08", "runoff", roll: 1203, issued: 640, returned: 630, seats: 1, votes: ["E": 205, "F": 200, "W": 150],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 210, elected: [],
    vacant: 1, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E09", "runoff", roll: 1203, issued: 610, returned: 603, seats: 1, votes: ["E": 201, "F": 199, "W": 150],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 201, elected: ["E"],
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E10", "runoff", roll: 1203, issued: 610, returned: 600, seats: 1, votes: ["E": 200],
    valid: false, anomaly: "A02", turnoutNeed: nil, need: nil, elected: nil,
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E11", "villageCommittee", roll: 1203, issued: 655, returned: 640, seats: 1, votes: ["A": 320, "B": 310],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 321, elected: [],
    vacant: 1, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E12", "villageCommittee", roll: 1203, issued: 655, returned: 640, seats: 1, votes: ["A": 310, "B": 250],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 321, elected: [],
    vacant: 1, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E13a", "residentsCommittee.household", roll: 1800, issued: 950, returned: 900, seats: 1,
    votes: ["A": 500],
    valid: false, anomaly: "A02", turnoutNeed: 901, need: nil, elected: nil,
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E13b", "residentsCommittee.household", roll: 1800, issued: 950, returned: 901, seats: 1,
    votes: ["A": 500],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 451, elected: ["A"],
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E14a", "residentsCommittee.representatives", roll: 60, issued: 40, returned: 40, seats: 1,
    votes: ["A": 30],
    valid: false, anomaly: "A02", turnoutNeed: 41, need: nil, elected: nil,
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E14b", "residentsCommittee.representatives", roll: 60, issued: 41, returned: 41, seats: 1,
    votes: ["A": 21, "B": 20],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 21, elected: ["A"],
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E19a", "groupLeader", roll: 96, issued: 63, returned: 63, seats: 1, votes: ["A": 40],
    valid: false, anomaly: "A01", turnoutNeed: 64, need: nil, elected: nil,
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
  Example(
    "E19b", "groupLeader", roll: 96, issued: 64, returned: 64, seats: 1, votes: ["A": 33, "B": 31],
    valid: true, anomaly: nil, turnoutNeed: nil, need: 33, elected: ["A"],
    vacant: nil, tie: nil, tieSeats: nil, runoff: nil),
]

@Suite("Worked examples of the rule book")
struct WorkedExamples {
  private func people(_ names: [String]?) -> [PersonID]? { names?.map(PersonID.init(rawValue:)) }

  @Test("A vote is decided as the rule book says", arguments: workedExamples)
  func decides(_ example: Example) throws {
    let votes = Dictionary(uniqueKeysWithValues: example.votes.map { (PersonID(rawValue: $0.key), $0.value) })
    let post = PostVotes(post: PostID(rawValue: "post"), seats: example.seats, votes: votes)
    let outcome = try example.rules().decide(
      roll: example.roll, issued: example.issued, returned: example.returned, posts: [post])

    #expect((outcome.validity == .valid) == example.valid)
    if let need = example.turnoutNeed { #expect(outcome.turnoutNeed == need) }
    switch example.anomaly {
    case "A03": #expect(outcome.validity == .moreReturnedThanIssued)
    case let anomaly?: #expect(outcome.validity == .turnoutNotReached(anomaly: anomaly))
    case nil: break
    }
    guard example.valid else {
      #expect(outcome.posts.isEmpty)
      return
    }
    let decided = try #require(outcome.posts.first)
    if let need = example.need { #expect(decided.need == need) }
    if let elected = people(example.elected) { #expect(decided.elected == elected) }
    if let vacant = example.vacant { #expect(decided.vacant == vacant) }
    #expect(decided.tied == people(example.tie) ?? [])
    if let tieSeats = example.tieSeats { #expect(decided.tiedSeats == tieSeats) }
    if let runoff = people(example.runoff) { #expect(decided.runoff == runoff) }
  }

  @Test("E10: without a turnout rule for the runoff the plurality winner is in")
  func runoffWithoutTurnout() {
    let rules = OutcomeRules(turnout: .plurality, win: .atLeast(1, 3), runoffSurplus: 1)
    let post = PostVotes(post: PostID(rawValue: "p"), seats: 1, votes: [PersonID(rawValue: "E"): 200])
    let outcome = rules.decide(roll: 1203, issued: 610, returned: 600, posts: [post])
    #expect(outcome.posts.first?.elected == [PersonID(rawValue: "E")])
  }

  @Test("E32: one ballot type with more sheets than issued does not touch the other")
  func twoBallots() {
    let rules = OutcomeRules(turnout: .moreThan(1, 2), win: .moreThan(1, 2), runoffSurplus: 1)
    let post = PostVotes(post: PostID(rawValue: "p"), seats: 1, votes: [PersonID(rawValue: "A"): 400])
    #expect(rules.decide(roll: 1203, issued: 655, returned: 640, posts: [post]).validity == .valid)
    #expect(
      rules.decide(roll: 1203, issued: 655, returned: 656, posts: [post]).validity == .moreReturnedThanIssued)
  }

  @Test("Whoever is elected to the higher post is taken out of the lower")
  func higherPost() throws {
    let rules = OutcomeRules(turnout: .moreThan(1, 2), win: .moreThan(1, 2), runoffSurplus: 1)
    let a = PersonID(rawValue: "A")
    let b = PersonID(rawValue: "B")
    let outcome = rules.decide(
      roll: 100, issued: 90, returned: 80,
      posts: [
        PostVotes(post: PostID(rawValue: "director"), seats: 1, votes: [a: 60]),
        PostVotes(post: PostID(rawValue: "member"), seats: 1, votes: [a: 70, b: 50]),
      ])
    #expect(outcome.posts.map(\.elected) == [[a], [b]])
  }
}
