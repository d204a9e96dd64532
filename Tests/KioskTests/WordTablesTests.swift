import Testing

@testable import Ballot
@testable import Kiosk
@testable import Scanner

@Suite("The tables of words are whole")
struct WordTablesTests {
  static let staff: [StaffRefusal] = [
    .loginNeeded(.issuing), .notAllowed(name: "甲", role: .scrutineer, duty: .issuing),
    .tooFewPeople(.deciding, have: 1, need: 2), .signerAbsent(name: "甲"), .noSuchPerson,
    .wrongSecret(triesLeft: 8, wait: 0), .wrongSecret(triesLeft: 5, wait: 60), .waiting(seconds: 30), .locked,
    .credentialDamaged, .firstMustManage, .lastManager, .nameTaken, .nameUnusable, .secretTooShort,
    .secretTooPlain, .secretUntypable,
    .tooMany(most: 200),
  ]

  /// Refusals that no other table has; their reasons are in tables of their own.
  static let further: [Refusal] = [
    .bulletinIssuedAlready(code: "B22", number: 1), .unusedOutOfRange(-1), .notForStaff(.rollFrozen),
    .factInFuture(.rollFrozen, Day(daysSince1970: 1)), .dayNotMovable(anomaly: 1),
  ]

  static let recounts: [RecountRefusal] = [.nothingRead, .openAlready(1), .notOpen, .stillOpen(1)]

  static let plan: [PlanProblem.Reason] = [
    .seatsEven(4), .choiceRefused(ChoiceRefusal(parameter: "p", value: "v", reason: .unknown)),
  ]

  @Test(
    "Every case of an enum that speaks to people has a line in a table",
    arguments: [
      (
        "Refusal", "Ballot/Journal/Command.swift",
        (WordsTests.refusals + further).map(EnumCases.name) + [
          // Reasons of their own: LawWordsTests and CandidateWordsTests.
          "proxyRefused", "anomalyRefused", "decisionRefused", "candidatesRefused", "roundRefused",
          "petitionTooSmall",
          "objectionRefused", "mobileRefused", "slipRefused", "recountRefused",
        ]
      ),
      ("Reason", "Ballot/Election/PlanProblem.swift", (WordsTests.planReasons + plan).map(EnumCases.name)),
      ("StaffRefusal", "Ballot/Staff/StaffRefusal.swift", staff.map(EnumCases.name)),
      ("ProxyRefusal", "Ballot/Proxies/Proxy.swift", LawWordsTests.proxies.map(EnumCases.name)),
      (
        "ObjectionRefusal", "Ballot/Ledgers/RollObjection.swift", LawWordsTests.objections.map(EnumCases.name)
      ),
      ("MobileRefusal", "Ballot/Ledgers/MobileBox.swift", LawWordsTests.mobile.map(EnumCases.name)),
      ("SlipRefusal", "Ballot/Ledgers/OwnerSlip.swift", LawWordsTests.slips.map(EnumCases.name)),
      ("AnomalyRefusal", "Ballot/Anomalies/AnomalyCase.swift", LawWordsTests.anomalies.map(EnumCases.name)),
      (
        "AuthorisationRefusal", "Ballot/Anomalies/AuthorisationCheck.swift",
        LawWordsTests.decisions.map(EnumCases.name) + ["anomaly"]
      ),
      (
        "CandidateRefusal", "Ballot/Candidates/CandidateRefusal.swift",
        CandidateWordsTests.candidates.map(EnumCases.name)
      ),
      ("RecountRefusal", "Ballot/Recount/Recount.swift", recounts.map(EnumCases.name)),
      ("RoundRefusal", "Ballot/Rounds/RoundOpened.swift", CandidateWordsTests.rounds.map(EnumCases.name)),
    ])
  func whole(type: String, file: String, table: [String]) throws {
    let cases = try EnumCases.names(of: type, in: file)
    #expect(cases.count > 2, "no cases were found in \(file)")
    #expect(cases.subtracting(table).sorted() == [], "cases without a line in a table")
    #expect(Set(table).subtracting(cases).sorted() == [], "lines without a case")
  }

  @Test("What the login says is said in both languages, differently for each reason, and what to do")
  func staffWords() {
    #expect(Set(WordTablesTests.staff.map(\.sentence.zh)).count == WordTablesTests.staff.count)
    #expect(Set(WordTablesTests.staff.map(\.code)).count == WordTablesTests.staff.count - 1)
    for refusal in WordTablesTests.staff {
      let sentence = refusal.sentence
      #expect(sentence.zh.split { "。，：；".contains($0) }.count >= 2, "\(sentence.zh)")
      #expect(
        !sentence.en.unicodeScalars.contains { $0.properties.isIdeographic && $0 != "甲" }, "\(sentence.en)")
    }
  }

  @Test("Refusals outside of the other tables have words of their own")
  func furtherWords() {
    let all = (WordTablesTests.further + WordsTests.refusals).map(\.sentence.zh)
    #expect(Set(all).count == all.count)
    #expect(WordTablesTests.plan.allSatisfy { $0.sentence.zh != "内容不对。" })
    let faults: [IdentityNumber.Fault] = [
      .length(17), .fifteenDigits, .foreignCharacter(position: 3), .unknownRegion(99), .impossibleBirthDate,
      .bornInFuture(Day(daysSince1970: 30_000)), .checkDigit,
    ]
    #expect(Set(faults.map { RollReason.identity($0).sentence.zh }).count == faults.count)
  }

  @Test("Roles and duties have names of their own in both languages")
  func names() {
    for sentences in [StaffRole.allCases.map(\.sentence), Duty.allCases.map(\.sentence)] {
      #expect(Set(sentences.map(\.zh)).count == sentences.count)
      #expect(Set(sentences.map(\.en)).count == sentences.count)
    }
  }
}
