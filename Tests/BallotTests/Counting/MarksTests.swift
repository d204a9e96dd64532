import Ballot
import Testing

private let member = PostID(rawValue: "member")
private let director = PostID(rawValue: "director")

/// Members: three seats, C D E F printed (example E25).
private let members = CountedPost(
  id: member, seats: 3,
  candidates: ["C", "D", "E", "F"].enumerated().map {
    (.candidate($0 + 1, of: member), PersonID(rawValue: $1))
  })
private let directors = CountedPost(
  id: director, seats: 1,
  candidates: ["A", "C"].enumerated().map { (.candidate($0 + 1, of: director), PersonID(rawValue: $1)) })

/// A sheet from signs: `○×√ ?` for the printed lines; a name in the first write-in row if asked.
private func sheet(
  _ signs: String, of post: CountedPost = members, decisions: [LineDecision] = [], written: Bool = false,
  void: SheetVoid? = nil
) -> RecordedSheet {
  let marks: [Character: Mark] = ["○": .for, "√": .for, "×": .against, " ": .blank, "?": .other]
  var lines = zip(post.candidates, signs).map { candidate, sign in
    LineReading(
      id: candidate.line, mark: marks[sign] ?? .blank, certainty: sign == "?" ? .doubtful : .clear,
      confidence: 990, name: nil)
  }
  lines += post.writeIns.enumerated().map { index, line in
    LineReading(
      id: line, mark: .blank, certainty: .clear, confidence: 990,
      name: written && index == 0 ? .written : .empty)
  }
  return RecordedSheet(page: 1, lines: lines, decisions: decisions, void: void)
}

private func decision(_ line: LineID, _ finding: LineDecision.Finding) -> LineDecision {
  LineDecision(line: line, finding: finding, deciders: ["甲", "乙"])
}

private func names(_ persons: [PersonID]) -> [String] { persons.map(\.rawValue).sorted() }

@Suite("Ballot validity, RULES §4.4")
struct MarksTests {
  let rules = ValidityRules()

  @Test(
    "E25 (a) (b) (d): clear marks",
    arguments: [("○○× ", ["C", "D"], false), ("○○○○", [], true), ("××××", [], false)])
  func clear(signs: String, chosen: [String], overvoted: Bool) throws {
    let verdict = try #require(rules.judge(sheet(signs), posts: [members]))
    #expect(verdict.standing == .valid)
    #expect(names(verdict.sections[0].counted) == chosen)
    #expect(verdict.sections[0].overvoted == overvoted)
  }

  @Test("E25 (c): a tick counts, and a written name without a sign counts for that person (M04, M10)")
  func writeIn() throws {
    let undecided = sheet("√   ", written: true)
    #expect(undecided.undecided == [.writeIn(1, of: member)])
    #expect(rules.judge(undecided, posts: [members]) == nil)
    let wang = decision(.writeIn(1, of: member), .person(PersonID(rawValue: "Wang")))
    let verdict = try #require(rules.judge(sheet("√   ", decisions: [wang], written: true), posts: [members]))
    #expect(names(verdict.sections[0].counted) == ["C", "Wang"])
  }

  @Test("E25 (d): a blank sheet is an abstention, or void where the meeting said so (M18)")
  func blank() throws {
    #expect(rules.judge(sheet("    "), posts: [members])?.standing == .abstention)
    let strict = ValidityRules(blankBallotClass: .void)
    #expect(strict.judge(sheet("    "), posts: [members])?.standing == .void(.blank))
  }

  @Test("E25 (e) (f): an unclear or unreadable line is void, the rest counts (M09, M20)")
  func voidLine() throws {
    for rule in [LineDecision.Rule.m09, .m20] {
      let line = LineID.candidate(2, of: member)
      let marked = sheet("○?  ", decisions: [decision(line, .void(rule))])
      let verdict = try #require(rules.judge(marked, posts: [members]))
      #expect(names(verdict.sections[0].counted) == ["C"])
      #expect(verdict.sections[0].lines[line] == .void(rule))
    }
  }

  @Test("E25: all six sheets stay in R")
  func allReturned() throws {
    let wang = decision(.writeIn(1, of: member), .person(PersonID(rawValue: "Wang")))
    let void = decision(.candidate(2, of: member), .void(.m09))
    let sheets = [
      sheet("○○× "), sheet("○○○○"), sheet("√   ", decisions: [wang], written: true), sheet("    "),
      sheet("○?  ", decisions: [void]), sheet("○?  ", decisions: [void]),
    ]
    let tally = try #require(Tallier(posts: [members], rules: rules).tally(page: 1, sheets))
    #expect(tally.returned == 6)
    #expect(tally.abstentions == 1)
    #expect(tally.posts[0].voidSections == 1)
    #expect(tally.posts[0].votes[PersonID(rawValue: "C")] == 4)
    #expect(tally.posts[0].votes[PersonID(rawValue: "Wang")] == 1)
  }

  @Test("A written name that is printed too is one vote (M13)")
  func writtenAndPrinted() throws {
    let again = decision(.writeIn(1, of: member), .person(PersonID(rawValue: "C")))
    let verdict = try #require(
      rules.judge(sheet("○   ", decisions: [again], written: true), posts: [members]))
    #expect(names(verdict.sections[0].counted) == ["C"])
  }

  @Test("One person for two posts voids the sheet, or keeps the higher post (M17)")
  func samePerson() throws {
    let both = RecordedSheet(page: 1, lines: sheet(" ○", of: directors).lines + sheet("○ ○ ").lines)
    let posts = [directors, members]
    #expect(rules.judge(both, posts: posts)?.standing == .void(.samePersonTwoPosts))
    let keeping = ValidityRules(samePersonTwoPosts: .keepHigherPost)
    let verdict = try #require(keeping.judge(both, posts: posts))
    #expect(names(verdict.sections[0].counted) == ["C"])
    #expect(names(verdict.sections[1].counted) == ["E"])
  }

  @Test("An over-vote voids the whole sheet where the meeting said so (M16)")
  func ballotScope() {
    let strict = ValidityRules(overvoteScope: .ballot)
    #expect(strict.judge(sheet("○○○○"), posts: [members])?.standing == .void(.overvote))
  }

  @Test("A sheet found void by the committee needs no further decision", arguments: SheetVoid.allCases)
  func wholeSheet(_ reason: SheetVoid) {
    #expect(rules.judge(sheet("??? ", void: reason), posts: [members])?.standing == .void(reason))
  }
}

@Suite("What must add up, RULES §5.2")
struct IdentityTests {
  @Test("E26: the stock of ballots", arguments: [(642, true), (641, false), (643, false)])
  func stock(unused: Int, holds: Bool) {
    var day = Quantities()
    day.roll = 1203
    day.printed = 1300
    day.issuedSelf = 655
    day.spoiled = 3
    day.unused = unused
    day.stationLedgers = [655]
    day.cardsUsed = 655
    let identities = day.ledgerIdentities(proxyLimit: 3)
    #expect(identities.first { $0.id == .n01 }?.holds == holds)
    #expect(identities.filter { !$0.holds && $0.id != .n01 }.isEmpty)
  }

  @Test("E26: fifteen sheets taken away have no consequence")
  func takenAway() throws {
    var day = Quantities()
    day.roll = 1203
    day.issuedSelf = 655
    day.boxes = [400, 240]
    let sheets = Array(repeating: sheet("○○  "), count: 640)
    let tally = try #require(Tallier(posts: [members], rules: ValidityRules()).tally(page: 1, sheets))
    let identities = day.countIdentities(tally, turnout: .moreThan(1, 2))
    #expect(identities.filter { !$0.holds }.isEmpty)
    #expect(identities.first { $0.id == .n09 }?.numbers == "655 − 640 = 15")
  }

  @Test("One sheet more than issued breaks N07 and nothing hides it")
  func oneTooMany() throws {
    var day = Quantities()
    day.roll = 10
    day.issuedSelf = 7
    day.boxes = [8]
    let sheets = Array(repeating: sheet("○   "), count: 8)
    let tally = try #require(Tallier(posts: [members], rules: ValidityRules()).tally(page: 1, sheets))
    let failing = day.countIdentities(tally, turnout: .moreThan(1, 2)).filter { !$0.holds }.map(\.id)
    #expect(failing == [.n07, .n09])
  }
}
