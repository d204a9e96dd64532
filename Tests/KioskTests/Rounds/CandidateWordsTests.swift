import Testing

@testable import Ballot
@testable import Kiosk

@Suite("Words of nominations and rounds")
struct CandidateWordsTests {
  private static let post = PostID(rawValue: "member")
  private static let day = Day(daysSince1970: 20_956)

  static let candidates: [CandidateRefusal] = [
    .namedInPlan, .noSuchPost(post), .nomineeIsOfficer("王伟"), .nominatedAlready(3),
    .tooFewNominators(have: 9, need: 10), .organisationBarred, .organisationMissing, .votesMissing,
    .nominatorNotOnRoll(99), .nominatorFull(roll: 7, most: 1), .noSuchNomination(8), .withdrawnAlready(8),
    .reasonMissing(8), .tooLateToWithdraw(until: day), .ballotsPrinted, .clearedAgainstList(8),
    .itemNotInPack(.clanActivity), .notVetted([1, 2]), .surplusMissing(post: post, have: 1, need: 2),
    .surplusOutOfRange(post: post, asked: 9, least: 1, most: 3), .strokesUnknown(["𠮷"]), .notSettled,
  ]

  static let rounds: [RoundRefusal] = [
    .roundRunning(1), .nothingOpen(.runoff), .notAuthorised, .anomalyWaits(number: 1, .turnoutNotReached),
    .notInThisKind(.revote), .dayPassed(day), .outsideWindow(until: day), .noSuchPost(post),
    .tooFewCandidates(post), .tooManyRounds,
  ]

  private static var refusals: [Refusal] {
    candidates.map(Refusal.candidatesRefused) + rounds.map(Refusal.roundRefused) + [
      .petitionTooSmall([RuleCheck(.petition, 1, of: 9, .roll, .atLeast(1, 5), source: "V26 19")])
    ]
  }

  @Test("Each says in both languages what happened and what to do, and no two say the same")
  func sayings() {
    let sentences = CandidateWordsTests.refusals.map(\.sentence)
    for sentence in sentences {
      #expect(sentence.zh.unicodeScalars.contains { $0.properties.isIdeographic })
      #expect(sentence.zh.split { "。：，；".contains($0) }.count >= 2, "\(sentence.zh)")
      let foreign = sentence.en.unicodeScalars.count { $0.properties.isIdeographic }
      #expect(foreign * 2 < sentence.en.count && sentence.en != sentence.zh, "\(sentence.en)")
    }
    #expect(Set(sentences.map(\.zh)).count == sentences.count)
    #expect(Set(sentences.map(\.en)).count == sentences.count)
  }

  @Test("Codes are names of their own, within nominations and within rounds")
  func codes() {
    #expect(Set(CandidateWordsTests.candidates.map(\.code)).count == CandidateWordsTests.candidates.count)
    #expect(Set(CandidateWordsTests.rounds.map(\.code)).count == CandidateWordsTests.rounds.count)
  }

  @Test("Kinds, states, orders and items are told apart")
  func names() {
    for sentences in [
      Nomination.Kind.allCases.map(\.sentence), CandidateBook.Status.allCases.map(\.sentence),
      CandidateOrder.allCases.map(\.sentence), NegativeListItem.allCases.map(\.sentence),
      VoteKind.allCases.map(\.sentence),
    ] {
      #expect(Set(sentences.map(\.zh)).count == sentences.count)
      #expect(Set(sentences.map(\.en)).count == sentences.count)
    }
  }
}
