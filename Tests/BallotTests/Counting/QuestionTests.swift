import Testing

@testable import Ballot

@Suite("Sheets that answer a question")
struct QuestionTests {
  private static func reading(_ answer: Question.Answer, _ mark: Mark) -> LineReading {
    LineReading(id: answer.line, mark: mark, certainty: .clear, confidence: 1000, name: nil)
  }

  private static func sheet(
    _ agree: Mark, _ disagree: Mark = .blank, _ abstain: Mark = .blank, decisions: [LineDecision] = []
  ) -> RecordedSheet {
    RecordedSheet(
      page: 1, lines: [reading(.agree, agree), reading(.disagree, disagree), reading(.abstain, abstain)],
      decisions: decisions)
  }

  static let sheets: [(RecordedSheet, SheetVerdict.Standing, [String])] = [
    (sheet(.for), .valid, ["agree"]), (sheet(.blank, .for), .valid, ["disagree"]),
    (sheet(.blank, .blank, .for), .valid, ["abstain"]), (sheet(.blank), .abstention, []),
    // M27: two cells marked.
    (sheet(.for, .for), .void(.twoAnswers), ["agree", "disagree"]),
    (sheet(.for, .for, .for), .void(.twoAnswers), ["agree", "disagree", "abstain"]),
    // A cross that people found to choose the answer, and one that they found to say nothing.
    (
      sheet(
        .against,
        decisions: [
          LineDecision(line: Question.Answer.agree.line, finding: .mark(.for), deciders: ["甲", "乙"])
        ]),
      .valid, ["agree"]
    ),
    (
      sheet(
        .for, .against,
        decisions: [
          LineDecision(line: Question.Answer.disagree.line, finding: .mark(.blank), deciders: ["甲", "乙"])
        ]), .valid, ["agree"]
    ),
  ]

  @Test("One mark answers; two void the sheet; none abstains", arguments: sheets)
  func judged(sheet: RecordedSheet, standing: SheetVerdict.Standing, chosen: [String]) throws {
    for scope in OvervoteScope.allCases {
      let verdict = try #require(ValidityRules(overvoteScope: scope).judge(sheet, posts: [.question]))
      #expect(verdict.standing == standing)
      #expect(verdict.sections.flatMap(\.chosen).map(\.rawValue) == chosen)
    }
  }

  @Test("A cross in a box for an answer waits for people")
  func cross() {
    let sheet = QuestionTests.sheet(.blank, .against)
    #expect(sheet.undecided == [Question.Answer.disagree.line])
    #expect(ValidityRules().judge(sheet, posts: [.question]) == nil)
  }

  @Test(
    "A petition is measured against what the law wants",
    arguments: [
      ("CQ-V-2026", 240, nil, false), ("CQ-V-2026", 241, nil, true), ("CQ-V-2026", nil, 14, false),
      ("CQ-V-2026", nil, 15, true), ("CQ-R-2026", 120, nil, false), ("CQ-R-2026", 121, nil, true),
    ] as [(String, Int?, Int?, Bool)])
  func petition(pack: String, voters: Int?, representatives: Int?, accepted: Bool) throws {
    let rules = try #require(RulePack.named(pack)?.rules(for: .recall))
    let signatures = Question.Signatures(
      voters: voters, representatives: representatives, representativesInAll: 45)
    #expect(signatures.petition(roll: 1203).isAccepted(rules) == accepted)
  }
}
