import Ballot
import Testing

@Suite("Meetings, recalls, supervision, appraisal")
struct MeetingTests {
  private func pack(_ id: String) throws -> RulePack { try #require(RulePack.named(id)) }

  @Test(
    "Quorum: one alternative is enough",
    arguments: [
      ("CQ-V-2026", Electorate.villagersMeeting, ShareBase.adults, 600, 1200, false),
      ("CQ-V-2026", .villagersMeeting, .adults, 601, 1200, true),
      ("CQ-V-2026", .villagersMeeting, .households, 200, 300, true),
      ("CQ-V-2026", .villagersRepresentativesMeeting, .members, 40, 60, true),
      ("CQ-V-2026", .groupMeeting, .groupAdults, 63, 96, false),
      ("CQ-V-2026", .groupMeeting, .groupAdults, 64, 96, true),
      ("CQ-V-2026", .groupMeeting, .groupHouseholds, 27, 40, true),
      ("CQ-V-2026", .groupMeeting, .groupHouseholds, 26, 40, false),
      ("CQ-R-2026", .residentsMeeting, .householdRepresentatives, 901, 1800, true),
      ("CQ-R-2026", .residentsRepresentativesMeeting, .members, 40, 60, true),  // E15
      ("CQ-R-2026", .residentsRepresentativesMeeting, .members, 39, 60, false),
    ])
  func quorum(
    id: String, body: Electorate, base: ShareBase, present: Int, due: Int, quorate: Bool
  ) throws {
    let rules = try #require(try pack(id).meeting(body))
    #expect(rules.isQuorate(Attendance([base: (present, due)])) == quorate)
  }

  @Test("Without a quorum nothing was decided; with it more than half of those attending decide")
  func decisions() throws {
    let rules = try #require(try pack("CQ-V-2026").meeting(.villagersRepresentativesMeeting))
    let short = rules.decide(agreed: 39, attending: 39, Attendance([.members: (39, 60)]))
    #expect(short.verdict == .void)
    #expect(short.anomaly == .meetingVoid)
    let half = rules.decide(agreed: 20, attending: 40, Attendance([.members: (40, 60)]))
    #expect(half.verdict == .failed)
    let carried = rules.decide(agreed: 21, attending: 40, Attendance([.members: (40, 60)]))
    #expect(carried.verdict == .carried)
    #expect(carried.decision?.needed == 21)
    #expect(carried.decision?.source == "V26 30")
  }

  @Test("E19: a group leader by households: 27 of 40 households, 14 votes")
  func groupByHouseholds() throws {
    let pack = try pack("CQ-V-2026")
    let kind = try #require(pack.rules(for: .groupLeader))
    let rules = OutcomeRules(first: kind, pack: pack)
    let quorum = try #require(kind.quorum(of: .groupMeeting))
    let votes = PostVotes(
      post: PostID(rawValue: "leader"), seats: 1,
      votes: [PersonID(rawValue: "A"): 14, PersonID(rawValue: "B"): 13])
    let outcome = rules.decide(
      meeting: Attendance([.groupHouseholds: (27, 40)]), quorum: quorum, attending: 27, posts: [votes])
    #expect(outcome.posts.first?.elected == [PersonID(rawValue: "A")])
    #expect(outcome.posts.first?.need == 14)
    let short = rules.decide(
      meeting: Attendance([.groupHouseholds: (26, 40)]), quorum: quorum, attending: 26, posts: [votes])
    #expect(short.anomalies.map(\.code) == [.meetingVoid])
  }

  @Test("E20: the representatives' meeting and the supervision committee it chooses")
  func supervision() throws {
    let pack = try pack("CQ-V-2026")
    func assembly(women: Int) -> [Bool] {
      Assembly(committeeMembers: 7, representatives: 45, womenRepresentatives: women).checks(pack).map(
        \.holds)
    }
    #expect(assembly(women: 18) == [true, true])
    #expect(assembly(women: 17) == [true, false])
    #expect(
      Assembly(committeeMembers: 12, representatives: 45, womenRepresentatives: 30).checks(pack)[0].holds
        == false)
    let meeting = try #require(pack.meeting(.villagersRepresentativesMeeting))
    #expect(!meeting.isQuorate(Attendance([.members: (34, 52)])))
    #expect(meeting.isQuorate(Attendance([.members: (35, 52)])))
    let rules = OutcomeRules(
      first: try #require(pack.rules(for: .supervisionCommittee)), pack: pack,
      body: .villagersRepresentativesMeeting)
    let quorum = try #require(
      pack.rules(for: .supervisionCommittee)?.quorum(of: .villagersRepresentativesMeeting))
    for (votes, elected) in [(17, 0), (18, 1)] {
      let post = PostVotes(
        post: PostID(rawValue: "member"), seats: 3, votes: [PersonID(rawValue: "S"): votes])
      let outcome = rules.decide(
        meeting: Attendance([.members: (35, 52)]), quorum: quorum, attending: 35, posts: [post])
      #expect(outcome.posts.first?.elected.count == elected)
    }
  }

  @Test("What is wrong with a supervision committee")
  func supervisionProblems() throws {
    let rules = try #require(try pack("CQ-V-2026").rules(for: .supervisionCommittee))
    let (a, b, c, d) = (
      PersonID(rawValue: "a"), PersonID(rawValue: "b"), PersonID(rawValue: "c"), PersonID(rawValue: "d")
    )
    let facts = PersonFacts(relatives: [(b, d)])
    let good = SupervisionCommittee(heads: [a], members: [b, c], skilled: [b])
    #expect(good.problems(rules, committee: [], facts: facts).isEmpty)
    #expect(good.problems(rules, committee: [d], facts: facts) == [.nearRelativeOfCommittee(b, d)])
    #expect(good.problems(rules, committee: [a], facts: facts) == [.sitsOnCommittee(a)])
    let bad = SupervisionCommittee(heads: [], members: [b, b], skilled: [])
    #expect(
      Set(bad.problems(rules, committee: [], facts: facts))
        == [.size(2, least: 3, most: 5), .headsNotOne(0), .nobodySkilled, .duplicate(b)])
  }

  @Test(
    "E17, E18: who can demand a recall",
    arguments: [
      ("CQ-V-2026", ShareBase.roll, 240, 1203, false), ("CQ-V-2026", .roll, 241, 1203, true),
      ("CQ-V-2026", .representatives, 15, 45, true), ("CQ-V-2026", .representatives, 14, 45, false),
      ("CQ-R-2026", .roll, 420, 4210, false), ("CQ-R-2026", .roll, 421, 4210, true),
      ("CQ-R-2026", .householdRepresentatives, 180, 1800, true),
    ])
  func petition(id: String, base: ShareBase, signers: Int, all: Int, accepted: Bool) throws {
    let rules = try #require(try pack(id).rules(for: .recall))
    #expect(Petition([base: (signers, all)]).isAccepted(rules) == accepted)
  }

  @Test(
    "E17, E18: exactly half is a failure",
    arguments: [
      ("CQ-V-2026", Electorate.registeredVoters, 1203, 650, 325, QuestionOutcome.Verdict.failed),
      ("CQ-V-2026", .registeredVoters, 1203, 650, 326, .carried),
      ("CQ-V-2026", .registeredVoters, 1203, 601, 601, .void(.turnoutNotReached)),
      ("CQ-R-2026", .residentsRepresentatives, 60, 41, 20, .failed),
      ("CQ-R-2026", .residentsRepresentatives, 60, 41, 21, .carried),
      ("CQ-R-2026", .residentsRepresentatives, 60, 40, 40, .void(.turnoutNotReached)),
    ])
  func recall(
    id: String, body: Electorate, roll: Int, returned: Int, agree: Int, verdict: QuestionOutcome.Verdict
  ) throws {
    let pack = try pack(id)
    let rules = OutcomeRules(first: try #require(pack.rules(for: .recall)), pack: pack, body: body)
    let outcome = rules.decide(
      roll: roll, issued: roll, returned: returned,
      question: QuestionVote(agree: agree, disagree: returned - agree))
    #expect(outcome.verdict == verdict)
    let more = rules.decide(
      roll: roll, issued: returned - 1, returned: returned, question: QuestionVote(agree: agree))
    #expect(more.verdict == .void(.moreReturnedThanIssued))
  }

  @Test("A recall on the same facts waits a year")
  func cooldown() throws {
    let pack = try pack("CQ-V-2026")
    let last = try #require(Day(iso: "2027-05-18"))
    #expect(!Petition.mayRepeat(sameFacts: true, lastVote: last, on: last.adding(days: 364), pack))
    #expect(Petition.mayRepeat(sameFacts: true, lastVote: last, on: last.adding(days: 365), pack))
    #expect(Petition.mayRepeat(sameFacts: false, lastVote: last, on: last, pack))
  }

  @Test(
    "E31: two failures in a row end the post",
    arguments: [
      (["2026-06-01": AppraisalGrade.notCompetent, "2027-06-01": .notCompetent], "2027-06-01"),
      (["2026-06-01": .notCompetent, "2027-06-01": .competent, "2028-06-01": .notCompetent], nil),
      (["2026-06-01": .notCompetent], nil),
    ] as [([String: AppraisalGrade], String?)])
  func appraisal(grades: [String: AppraisalGrade], ends: String?) throws {
    let entries = try grades.map {
      AppraisalRecord.Entry(day: try #require(Day(iso: $0.key)), grade: $0.value)
    }
    let record = AppraisalRecord(entries)
    #expect(record.postEnds(try pack("CQ-V-2026"))?.description == ends)
    #expect(AppraisalRecord([]).nextFrom(try pack("CQ-V-2026")) == nil)
  }

  @Test("Half of the sheets is not yet a failure")
  func grade() throws {
    let pack = try pack("CQ-V-2026")
    #expect(
      AppraisalCount(competent: 10, basicallyCompetent: 20, notCompetent: 30).grade(pack)
        == .basicallyCompetent)
    #expect(
      AppraisalCount(competent: 10, basicallyCompetent: 19, notCompetent: 30, void: 9).grade(pack)
        == .notCompetent)
    #expect(AppraisalCount(competent: 30, basicallyCompetent: 10, notCompetent: 5).grade(pack) == .competent)
    let day = try #require(Day(iso: "2026-08-31"))
    #expect(AppraisalRecord([.init(day: day, grade: .competent)]).nextFrom(pack)?.description == "2027-02-28")
  }
}
