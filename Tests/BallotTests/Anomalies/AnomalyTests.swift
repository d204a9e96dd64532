import Ballot
import Testing

@Suite("Anomalies, RULES §6")
struct AnomalyTests {
  private func pack() throws -> RulePack { try #require(RulePack.named("CQ-V-2026")) }

  @Test(
    "The table knows A01 to A23 with an authority and at least one action", arguments: AnomalyCode.allCases)
  func table(code: AnomalyCode) throws {
    let rule = try #require(try pack().rule(of: code))
    #expect(!rule.actions.isEmpty)
    #expect(!rule.authority.source.isEmpty)
  }

  @Test("Who has to act")
  func authority() throws {
    let inform = try AnomalyCode.allCases.filter { try pack().rule(of: $0)?.authority.value == .inform }
    #expect(inform.map(\.rawValue) == ["A07", "A08", "A10", "A18", "A20", "A21", "A22"])
    let changed = try #require(try pack().rule(of: .rollChanged))
    #expect(changed.authority(at: .cardsIssued) == .inform)
    #expect(changed.authority(at: .polling) == .guidance)
    #expect(try #require(try pack().rule(of: .surplusLost)).authority(at: .candidatesPosted) == .guidance)
  }

  private func ledger() throws -> AnomalyLedger {
    var ledger = AnomalyLedger()
    ledger.raise(
      .stockUnexplained, detail: "12 sheets", under: try pack().rule(of: .stockUnexplained), at: .counting)
    return ledger
  }

  @Test("Open, submitted, sent back, submitted again, authorised")
  func lifecycle() throws {
    var ledger = try ledger()
    #expect(ledger.locking.count == 1)
    #expect(throws: AnomalyRefusal.notSubmitted(1)) {
      try ledger.authorise(1, action: .continue, authorisation: "7")
    }
    #expect(throws: AnomalyRefusal.noEvidence(1)) { try ledger.submit(1, evidence: []) }
    try ledger.submit(1, evidence: ["ab"])
    #expect(ledger.locking.count == 1)
    try ledger.sendBack(1, reason: "no photographs")
    #expect(ledger.locking.count == 1)
    #expect(throws: AnomalyRefusal.notSubmitted(1)) {
      try ledger.authorise(1, action: .continue, authorisation: "7")
    }
    try ledger.submit(1, evidence: ["ab", "cd"])
    #expect(throws: AnomalyRefusal.actionNotAllowed(.moveDay, allowed: [.continue, .recount, .declareVoid])) {
      try ledger.authorise(1, action: .moveDay, authorisation: "7")
    }
    #expect(throws: AnomalyRefusal.noNumber(1)) {
      try ledger.authorise(1, action: .continue, authorisation: "")
    }
    try ledger.authorise(1, action: .continue, authorisation: "7")
    #expect(ledger.locking.isEmpty)
    #expect(throws: AnomalyRefusal.alreadyDecided(1)) { try ledger.submit(1, evidence: ["ef"]) }
    #expect(throws: AnomalyRefusal.noSuchAnomaly(2)) { try ledger.submit(2, evidence: ["ef"]) }
  }

  @Test("An anomaly that the pack does not know waits for the guidance body")
  func unknown() {
    var ledger = AnomalyLedger()
    ledger.raise(.recallDelayed, detail: "", under: nil, at: nil)
    #expect(ledger.locking.count == 1)
  }
}

@Suite("Authorisations")
struct AuthorisationTests {
  private let election = ElectionID(rawValue: "2027-1")
  private let now = Instant(seconds: 1_810_000_000)

  private func waiting() throws -> AnomalyCase {
    var ledger = AnomalyLedger()
    let pack = try #require(RulePack.named("CQ-V-2026"))
    ledger.raise(.stockUnexplained, detail: "12", under: pack.rule(of: .stockUnexplained), at: .counting)
    try ledger.submit(1, evidence: ["ab"])
    return try #require(ledger[1])
  }

  private func decision(
    box: String = "b0", election: String = "2027-1", anomaly: Int = 1, code: AnomalyCode = .stockUnexplained,
    request: String = "r1", decision: Authorisation.Decision = .authorise(.continue),
    role: Authorisation.Role = .guidanceBody, number: String = "渝选指〔2027〕3号", issued: Int = -60,
    expires: Int = 3600
  ) -> Authorisation {
    Authorisation(
      box: box, election: ElectionID(rawValue: election), anomaly: anomaly, code: code, request: request,
      decision: decision, role: role, officer: "王五", number: number,
      issued: Instant(seconds: now.seconds + issued),
      expires: Instant(seconds: now.seconds + expires))
  }

  private func check(_ decision: Authorisation, used: Set<String> = []) throws {
    try decision.check(
      try waiting(), .init(box: "b0", election: election, request: "r1", now: now, used: used))
  }

  @Test("A good decision is taken in")
  func good() throws {
    try check(decision())
    try check(decision(decision: .sendBack(reason: "no photographs")))
    try check(decision(expires: 0))
  }

  @Test("Replays, other boxes, expired, altered and wrong-role decisions are refused")
  func bad() throws {
    #expect(throws: AuthorisationRefusal.otherBox) { try check(decision(box: "b1")) }
    #expect(throws: AuthorisationRefusal.otherElection(ElectionID(rawValue: "2027-2"))) {
      try check(decision(election: "2027-2"))
    }
    #expect(throws: AuthorisationRefusal.otherAnomaly(2)) { try check(decision(anomaly: 2)) }
    #expect(throws: AuthorisationRefusal.otherAnomaly(1)) { try check(decision(code: .tie)) }
    #expect(throws: AuthorisationRefusal.altered) { try check(decision(request: "r2")) }
    #expect(throws: AuthorisationRefusal.expired(Instant(seconds: now.seconds - 1))) {
      try check(decision(expires: -1))
    }
    #expect(throws: AuthorisationRefusal.notYetValid(Instant(seconds: now.seconds + 1))) {
      try check(decision(issued: 1))
    }
    #expect(throws: AuthorisationRefusal.replayed(number: "渝选指〔2027〕3号")) {
      try check(decision(), used: ["渝选指〔2027〕3号"])
    }
    #expect(throws: AuthorisationRefusal.wrongRole(.electionCommittee)) {
      try check(decision(role: .electionCommittee))
    }
    #expect(throws: AuthorisationRefusal.self) { try check(decision(decision: .authorise(.moveDay))) }
  }

  @Test("What is signed reads back exactly, and a changed byte is another decision")
  func bytes() throws {
    let decision = decision()
    let bytes = decision.bytes
    #expect(Authorisation(bytes: bytes) == decision)
    #expect(String(decoding: bytes.prefix(26), as: UTF8.self) == "kiosk anomaly decision v1\n")
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(Authorisation(bytes: changed) != decision)
    }
    let request = AuthorisationRequest(
      box: "b0", election: election, anomaly: 1, code: .tie, detail: "票箱", evidence: ["ab"],
      actions: [.revote],
      asked: now)
    #expect(AuthorisationRequest(bytes: request.bytes) == request)
    #expect(Authorisation(bytes: request.bytes) == nil)
    #expect(Authorisation(bytes: bytes + [0x20]) == nil)
  }
}
