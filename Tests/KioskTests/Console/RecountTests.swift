import Archive
import Foundation
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

@Suite("Recount and compare")
struct RecountTests {
  private static let marks: [[(String, MarkKind)]] = [
    [("director/1", .circle)], [("director/2", .circle)], [("deputy/1", .circle)],
  ]

  /// A box that has counted three sheets; the files, and the same sheets photographed again.
  private func counted() async throws -> (TestBox, first: [String], second: [String]) {
    let box = try await TestBox.at(.counting, issued: 3)
    let photographs = try Photographs(box)
    let first = try photographs.take(RecountTests.marks, into: "first", of: box)
    try await box.must(["count", "read"] + first)
    let second = try photographs.take(RecountTests.marks.reversed(), into: "second", of: box)
    return (box, first, second)
  }

  /// Decides in both readings whatever the machine asks, always as blank.
  private func settle(
    _ box: TestBox, _ commands: [[String]] = [["count", "decide"], ["count", "recount", "decide"]]
  )
    async throws
  {
    for command in commands {
      for pending in await box.json(words: command).objects ?? [] {
        let place = [
          "--sheet", pending["sheet"] as? String ?? "", "--line", pending["line"] as? String ?? "",
        ]
        try await box.must(command + place + ["--mark", "blank"] + names(box, "--scrutineer"))
      }
    }
  }

  private func names(_ box: TestBox, _ option: String) throws -> [String] {
    try box.scrutineers().prefix(3).flatMap { [option, $0] }
  }

  @Test("By commands: the same box in another order agrees, is signed, and stands in the bundle")
  func agrees() async throws {
    let (box, _, second) = try await counted()
    #expect(await box.json("count", "recount", "compare").errorCode == "recountNotOpen")
    #expect(await box.json(words: ["count", "recount", "read"] + second).errorCode == "recountNotOpen")
    try await box.must("count", "recount", "open")
    #expect(await box.json("count", "recount", "open").errorCode == "recountOpenAlready")
    let before = try box.open().election()
    try await box.must(["count", "recount", "read"] + second)
    try await settle(box)
    #expect(try box.open().election().sheets == before.sheets)
    let compared = await box.json("count", "recount", "compare")
    let page = try #require((compared.objects?.first?["pages"] as? [[String: Any]])?.first)
    #expect(page["first"] as? Int == 3 && page["second"] as? Int == 3)
    let early = try await box.json(words: ["count", "close"] + names(box, "--signer"))
    #expect(early.errorCode == "recountStillOpen")
    let closed = try await box.json(words: ["count", "recount", "close"] + names(box, "--signer"))
    #expect(closed.objects?.first?["outcome"] as? String == "agreed", "\(closed.text)")
    let election = try box.open().election()
    #expect(election.recounts.map(\.closed?.outcome) == [.agreed])
    let blob = try #require(Digest(hex: election.recounts.first?.closed?.comparison ?? ""))
    #expect(try box.open().blobs.get(blob) != nil)
    let tables = try ElectionTables([], round(box), revision: 1, today: Day(daysSince1970: 20_000))
    #expect(tables.recounts.rows.isEmpty)
  }

  private func round(_ box: TestBox) throws -> ElectionTables.Round {
    let opened = try box.open()
    let desk = try CountDesk(opened)
    let result = try ResultDocument(desk, desk.tally(), [], roll: opened.roll())
    return ElectionTables.Round(
      election: desk.election, result: result, desk: desk, sheets: try desk.sheets())
  }

  @Test("A sheet that was missed shows as a difference, is taken in by a second round, and then it agrees")
  func differs() async throws {
    let (box, first, second) = try await counted()
    try await box.must("count", "recount", "open")
    try await box.must(["count", "recount", "read"] + second.dropLast())
    try await settle(box)
    let desk = try RecountDesk(box.open())
    let sight = ComparisonSight(desk)
    #expect(!sight.isComplete && !sight.agrees && !sight.differences.isEmpty)
    let closed = try await box.json(words: ["count", "recount", "close"] + names(box, "--signer"))
    #expect(closed.objects?.first?["outcome"] as? String == "differs")
    try await box.must("count", "recount", "open")
    // The same photographs are good for the second reading too, and are kept once.
    for _ in 0..<2 { try await box.must(["count", "recount", "read"] + first) }
    try await settle(box)
    #expect(try ComparisonSight(RecountDesk(box.open())).agrees)
    let again = try await box.json(
      words: ["count", "recount", "close", "--abandon"] + names(box, "--signer"))
    #expect(again.objects?.first?["outcome"] as? String == "abandoned")
    let election = try box.open().election()
    let rows = try ElectionTables([round(box)], round(box), revision: 1, today: Day(daysSince1970: 20_000))
    #expect(rows.recounts.rows.count == election.recounts.count && rows.recounts.rows.count == 2)
  }

  @Test("One signer does not end it, nor a stranger, nor doubtful marks that wait")
  func signing() async throws {
    let (box, _, second) = try await counted()
    try await box.must("count", "recount", "open")
    try await box.must(["count", "recount", "read"] + second)
    let one = try box.scrutineers()[0]
    let words = ["count", "recount", "close"]
    #expect(await box.json(words: words + ["--signer", one]).errorCode == "tooFewSigners")
    #expect(await box.json(words: words + ["--signer", one, "--signer", "某人"]).errorCode == "notAScrutineer")
  }

  @Test("The second reading tells nothing of the first: other ids, no time, no order after it has ended")
  func secrecy() async throws {
    let (box, _, second) = try await counted()
    try await box.must("count", "recount", "open")
    try await box.must(["count", "recount", "read"] + second)
    try await settle(box)
    let desk = try RecountDesk(box.open())
    let (one, other) = (try desk.first.sheets().map(\.id), try desk.second.sheets().map(\.id))
    #expect(one.count == 3 && other.count == 3 && Set(one).isDisjoint(with: other))
    try await box.must(["count", "recount", "close"] + names(box, "--signer"))
    let folder = box.home.appending(path: "ballots/\(desk.first.election.id.rawValue).recount1")
    let journal = try Data(contentsOf: folder.appending(path: "ballots.sqlite-journal"))
    #expect(journal.allSatisfy { $0 == 0 })
    let text = try box.open().journal.lines().joined(separator: "\n")
    for id in one + other { #expect(!text.contains(id.hex)) }
  }

  @Test("Voiding a sheet that is void already is refused with a sentence, by command and at the table")
  func voidTwice() async throws {
    let (box, first, _) = try await counted()
    let opened = try box.open()
    let room = try CountRoom(opened)
    let sheet = try #require(try room.read(TakenPicture(file: first[0])).sheet)
    let people = Array(try box.scrutineers().prefix(3))
    try room.void(sheet, .identifying, people)
    #expect { try room.void(sheet, .incomplete, people) } throws: { Failure($0).code == "voidAlready" }
    let words = ["count", "decide", "--sheet", sheet.hex, "--void", "M21"]
    let said = await box.json(words: words + (try names(box, "--scrutineer")))
    #expect(said.errorCode == "voidAlready")
    #expect(try CountDesk(box.open()).store.decisions().count == 1)
  }

  @Test("The table shows a clear line enlarged when it is asked for by name")
  func clearLine() async throws {
    let (box, first, _) = try await counted()
    let room = try CountRoom(box.open())
    let sheet = try #require(try room.read(TakenPicture(file: first[0])).sheet)
    let shown = try room.show(sheet, at: LineID(rawValue: "director/1"))
    #expect(shown.pending.map(\.line.rawValue) == ["director/1"] && shown.pending.first?.zoom != nil)
  }

  // MARK: The screen

  private func history(open: Bool) throws -> ConsoleHistory {
    var history = try ConsoleHistory()
    history.beReady()
    history.vote(3)
    history.openCount(3)
    if open { history.happen(.recountOpened(RecountOpened(number: 1, witnesses: []))) }
    return history
  }

  @Test("Keys: F2 begins where nothing goes on; F3, F5, F6 where it does; back from reading it compares anew")
  func screen() throws {
    var screen = RecountScreen()
    let before = try history(open: false).briefing
    #expect(screen.open(before) == .none)
    #expect(screen.handle(.function(3), before) == .unknownKey)
    #expect(screen.handle(.function(2), before) == .go(.form(.recountOpen)))
    let briefing = try history(open: true).briefing
    #expect(screen.resume(briefing) == .start(.compareRecount))
    #expect(screen.handle(.function(2), briefing) == .unknownKey)
    #expect(screen.handle(.function(3), briefing) == .go(.secondReading))
    #expect(screen.handle(.function(6), briefing) == .go(.form(.recountClose)))
    #expect(screen.handle(.escape, briefing) == .back)
  }

  @Test(
    "A clear line of a sheet put back is decided anew by two; Tab leaves it as it was, waiting for nobody")
  func decidedAnew() throws {
    let briefing = try history(open: true).briefing
    let sheet = try #require(ReadingID(bytes: Array(repeating: 7, count: ReadingID.size)))
    let lines = (1...2).map {
      SeenLine(
        line: LineID(rawValue: "director/\($0)"), post: "主任", name: "甲", mark: .for, isDoubtful: false,
        needsDecision: false)
    }
    var screen = CountScreen()
    #expect(screen.handle(.function(2), briefing) == .unknownKey)
    let seen = SheetSight(outcome: .known, lines: lines, picture: nil, pending: [], earlier: sheet)
    _ = screen.hear(.sheetRead(seen), briefing)
    for key in [Key.function(2), .down, .down] { #expect(screen.handle(key, briefing) == .none) }
    let line = LineID(rawValue: "director/2")
    #expect(screen.handle(.enter, briefing) == .start(.showSheet(sheet, line)))
    _ = screen.handle(.tab, briefing)
    #expect(screen.table == nil && screen.queue.isEmpty)
    for key in [Key.function(2), .down, .enter, .character("s")] { _ = screen.handle(key, briefing) }
    let decision = LineDecision(line: line, finding: .mark(.against), deciders: ["姜守义", "何秀兰"])
    #expect(screen.handle(.character("k"), briefing) == .start(.decide(sheet, decision)))
  }

  @Test("The second reading's jobs go to the second reading")
  func passes() throws {
    let briefing = try history(open: true).briefing
    var screen = CountScreen(pass: .second)
    #expect(screen.open(briefing) == .start(.listPending(.second)))
    #expect(screen.hear(.picture("a.jpg"), briefing) == .start(.readSheet("a.jpg", .second)))
  }
}
