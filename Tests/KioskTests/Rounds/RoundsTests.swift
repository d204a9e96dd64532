import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator
@testable import Spreadsheet

@Suite("Nominations, a re-vote and a runoff by commands")
struct RoundsTests {
  private static let plan = Hamlet.plan(
    kind: "villageCommittee", pack: "CQ-V-2026",
    body: """
      posts:
        - {id: director, title: 主任, seats: 1}
        - {id: member, title: 委员, seats: 2}
      """)

  @Test("From nominations over a tie and an empty seat to one bundle with three rounds")
  func whole() async throws {
    let box = try await TestBox.hamlet(plan: RoundsTests.plan)
    try await nominate(box)
    try await vet(box)
    try await settle(box)
    try await first(box)
    try await revote(box)
    try await runoff(box)
    try await bundle(box)
  }

  /// Two ways to nominate; somebody who stands down; somebody whom the vetting rejects.
  private func nominate(_ box: TestBox) async throws {
    try await box.must(
      "candidate", "nominate", "--post", "director", "--name", "王伟", "--kind", "direct", "--by", "7")
    try await box.must("candidate", "nominate", "--post", "director", "--roll", "1", "--kind", "self")
    for (name, votes) in [("莫晓芸", 5), ("田秀英", 4), ("石磊", 3), ("向前进", 2), ("李强国", 1)] {
      try await box.must(
        "candidate", "nominate", "--post", "member", "--name", name, "--kind", "open", "--votes",
        String(votes))
    }
    #expect(
      await box.json(
        "candidate", "nominate", "--post", "member", "--name", "张三", "--kind", "direct", "--by", "1"
      )
      .errorCode == "nomineeNotOnRoll")
    #expect(
      await box.json(
        "candidate", "nominate", "--post", "director", "--roll", "3", "--kind", "self", "--by", "7"
      )
      .errorCode == "nominatorFull")
    try await box.must("candidate", "withdraw", "--number", "6", "--reason", "外出务工")
  }

  /// The table goes out, is filled, and comes back; a wrong row keeps all of it out.
  private func vet(_ box: TestBox) async throws {
    try await box.must("candidate", "vet", "export", "--out", box.file("vetting"))
    var (header, rows) = try filled(box.file("vetting/vetting.xlsx"))
    #expect(rows.map { $0[0] } == ["1", "2", "3", "4", "5", "7"], "the one who stood down is not on it")
    let (conclusion, reason) = (header.count - 2, header.count - 1)
    for index in rows.indices { rows[index][conclusion] = index == 4 ? "不通过" : "通过" }
    let said = await box.json("candidate", "vet", "import", try table(box, header, rows))
    #expect(said.status == 2 && said.errorCode == "vettingRefused")
    let details = (said.objects?.last?["error"] as? [String: Any])?["details"] as? [[String: Any]]
    #expect(details?.map { $0["row"] as? Int } == [7])
    #expect(details?.first?["code"] as? String == "reasonMissing")
    #expect(try box.open().election().book.unvetted.count == 6, "nothing of a refused table is kept")
    rows[4][reason] = "2024年受过刑事处罚"
    try await box.must("candidate", "vet", "import", try table(box, header, rows))
    #expect(
      await box.json("candidate", "vet", "export", "--out", box.file("vetting")).errorCode == "nobodyToVet")
  }

  /// The exported table's header and rows.
  private func filled(_ file: String) throws -> ([String], [[String]]) {
    var lines: [[String]] = []
    try Workbook.open(file).forEachRow { row in
      lines.append(row.cells.map { if case .text(let text) = $0 { text } else { "" } })
      return .next
    }
    let header = lines[1]
    let rows = lines.dropFirst(2).map { $0 + Array(repeating: "", count: max(0, header.count - $0.count)) }
    return (header, rows)
  }

  private func table(_ box: TestBox, _ header: [String], _ rows: [[String]]) throws -> String {
    try TableWriter(title: "联审表", header: header, rows: rows).write(to: box.file("filled.xlsx"))
    return box.file("filled.xlsx")
  }

  private func settle(_ box: TestBox) async throws {
    #expect(
      await box.json("ballot", "print", "--copies", "9", "--to-file", "--out", box.file("none")).errorCode
        == "candidatesNotSettled")
    #expect(
      !FileManager.default.fileExists(atPath: box.file("none/ballot.pdf")), "no paper without its candidates")
    try await box.must("candidate", "settle", "--order", "strokes")
    let lines = await box.json("candidate", "list").objects ?? []
    let formal = lines.filter { $0["status"] as? String == "formal" }
    // 丁 before 王; 田 of five strokes before 李 of seven before 莫 of ten.
    #expect(formal.compactMap { $0["name"] as? String } == ["丁大山", "王伟", "田秀英", "李强国", "莫晓芸"])
    #expect(
      formal.compactMap { $0["line"] as? String } == [
        "director/1", "director/2", "member/1", "member/2", "member/3",
      ])
    #expect(
      lines.filter { $0["line"] == nil }.compactMap { $0["status"] as? String } == ["rejected", "withdrawn"])
  }

  /// Nobody has more than half of six for director; for the two seats of members three have four each.
  private func first(_ box: TestBox) async throws {
    let director: [[(String, MarkKind)]] = (0..<6).map { [("director/\($0 % 2 + 1)", .circle)] }
    let member: [[(String, MarkKind)]] = [
      [("member/1", .circle), ("member/2", .circle)], [("member/1", .circle), ("member/3", .circle)],
      [("member/1", .circle), ("member/2", .circle)], [("member/1", .circle), ("member/3", .circle)],
      [("member/2", .circle), ("member/3", .circle)], [("member/2", .circle), ("member/3", .circle)],
    ]
    try await box.vote(zip(director, member).map { $0 + $1 }, paper: "round-1")
    let result = try box.open().result()
    #expect(result.posts.map(\.vacant) == [1, 0])
    #expect(result.posts.map(\.tiedSeats) == [0, 2])
    #expect(result.posts[1].tied.count == 3)
    #expect(result.round == nil && result.vote == nil)
    #expect(Set(result.raised.map(\.code)) == ["A07", "A08"])
    try await box.must("bulletin", "issue", "B22")
    let open = await box.json("round", "list")
    #expect(Set(open.objects?.last?["next"] as? [String] ?? []) == ["runoff", "revote"])
  }

  /// The re-vote on the tie: those who tied and no write-ins; the most votes are enough.
  private func revote(_ box: TestBox) async throws {
    #expect(await box.json("round", "open", "fresh").errorCode == "nothingOpen")
    let old = try Photographs(box, in: "round-1").take([[("member/1", .circle)]], into: "old", of: box)
    try await box.must("round", "open", "revote")
    let read = await box.json(words: ["count", "read", "--dry-run"] + old)
    #expect(
      read.objects?.first?["reason"] as? String == "otherBallot",
      "a ballot of the first round is none of this")
    try await box.vote(
      [
        [("member/1", .circle), ("member/2", .circle)], [("member/1", .circle)], [("member/1", .circle)],
        [("member/2", .circle)], [("member/2", .circle)], [("member/3", .circle)],
      ], paper: "round-2")
    let result = try box.open().result()
    #expect(result.round == 2 && result.vote == .revote)
    #expect(result.posts.map(\.post) == ["member"])
    #expect(result.posts[0].elected.count == 2 && result.posts[0].threshold == "plurality")
    #expect(try Photographs(box, in: "round-2").page.lines.allSatisfy { $0.kind == .candidate })
    try await box.must("bulletin", "issue", "B22")
  }

  /// The runoff for the director: one third of six is enough.
  private func runoff(_ box: TestBox) async throws {
    try await box.must("round", "open", "runoff", "--day", "2027-05-20", "--new-cards")
    #expect(await box.json("archive", "seal").errorCode == "resultMissing")
    try await box.vote(
      [
        [("director/1", .circle)], [("director/1", .circle)], [("director/1", .circle)],
        [("director/2", .circle)], [("director/2", .circle)], [],
      ], paper: "round-3")
    let result = try box.open().result()
    #expect(result.posts[0].need == 2 && result.posts[0].elected == ["1"])
    #expect(result.rollDigest == (try box.open().election().frozen?.digest))
    #expect(try box.open().roundNeeds().openVotes.isEmpty)
    #expect(await box.json("round", "open", "runoff").errorCode == "nothingOpen")
    try await box.must("bulletin", "issue", "B22")
  }

  /// One bundle holds the three rounds, each with its own tally.
  private func bundle(_ box: TestBox) async throws {
    try await box.sealAndVerify()
    let home = try box.open().home
    let bundles = try FileManager.default.contentsOfDirectory(
      at: home.bundles, includingPropertiesForKeys: nil)
    let open = try #require(bundles.first { $0.lastPathComponent.contains("public") })
    let tar = try #require(Tool("tar"))
    let listing = try tar.run(["-tf", open.path], in: box.folder).output
    for name in ["result.json", "result-2.json", "result-3.json"] { #expect(listing.contains("其他/\(name)")) }
    let tally = try tar.run(
      ["-xOf", open.path, "--wildcards", "*/tables/tally.ndjson"], in: box.folder
    ).output
    let rows = tally.split(separator: "\n").compactMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(Set(rows.compactMap { $0["round"] as? Int }) == [1, 2, 3])
    let elected = rows.filter { $0["elected"] as? Bool == true }.map {
      "\($0["round"] ?? 0) \($0["name"] ?? "")"
    }
    #expect(elected.sorted() == ["2 李强国", "2 田秀英", "3 丁大山"])
  }
}
