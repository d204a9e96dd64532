import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

@Suite("A whole election by commands")
struct WholeElectionTests {
  /// What voter number `index` marks: always two votes for the first director, turns among the deputies, and so on.
  private static func marks(_ index: Int) -> [(String, MarkKind)] {
    var marks: [(String, MarkKind)] = [("director/\(index.isMultiple(of: 3) ? 2 : 1)", .circle)]
    if index != 5 { marks.append(("deputy/\(index.isMultiple(of: 2) ? 1 : 2)", .circle)) }
    marks += [("member/1", .circle), ("member/\(2 + index % 4)", .tick)]
    if index == 7 { marks = [] }
    if index == 8 { marks = [("director/1", .circle), ("director/2", .circle)] }
    return marks
  }

  private static let sheets = 22

  /// The votes by line that the marks make, by hand: an over-voted post counts for nobody.
  private static var truth: [String: Int] {
    var votes: [String: Int] = [:]
    for index in 0..<sheets where index != 8 {
      for (line, _) in marks(index) { votes[line, default: 0] += 1 }
    }
    return votes
  }

  @Test("From the plan to the verified bundle, the result is what was marked")
  func whole() async throws {
    let box = try await TestBox.at(.printed)
    try await printCards(box)
    try await vote(box)
    try await count(box)
    try await declare(box)
    try await archive(box)
  }

  private func expect(_ said: Said, _ status: Int32 = 0, _ place: SourceLocation = #_sourceLocation) throws {
    try #require(said.status == status, "\(said.text)", sourceLocation: place)
  }

  private func printCards(_ box: TestBox) async throws {
    try expect(await box.run("card", "print", "--to-file", "--out", box.file("cards")))
    let proof = await box.json("card", "proof", "--out", box.file("proof"))
    #expect(proof.objects?.first?["cards"] as? Int == 40)
  }

  /// The first voter by the card's picture, the others by number; the card's second showing is refused.
  private func vote(_ box: TestBox) async throws {
    let picture = box.file("card.jpg")
    try Photographs.card(0, of: box.file("cards/cards.pdf"), to: picture)
    let verdict = await box.json("card", "verify", picture)
    #expect(verdict.objects?.first?["verdict"] as? String == "valid")
    try expect(await box.run("poll", "open"))
    try expect(await box.run("poll", "issue", picture))
    let again = await box.json("poll", "issue", picture)
    try expect(again, 1)
    #expect(again.errorCode == "used")
    #expect(await box.json("poll", "issue", "--roll", "1").errorCode == "used")
    for roll in 2...WholeElectionTests.sheets {
      try expect(await box.run("poll", "issue", "--roll", String(roll)))
    }
    try expect(await box.run("card", "reissue", "--roll", "30", "--reason", "遗失", "--out", box.file("cards")))
    try expect(await box.run("poll", "spoil"))
    let status = await box.json("poll", "status")
    #expect(status.objects?.first?["issued"] as? Int == WholeElectionTests.sheets)
    try expect(await box.run("poll", "close", "--unused", "27"))
  }

  private func count(_ box: TestBox) async throws {
    let files = try Photographs(box).take(
      (0..<WholeElectionTests.sheets).map(WholeElectionTests.marks), into: "photos", of: box)
    try await readWithoutCount(box, Array(files.prefix(2)))
    try expect(await box.run("count", "open", "--box", "12", "--box", "10"))
    let read = await box.json(words: ["count", "read"] + files)
    try expect(read)
    #expect(read.objects?.compactMap { $0["file"] as? String } == files, "one line a picture, in input order")
    #expect(read.objects?.allSatisfy { $0["status"] as? String == "read" } == true)
    let again = await box.json(words: ["count", "read"] + files)
    #expect(again.objects?.map { $0["known"] as? Bool } == files.map { _ in true })
    #expect(try CountDesk(box.open()).store.count == files.count)
  }

  /// Reading works before the count is open and records nothing, with and without `--dry-run`.
  private func readWithoutCount(_ box: TestBox, _ files: [String]) async throws {
    let events = try box.open().state.size
    for flags in [[], ["--dry-run"]] {
      let said = await box.json(words: ["count", "read"] + flags + files)
      try expect(said)
      #expect(said.objects?.map { $0["sheet"] == nil } == files.map { _ in true })
    }
    #expect(try box.open().state.size == events)
    #expect(try CountDesk(box.open()).store.count == 0)
  }

  private func declare(_ box: TestBox) async throws {
    let people = try box.scrutineers()
    try await decideAll(box, people)
    let tally = await box.json("count", "tally")
    try expect(tally)
    check(tally.objects?.first)
    try expect(await box.run("count", "close", "--signer", people[0], "--signer", people[1]), 1)
    let paper = try Photographs(box).page.lines.filter { $0.kind == .candidate }.flatMap { line in
      ["--paper", "\(line.id.rawValue)=\(WholeElectionTests.truth[line.id.rawValue] ?? 0)"]
    }
    let wrong = await box.json(
      words: ["count", "reconcile"] + paper.map { $0.hasPrefix("director/1=") ? "director/1=0" : $0 })
    #expect(wrong.objects?.contains { $0["id"] as? String == "N15" && $0["holds"] as? Bool == false } == true)
    #expect(
      await box.json("count", "close", "--signer", people[0], "--signer", people[1]).errorCode
        == "identitiesFail")
    let check = await box.json(words: ["count", "reconcile"] + paper)
    try expect(check)
    let holding = check.objects?.count { $0["holds"] as? Bool == true } ?? 0
    #expect(holding > 0 && holding == check.objects?.count, "\(check.out)")
    try await cutBehindADecision(box, people)
    try expect(await box.json(words: ["count", "reconcile"] + paper))
    try expect(await box.run("count", "close", "--signer", people[0]), 1)
    try expect(await box.run("count", "close", "--signer", people[0], "--signer", people[1]))
  }

  /// Power fails when a decision is kept and its event is not: what was reconciled before counts no more.
  private func cutBehindADecision(_ box: TestBox, _ people: [String]) async throws {
    let desk = try CountDesk(box.open())
    let kept = try #require(desk.store.sheets().first)
    let line = try #require(KeptReading(json: kept.json).lines.first { $0.certainty == .clear })
    let decision = LineDecision(line: line.id, finding: .mark(line.mark), deciders: people)
    try desk.store.decide([
      Decision(sheet: kept.id, line: line.id.rawValue, round: 1, json: KeptDecision(decision).json)
    ])
    #expect(
      await box.json("count", "close", "--signer", people[0], "--signer", people[1]).errorCode
        == "notReconciled")
  }

  /// Two scrutineers look at every doubtful mark; here they find what was marked.
  private func decideAll(_ box: TestBox, _ people: [String]) async throws {
    let places = try placesByScan(box)
    let pending = await box.json("count", "decide")
    for mark in pending.objects ?? [] {
      let (sheet, line) = (mark["sheet"] as? String ?? "", mark["line"] as? String ?? "")
      let marked = WholeElectionTests.marks(places[sheet] ?? 0).contains { $0.0 == line }
      let words = ["count", "decide", "--sheet", sheet, "--line", line, "--mark", marked ? "for" : "blank"]
      try expect(await box.run(words + ["--scrutineer", people[0]]), 1)
      try expect(await box.run(words + people.prefix(2).flatMap { ["--scrutineer", $0] }))
    }
    #expect(await box.json("count", "decide").out.isEmpty)
  }

  private func placesByScan(_ box: TestBox) throws -> [String: Int] {
    let store = try CountDesk(box.open()).store
    var digests: [[UInt8]: Int] = [:]
    for index in 0..<WholeElectionTests.sheets {
      digests[try Bytes.digest(ofFile: box.file("photos/sheet-\(index).jpg"))] = index
    }
    return try Bytes.sheets(store).mapValues { digests[$0] ?? -1 }
  }

  private func check(_ result: [String: Any]?) {
    let posts = (result?["pages"] as? [[String: Any]])?.first?["posts"] as? [[String: Any]] ?? []
    var votes: [String: Int] = [:]
    for post in posts {
      for (index, person) in (post["persons"] as? [[String: Any]] ?? []).enumerated() {
        let line = "\(post["post"] as? String ?? "")/\(index + 1)"
        if let count = person["votes"] as? Int, count > 0 { votes[line] = count }
      }
    }
    #expect(votes == WholeElectionTests.truth)
    let page = (result?["pages"] as? [[String: Any]])?.first
    #expect(page?["returned"] as? Int == WholeElectionTests.sheets)
    #expect(page?["abstentions"] as? Int == 1)
    #expect(posts.first?["voidSections"] as? Int == 1)
  }

  private func archive(_ box: TestBox) async throws {
    let late = Array(try Photographs(box).take([[("director/1", .circle)]], into: "late", of: box))
    #expect(await box.json(words: ["count", "read"] + late).errorCode == "countClosed")
    let bulletin = await box.json("bulletin", "issue", "B22")
    try expect(bulletin)
    try await papers(box)
    #expect(FileManager.default.fileExists(atPath: bulletin.objects?.first?["file"] as? String ?? ""))
    let sealed = await box.json("archive", "seal")
    try expect(sealed)
    #expect(await box.json("archive", "seal").errorCode == "sealedAlready")
    let files = sealed.objects?.compactMap { $0["file"] as? String } ?? []
    #expect(files.count == 2)
    try bundledPapers(box, files)
    for file in files {
      let verified = await box.json("archive", "verify", file)
      try expect(verified)
      #expect(verified.objects?.first?["sound"] as? Bool == true)
    }
    try FileManager.default.createDirectory(atPath: box.file("stick"), withIntermediateDirectories: true)
    try expect(await box.run("archive", "export", box.file("stick")))
    #expect(try FileManager.default.contentsOfDirectory(atPath: box.file("stick")).count == 2)
    try expect(await box.run("journal", "checkpoint"))
    try expect(await box.run("journal", "verify"))
    try await damaged(box, files[0])
  }

  /// The roll and the disclosure go out too, with a photograph; the forms of the count know its numbers.
  private func papers(_ box: TestBox) async throws {
    try expect(await box.run("bulletin", "issue", "B05"))
    try Data([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]).write(to: URL(filePath: box.file("wall.jpg")))
    let wall = ["bulletin", "post", "B05", "--place", "村口", "--picture", box.file("wall.jpg")]
    try expect(await box.run(wall))
    let place = ["--set", "place=村务公开栏", "--set", "start=2027-05-19"]
    try expect(await box.run(["bulletin", "issue", "B25"] + place))
    #expect(try box.open().election().facts.held[.resultAnnounced] != nil)
    let pdftotext = try #require(Tool("pdftotext"))
    for (form, words) in [
      ("F11", ["50", "22", "27"]), ("F12", ["22", "本人"]), ("F13", ["12", "10"]),
      ("F16", ["N01", "N15", "相符"]),
      ("F17", ["当选", "收回选票"]), ("F19", ["同志", "当选为"]),
    ] {
      try expect(await box.run("form", "print", form, "--to-file", "--out", box.file("\(form).pdf")))
      let text = try pdftotext.run(["-layout", box.file("\(form).pdf"), "-"], in: box.folder).output
      for word in words { #expect(text.contains(word), "\(form) \(word)") }
    }
  }

  /// Each bulletin is in one bundle; those with voters' names, and photographs, only in the restricted one.
  private func bundledPapers(_ box: TestBox, _ files: [String]) throws {
    let tar = try #require(Tool("tar"))
    let lists = try files.map { try tar.run(["-tf", $0], in: box.folder).output }
    for (name, isPublic) in [
      ("B22-1.pdf", true), ("B05-2.pdf", false), ("B25-3.pdf", true), ("/postings/", false),
    ] {
      #expect(lists.map { $0.contains(name) } == [isPublic, !isPublic], "\(name)")
    }
    let catalogue = try tar.run(["-xOf", files[0], "--wildcards", "*/文件目录.XML"], in: box.folder).output
    #expect(catalogue.contains("题名=\"石桥村选字〔2027〕第1号 选举结果公告\""))
    let rows = try tar.run(["-xOf", files[0], "--wildcards", "*/bulletins.ndjson"], in: box.folder).output
    #expect(rows.split(separator: "\n").count == 3 && rows.contains("村务公开栏") && !rows.contains("voters"))
  }

  /// One changed byte, and a truncated file, are seen.
  private func damaged(_ box: TestBox, _ file: String) async throws {
    var bytes = try Data(contentsOf: URL(filePath: file))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: box.file("changed.tar")))
    try bytes.prefix(bytes.count / 3).write(to: URL(filePath: box.file("cut.tar")))
    for name in ["changed.tar", "cut.tar"] {
      let said = await box.json("archive", "verify", box.file(name))
      try expect(said, 1)
      #expect(said.errorCode == "bundleUnsound")
    }
  }
}
