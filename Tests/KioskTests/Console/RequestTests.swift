import Archive
import Foundation
import Printing
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("An anomaly's request and its decision at the console")
struct RequestTests {
  /// A box whose first anomaly is submitted, the body that may decide, and the request.
  private static func submitted() async throws -> (TestBox, GuidanceBody, String) {
    let body = try await GuidanceBody()
    let box = try TestBox()
    box.set("2027-05-18")
    try await body.enrol(on: box)
    try box.write(TestBox.village.plan.replacing("\n  seal: seal.png", with: ""), "plan.yaml")
    let guided = GuidedBox(box)
    try await guided.must("election create", box.file("plan.yaml"))
    try await guided.must("anomaly raise A06 --detail 没有设秘密写票处")
    let said = try await guided.must("anomaly submit 1 --evidence", box.file("plan.yaml"))
    return (box, body, try #require(said.objects?.first?["request"] as? String))
  }

  private func briefing() throws -> Briefing { try ConsoleHistory().briefing }

  @Test("A whole signed decision goes in by keys: a wrong line stops the typing until it is put right")
  func typed() async throws {
    let (box, body, request) = try await Self.submitted()
    let symbol = try body.sign(request, number: "双凤选指〔2027〕1号", role: .guidanceBody, on: "2027-05-18")
    let lines = try DecisionText(reading: symbol).lines
    #expect(lines.count >= 10)
    let briefing = try briefing()
    var screen = DecisionScreen()
    for (index, line) in lines.enumerated() {
      if index == 3 {
        let wrong = (line.first == "7" ? "8" : "7") + line.dropFirst()
        for character in wrong { _ = screen.handle(.character(character), briefing) }
        #expect(screen.wrongLine == 3)
        let refusal = Action.say(Notice(.wrongDecisionLine(4), .bad))
        #expect(screen.handle(.character("A"), briefing) == refusal)
        #expect(screen.handle(.enter, briefing) == refusal)
        _ = screen.handle(.control("u"), briefing)
      }
      for character in line.lowercased() { _ = screen.handle(.character(character), briefing) }
      #expect(screen.wrongLine == nil)
    }
    guard case .start(.command(let words)) = screen.handle(.enter, briefing) else {
      Issue.record("Enter does not hand the decision over")
      return
    }
    let said = await box.json(words: words)
    #expect(said.status == 0, "\(said.text)")
    #expect(try box.open().election().facts.anomalies[1]?.authorised == .continue)
  }

  @Test("A scanner's text goes in as it is; a last line with a fault is named before anything is started")
  func scanned() async throws {
    let (_, body, request) = try await Self.submitted()
    let symbol = try body.sign(request, number: "1", role: .guidanceBody, on: "2027-05-18")
    let briefing = try briefing()
    var screen = DecisionScreen()
    for character in symbol { _ = screen.handle(.character(character), briefing) }
    #expect(screen.handle(.enter, briefing) == .start(.command(["anomaly", "accept", "--code", symbol])))
    var typed = DecisionScreen()
    let lines = try DecisionText(reading: symbol).lines
    for line in lines { _ = typed.handle(.paste(line), briefing) }
    _ = typed.handle(.backspace, briefing)
    #expect(typed.handle(.enter, briefing) == .say(Notice(.wrongDecisionLine(lines.count), .bad)))
  }

  @Test("Submitting goes on to the request, whose code is drawn module by module or not at all")
  func shown() async throws {
    let (box, _, request) = try await Self.submitted()
    let briefing = try briefing()
    var form = FormScreen(Form.make(.anomalySubmit, briefing))
    _ = form.handle(.character("1"), briefing)
    #expect(form.hear(.answered([]), briefing) == .go(.request(1)))
    let sight = try RequestSight(box.open(), 1)
    #expect(FileManager.default.fileExists(atPath: sight.pdf))
    let side = try QRPicture(request).rows.count
    #expect(sight.picture.width == side && sight.picture.height == side)
    var console = Console(briefing, at: .request(1))
    #expect(console.begin() == .start(.showRequest(1)))
    _ = console.hear(.request(sight))
    let large = console.draw(Size(columns: 160, rows: 64), Look(.zh)).text
    #expect(!large.contains("放不下"))
    #expect(
      large.split(separator: "\n").count { $0.contains(String(repeating: "▀", count: side)) } == (side + 1)
        / 2)
    let small = console.draw(Size(columns: 80, rows: 24), Look(.zh)).text
    #expect(small.contains("放不下"))
    #expect(!small.contains("▀"))
    #expect(console.handle(.enter) == nil)
    #expect(console.current is DecisionScreen)
  }
}
