import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

@Suite("A vote that is void")
struct VoidElectionTests {
  @Test("Too few voters: A02 locks, the guidance body orders a fresh election, this one is archived")
  func turnout() async throws {
    let (box, body) = (try TestBox(), try await GuidanceBody())
    try await body.enrol(on: box)
    let guided = GuidedBox(box)
    box.set("2027-05-18")
    try box.write(TestBox.village.plan.replacing("\n  seal: seal.png", with: ""), "plan.yaml")
    try TestBox.village.writeRoll(to: box.file("roll.xlsx"))
    try await guided.must("election create", box.file("plan.yaml"))
    try await guided.must("roll import", box.file("roll.xlsx"))
    try await guided.must("roll freeze")
    try await guided.must("ballot print --copies 5 --to-file --out", box.file("papers"))
    try await guided.must("poll open")
    for roll in 1...3 { try await guided.must("poll issue --roll \(roll)") }
    try await guided.must("poll close --unused 2")
    try await count(guided)
    await guided.refused("locked", "election advance filed")
    let request = try await guided.must("anomaly submit 1 --evidence", box.file("plan.yaml"))
    let text = request.objects?.first?["request"] as? String ?? ""
    let decided = await body.decide(text, "freshElection", number: "9", on: "2027-05-18")
    try await guided.must("anomaly accept --code", decided.objects?.first?["symbol"] as? String ?? "")
    try await guided.must("bulletin issue B22")
    await guided.refused("locked", "election advance filed")
    try await guided.advance("archived")
    try await seal(guided)
  }

  /// A head that the street cosigned earlier does not speak for the one that goes into the bundle.
  private func seal(_ guided: GuidedBox) async throws {
    let warning = "还缺镇街的会签"
    try await guided.enrolWitness()
    try await guided.cosign()
    try await guided.must("bulletin post B22 --place 村务公开栏")
    let early = await guided.box.run("archive", "seal")
    #expect(early.status == 0 && early.text.contains(warning), "\(early.text)")
    let restricted = try #require(try guided.box.bundles().first { $0.path.contains("restricted") })
    let said = await guided.box.json("archive", "verify", restricted.path)
    #expect(said.status == 1 && said.objects?.first?["sound"] as? Bool == false, "\(said.text)")
    try await guided.must("bulletin post B22 --place 村口")
    try await guided.cosign()
    let again = await guided.box.run("archive", "seal", "--new-revision")
    #expect(again.status == 0 && !again.text.contains(warning), "\(again.text)")
    for bundle in try guided.box.bundles() where bundle.path.contains("_r2.") {
      let verified = try await guided.must("archive verify", bundle.path)
      #expect(verified.objects?.first?["sound"] as? Bool == true)
    }
  }

  private func count(_ guided: GuidedBox) async throws {
    let marks = (0..<3).map { _ in [("director/1", MarkKind.circle)] }
    let files = try Photographs(guided.box).take(marks, into: "photos", of: guided.box)
    let people = try guided.box.scrutineers()
    try await guided.must("count open --box 3")
    try #require(await guided.box.json(words: ["count", "read"] + files).status == 0)
    let signers = people.prefix(2)
    for mark in await guided.box.json("count", "decide").objects ?? [] {
      let line = mark["line"] as? String ?? ""
      try await guided.must(
        "count decide --sheet \(mark["sheet"] ?? "") --line \(line) --mark \(line == "director/1" ? "for" : "blank")"
          + signers.map { " --scrutineer \($0)" }.joined())
    }
    let paper = try Photographs(guided.box).page.lines.filter { $0.kind == .candidate }
      .map { " --paper \($0.id.rawValue)=\($0.id.rawValue == "director/1" ? 3 : 0)" }.joined()
    try await guided.must("count reconcile" + paper)
    let closed = try await guided.must("count close" + signers.map { " --signer \($0)" }.joined())
    let page = (closed.objects?.first?["pages"] as? [[String: Any]])?.first
    #expect(page?["anomaly"] as? String == "A02" && page?["turnoutNeed"] as? Int == 21)
  }
}
