import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("Decisions of the guidance body on their way to the box")
struct DecisionTests {
  /// A box with an anomaly that is submitted, and the text of its request.
  private static func waiting(_ bodies: [(GuidanceBody, String)]) async throws -> (TestBox, String) {
    let box = try TestBox()
    box.set("2027-05-18")
    for (body, role) in bodies { try await body.enrol(on: box, role: role) }
    try box.write(TestBox.village.plan.replacing("\n  seal: seal.png", with: ""), "plan.yaml")
    let guided = GuidedBox(box)
    try await guided.must("election create", box.file("plan.yaml"))
    try await guided.must("anomaly raise A06 --detail 没有设秘密写票处")
    await guided.refused("locked", "election advance registering")
    return (box, try await submit(box))
  }

  private static func submit(_ box: TestBox) async throws -> String {
    let said = try await GuidedBox(box).must("anomaly submit 1 --evidence", box.file("plan.yaml"))
    return said.objects?.first?["request"] as? String ?? ""
  }

  /// Signs and gives the decision to a box.
  private static func give(
    _ box: TestBox, _ body: GuidanceBody, _ request: String, _ number: String,
    role: Authorisation.Role = .guidanceBody,
    on day: String = "2027-05-18", changing: (String) -> String = { $0 }
  ) async throws -> Said {
    let symbol = try body.sign(request, number: number, role: role, on: day)
    return await box.json("anomaly", "accept", "--code", changing(symbol))
  }

  @Test(
    "Refused and logged: other boxes and keys, roles, times, changes and replays; then the good one is taken")
  func refusals() async throws {
    let body = try await GuidanceBody()
    let district = try await GuidanceBody("district")
    let stranger = try await GuidanceBody("stranger")
    let (box, request) = try await Self.waiting([(body, "guidanceBody"), (district, "district")])
    let (other, otherRequest) = try await Self.waiting([(body, "guidanceBody")])
    let guided = GuidedBox(box)
    func expect(_ said: Said, _ code: String) { #expect(said.errorCode == code, "\(said.text)") }
    expect(try await Self.give(box, body, otherRequest, "1"), "decision.otherBox")
    expect(try await Self.give(box, stranger, request, "1"), "decision.unknownKey")
    expect(try await Self.give(box, district, request, "1"), "decision.wrongRole")
    expect(try await Self.give(box, body, request, "1", on: "2027-05-01"), "decision.expired")
    expect(try await Self.give(box, body, request, "1", on: "2027-05-20"), "decision.notYetValid")
    expect(try await Self.give(box, body, request, "1", changing: changed), "decision.badSignature")
    await guided.refused("locked", "election advance registering")
    box.set("2027-05-18", hour: 13)
    let newer = try await Self.submit(box)
    expect(try await Self.give(box, body, request, "1"), "decision.altered")
    #expect(try await Self.give(box, body, newer, "1").status == 0)
    expect(try await Self.give(box, body, newer, "1"), "decision.replayed")
    expect(try await Self.give(box, body, newer, "2"), "anomalyRefused")
    try await guided.must("election advance registering")
    let events = await box.json("journal", "show").out.filter { $0.contains("anomaly.decisionRefused") }
    #expect(events.count == 9)
    #expect(try other.open().election().facts.anomalies.locking.count == 1)
  }

  /// One digit of the signature changed.
  private func changed(_ symbol: String) -> String {
    var digits = Array(symbol)
    let place = digits.count - 20
    digits[place] = digits[place] == "7" ? "8" : "7"
    return String(digits)
  }

  @Test("The supervisor reads a request before signing, signs only what is possible, and may send it back")
  func supervisor() async throws {
    let body = try await GuidanceBody()
    let (box, request) = try await Self.waiting([(body, "guidanceBody")])
    let seen = await body.machine.json("anomaly", "authorise", request)
    #expect(seen.objects?.first?["code"] as? String == "A06")
    #expect(seen.objects?.first?["actions"] as? [String] == ["continue", "declareVoid"])
    #expect(await body.decide(request, "runoff", number: "1", on: "2027-05-18").errorCode == "anomalyRefused")
    #expect(await body.decide(request, "fly", number: "1", on: "2027-05-18").status == 2)
    try body.machine.write("错误的口令", "wrong")
    let wrong = await body.machine.json(words: [
      "anomaly", "authorise", request, "--action", "continue", "--key", body.key, "--passphrase-file",
      body.machine.file("wrong"), "--officer", "周文", "--number", "1",
    ])
    #expect(wrong.status == 2 && wrong.errorCode == "wrongPassphrase")
    let back = await body.machine.json(words: [
      "anomaly", "return", request, "--reason", "材料不清", "--key", body.key, "--passphrase-file",
      body.passphrase, "--officer", "周文", "--number", "2", "--out", body.machine.file("out"),
    ])
    let text = body.machine.file("out/anomaly-1-decision.txt")
    #expect(back.status == 0 && FileManager.default.fileExists(atPath: text))
    try await GuidedBox(box).must("anomaly accept --file", text)
    let cases = await box.json("anomaly", "list").objects
    #expect(cases?.first?["state"] as? String == "returned" && cases?.first?["locks"] as? Bool == true)
  }

  @Test("The key file is a stock format: openssl opens it with the passphrase, and only with it")
  func stockKey() async throws {
    let body = try await GuidanceBody()
    let openssl = try #require(Tool("openssl"))
    let folder = body.machine.folder
    let good = try openssl.run(
      ["pkey", "-in", body.key, "-passin", "file:\(body.passphrase)", "-pubout"], in: folder)
    #expect(good.output == (try String(contentsOfFile: "\(body.key).pub", encoding: .utf8)))
    #expect(
      try openssl.run(["pkey", "-in", body.key, "-passin", "pass:x", "-noout"], in: folder).status != 0)
    let parsed = try openssl.run(["asn1parse", "-in", body.key], in: folder)
    #expect(parsed.output.contains(":scrypt"))
    #expect(
      await body.machine.run(["anomaly", "key", "new", body.key, "--passphrase-file", body.passphrase]).status
        == 2)
  }

  @Test("A key enrols before the election only, and once")
  func enrolment() async throws {
    let body = try await GuidanceBody()
    let box = try TestBox()
    try await body.enrol(on: box)
    let again = ["anomaly", "enrol", "\(body.key).pub", "--name", "另一个名称"]
    #expect(await box.json(words: again).errorCode == "enrolledAlready")
    try box.write(TestBox.village.plan.replacing("\n  seal: seal.png", with: ""), "plan.yaml")
    try await GuidedBox(box).must("election create", box.file("plan.yaml"))
    #expect(await box.json(words: again).errorCode == "electionUnderWay")
  }

  @Test("A typed code: small letters, look-alikes and spaces are forgiven, a wrong digit names its line")
  func typed() throws {
    let decision = Authorisation(
      box: String(repeating: "ab", count: 32), election: ElectionID(rawValue: "2027-1"), anomaly: 3,
      code: .deadlineMissed, request: String(repeating: "cd", count: 32), decision: .authorise(.moveDay),
      role: .guidanceBody, officer: "周文", number: "双选指〔2027〕3号", issued: Instant(seconds: 1_800_000_000),
      expires: Instant(seconds: 1_800_259_200))
    let code = try #require(
      DecisionCode(decision, key: Array(repeating: 7, count: 32), signature: Array(repeating: 9, count: 64)))
    #expect(DecisionCode(bytes: code.bytes) == code)
    let text = DecisionText(code)
    let typed = text.lines.joined(separator: "\n").lowercased().replacing("0", with: "o").replacing(
      "1", with: "l")
    #expect(try DecisionText(reading: typed).code == code)
    #expect(try DecisionText(reading: text.symbol).code == code)
    for line in text.lines.indices {
      var lines = text.lines.map { Array($0) }
      lines[line][2] = lines[line][2] == "A" ? "B" : "A"
      let wrong = lines.map { String($0) }.joined(separator: "\n")
      let failure = #expect(throws: Failure.self) { try DecisionText(reading: wrong) }
      #expect(failure?.sentence.zh.contains("第 \(line + 1) 行") == true)
    }
    var swapped = text.lines
    swapped.swapAt(0, 1)
    let misplaced = #expect(throws: Failure.self) {
      try DecisionText(reading: swapped.joined(separator: "\n"))
    }
    #expect(misplaced?.code == "mistypedLine")
    for cut in 0..<code.bytes.count { #expect(DecisionCode(bytes: Array(code.bytes.prefix(cut))) == nil) }
  }

  @Test("The numbers of decisions in a code never change")
  func numbers() {
    let pinned = """
      newMeeting freshElection reformCommittee declareVoid renominate continue revote runoff leaveVacant recount \
      womenPriority womenRunoff voidWin refill dismiss resume moveDay announceLater announceByGuidance \
      replaceMembers approve refuse correctRoll blockCard nextNominee paperFallback extend restart convene
      """
    #expect(AnomalyAction.allCases.map(\.rawValue) == pinned.split(separator: " ").map(String.init))
    #expect(Authorisation.Role.allCases.map(\.rawValue) == ["guidanceBody", "district", "electionCommittee"])
  }

  @Test("A decision that somebody wrote into the journal without the guidance body's key is found")
  func forged() async throws {
    let body = try await GuidanceBody()
    let (box, request) = try await Self.waiting([(body, "guidanceBody")])
    #expect(try await Self.give(box, body, request, "1").status == 0)
    let good = await box.json("journal", "verify")
    #expect(good.status == 0 && good.objects?.first?["decisions"] as? Int == 1)
    let open = try box.open()
    let signed = try #require(try open.election().decisions.first)
    let forgery = AnomalyDecided(
      number: 1, action: .declareVoid, reason: nil, authorisation: signed.authorisation,
      officer: signed.officer, key: signed.key, signature: signed.signature, payload: signed.payload)
    let record = Record(
      sequence: open.state.size + 1, at: Box.wallClock(), by: nil, election: open.state.current,
      event: .anomalyDecided(forgery))
    try open.journal.append([record.line], after: open.state.size)
    let said = await box.json("journal", "verify")
    #expect(said.status == 1 && said.errorCode == "decisionForged")
  }
}
