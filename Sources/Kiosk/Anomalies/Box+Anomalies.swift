import Archive
import Ballot
import Foundation
import Printing

extension Box {
  /// The box's name in requests and decisions: its public key.
  var number: String { state.keys?.kioskKey ?? "" }

  /// Sends an anomaly to the guidance body: evidence and request are kept, their hashes recorded.
  func submitAnomaly(_ number: Int, evidence files: [String]) throws -> RequestCode {
    try noticeDeadlines()
    let election = try election()
    guard let found = election.facts.anomalies[number] else {
      throw Failure(Refusal.anomalyRefused(.noSuchAnomaly(number)))
    }
    guard files.count <= RequestCode.mostPapers else { throw Failure.tooManyPapers }
    let evidence = try keep(evidence: files)
    let request = RequestCode(
      AuthorisationRequest(
        box: self.number, election: election.id, anomaly: number, code: found.code, detail: found.detail,
        evidence: evidence, actions: found.actions, asked: now()))
    _ = try QRPicture(request.text)
    let command = Command.submitAnomaly(
      AnomalySubmitted(number: number, evidence: evidence, request: request.digest.hex))
    try check(command)
    _ = try blobs.put(request.request.bytes)
    try carryOut(command)
    return request
  }

  /// The request that waits for an anomaly, as it was sent last.
  func request(_ number: Int) throws -> RequestCode {
    let election = try election()
    guard election.facts.anomalies[number] != nil else {
      throw Failure(Refusal.anomalyRefused(.noSuchAnomaly(number)))
    }
    guard let hash = election.requests[number], let digest = Digest(hex: hash) else {
      throw Failure(Refusal.anomalyRefused(.notSubmitted(number)))
    }
    guard let bytes = try blobs.get(digest), let request = AuthorisationRequest(bytes: bytes) else {
      throw Failure.lostBlob
    }
    return RequestCode(request)
  }

  /// Takes in a decision, or refuses it and records the attempt.
  func accept(_ code: DecisionCode) throws {
    do {
      try takeIn(code)
    } catch let refusal as AuthorisationRefusal {
      try refuse(code, Refusal.decisionRefused(refusal), refusal.name)
    } catch Refusal.decisionRefused(let refusal) {
      try refuse(code, Refusal.decisionRefused(refusal), refusal.name)
    } catch Refusal.anomalyRefused(let refusal) {
      try refuse(code, Refusal.anomalyRefused(refusal), "anomaly")
    }
  }

  private func refuse(_ code: DecisionCode, _ refusal: Refusal, _ name: String) throws -> Never {
    try carryOut(.logRefusedDecision(DecisionRefused(number: code.anomaly, reason: name)))
    throw Failure(refusal)
  }

  private func takeIn(_ code: DecisionCode) throws {
    let election = try election()
    guard code.box == [UInt8](hex: number)?.prefix(DecisionCode.boxBytes).map(\.self) else {
      throw AuthorisationRefusal.otherBox
    }
    guard let waiting = election.facts.anomalies[code.anomaly] else {
      throw Refusal.anomalyRefused(.noSuchAnomaly(code.anomaly))
    }
    if election.decisions.contains(where: { $0.authorisation == code.number }) {
      throw AuthorisationRefusal.replayed(number: code.number)
    }
    guard let request = election.requests[code.anomaly] else {
      throw Refusal.anomalyRefused(.notSubmitted(code.anomaly))
    }
    guard code.request == Array(([UInt8](hex: request) ?? []).prefix(DecisionCode.requestBytes)) else {
      throw AuthorisationRefusal.altered
    }
    let decision = code.decision(box: number, election: election.id, code: waiting.code, request: request)
    let signer = try signer(of: code, decision)
    guard signer.role == decision.role else { throw AuthorisationRefusal.wrongRole(decision.role) }
    try carryOut(
      .takeDecision(
        decision, box: number, now: now(), key: signer.key, signature: code.signature.hex))
  }

  /// The enrolled guidance body whose signature it is.
  private func signer(of code: DecisionCode, _ decision: Authorisation) throws -> GuidanceEnrolled {
    let named = state.guidance.filter {
      Array(([UInt8](hex: $0.key) ?? []).prefix(DecisionCode.keyBytes)) == code.key
    }
    guard !named.isEmpty else { throw AuthorisationRefusal.unknownKey }
    let signer = named.first { guidance in
      let key = [UInt8](hex: guidance.key).flatMap { PublicKey(bytes: $0) }
      return key?.verifies(code.signature, over: decision.bytes) ?? false
    }
    guard let signer else { throw AuthorisationRefusal.badSignature }
    return signer
  }
}

extension Failure {
  fileprivate static let tooManyPapers = Failure.unusable(
    "tooManyPapers", zh: "材料最多 \(RequestCode.mostPapers) 份，没有上报。请合并成几份再报。",
    en:
      "At most \(RequestCode.mostPapers) papers go with a request; nothing was submitted. Put some together.")
}
