import Testing

@testable import Ballot
@testable import Kiosk

@Suite("The law has words in both languages")
struct LawWordsTests {
  private static let day = Day(daysSince1970: 20_956)
  private static let at = Instant(seconds: 1_800_000_000)

  static let proxies: [ProxyRefusal] = [
    .notInThisVote, .notOnRoll(9), .agentIsPrincipal, .agentIsCandidate,
    .agentOutOfScope(.voter, allowed: .nearRelative), .agentIsFull(certificates: [1, 2, 3], most: 3),
    .principalHasAgent(certificate: 1), .agentIsAway(certificate: 1), .principalIsAgent(certificates: [1]),
    .tooLate(until: day), .noSuchCertificate(1), .revoked(1), .usedAlready(1), .notPosted(1),
    .principalHasVoted(1), .cardMissing(1), .otherAgent(1),
  ]

  static let objections: [ObjectionRefusal] = [
    .notPosted, .tooLate(until: day), .noSuchObjection(1), .decidedAlready(1), .rollNumberNeeded(.add),
    .rollNumberNeeded(.remove), .notAnAnswer(.add, .removed), .open([1, 2]), .periodRuns(until: day),
  ]

  static let mobile: [MobileRefusal] = [
    .noSuchBox(1), .nobodyListed, .notOnRoll([9]), .elsewhere([3]), .tooFewScrutineers(have: 2, need: 3),
    .notScrutineers(["甲"]), .notApproved(anomaly: 1), .notPosted(box: 1), .notHere(box: 1), .notOut(box: 1),
    .notListed(roll: 3, box: 1), .stillOut([1]), .notAScribe("甲"), .countOutOfRange(0),
  ]

  static let slips: [SlipRefusal] = [
    .notAnOwnersVote, .noSuchOwner(1), .givenAlready(owner: 1), .noSuchLine(LineID(rawValue: "x/1")),
  ]

  static let anomalies: [AnomalyRefusal] = [
    .noSuchAnomaly(1), .noEvidence(1), .alreadyDecided(1), .notSubmitted(1),
    .actionNotAllowed(.runoff, allowed: [.continue]), .noNumber(1),
  ]

  static let decisions: [AuthorisationRefusal] = [
    .otherBox, .otherElection(ElectionID(rawValue: "1")), .otherAnomaly(2), .altered, .expired(at),
    .notYetValid(at), .replayed(number: "3"), .wrongRole(.district), .unknownKey, .badSignature,
  ]

  static let locks: [StageLock] = [
    .fact(.planApproved, of: .planAdopted), .fact(.rollFrozen, of: .rollObjections),
    .fact(.objectionPeriodOver, of: .rollObjections), .bulletin("B02", of: .planAdopted),
    .anomaly(1, .deadlineMissed),
    .late(Lateness(stage: .rollPosted, due: day, done: nil, anomaly: .deadlineMissed)),
    .late(Lateness(stage: .filed, due: day, done: day, anomaly: nil)), .tooEarly(.polling, until: day),
    .ended(.turnoutNotReached), .notAStep(.primary),
  ]

  static let unfit: [PersonFacts.Unfit] =
    NegativeListItem.allCases.map(PersonFacts.Unfit.negativeList) + [.notOnRoll, .underAge, .supervisionBody]

  /// Groups whose sentences must all differ from each other.
  static let groups: [(String, [Sentence])] = [
    ("proxies", proxies.map(\.sentence)), ("objections", objections.map(\.sentence)),
    ("mobile", mobile.map(\.sentence)), ("slips", slips.map(\.sentence)),
    ("anomalies", anomalies.map(\.sentence)), ("decisions", decisions.map(\.sentence)),
    ("locks", locks.map(\.sentence)), ("unfit", unfit.map(\.sentence)),
    ("facts", Fact.allCases.map(\.sentence)), ("codes", AnomalyCode.allCases.map(\.sentence)),
    ("actions", AnomalyAction.allCases.map(\.sentence)), ("rules", RuleCheck.Rule.allCases.map(\.sentence)),
    ("bases", ShareBase.allCases.map(\.sentence)),
  ]

  @Test("Each says something of its own in Chinese and in English", arguments: groups)
  func sayings(name: String, sentences: [Sentence]) {
    for sentence in sentences {
      #expect(sentence.zh.unicodeScalars.contains { $0.properties.isIdeographic }, "\(sentence)")
      #expect(
        !sentence.en.isEmpty && sentence.en.unicodeScalars.count { $0.properties.isIdeographic } <= 4,
        "\(sentence)")
    }
    let equal = ["bases": 1][name] ?? 0
    #expect(Set(sentences.map(\.zh)).count >= sentences.count - equal, "\(name)")
  }

  @Test("A refusal has a code and says what to do: two clauses at least")
  func advice() {
    let refusals: [Refusal] =
      Self.proxies.map { .proxyRefused([$0]) } + Self.objections.map { .objectionRefused($0) }
      + Self.mobile.map { .mobileRefused($0) } + Self.slips.map { .slipRefused($0) }
      + Self.anomalies.map { .anomalyRefused($0) } + Self.decisions.map { .decisionRefused($0) }
      + Self.locks.map { .locked(asked: .polling, by: [$0]) }
      + [.notForStaff(.rollFrozen), .factInFuture(.forumHeld, Self.day), .dayNotMovable(anomaly: 1)]
    for refusal in refusals {
      #expect(refusal.sentence.zh.split { "。：，；".contains($0) }.count >= 2, "\(refusal.sentence.zh)")
      #expect(!refusal.code.isEmpty)
    }
    #expect(Set(Self.decisions.map(\.name)).count == Self.decisions.count)
  }

  @Test("A fact is known by its name and by its Chinese sentence, and by nothing else")
  func written() {
    for fact in Fact.allCases {
      #expect(Fact(written: fact.rawValue) == fact && Fact(written: fact.sentence.zh) == fact)
    }
    #expect(Fact(written: "plan") == nil && Fact(written: "") == nil)
  }

  @Test("The explanation of a verdict has the rule, the numbers, the base and the source")
  func explanation() {
    let check = RuleCheck(.majority, 352, of: 640, .returned, .moreThan(1, 2), source: "V26 18")
    #expect(check.sentence.zh == "得票：352 ≥ 321（收回选票 640 的过半数），达到。依据 V26 18。")
    let area = RuleCheck(
      .agreementArea, 500_000, of: 1_000_000, .participatingArea, .moreThan(1, 2), source: "CC 278")
    #expect(area.sentence.zh.contains("50㎡ < 50.0001㎡（参与表决面积 100㎡ 的过半数），未达到"))
  }
}
