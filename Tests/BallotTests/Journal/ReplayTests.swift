import Ballot
import Foundation
import Testing

@Suite("Replaying a journal")
struct ReplayTests {
  /// One line of every kind of an election's events, in format 1, as released.
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/journals/v1.ndjson").standardized

  private static func lines(_ file: URL = golden) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// The election's journal, and further ones beside it for what belongs to the box.
  private static func files() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: golden.deletingLastPathComponent(), includingPropertiesForKeys: nil)
  }

  @Test("The golden journals are read, and written again byte for byte; together they hold every event")
  func golden() throws {
    var kinds: Set<Event.Kind> = []
    for file in try ReplayTests.files() {
      let lines = try ReplayTests.lines(file)
      let records = try lines.map { try Record(line: $0) }
      #expect(records.map(\.line) == lines)
      #expect(records.map(\.sequence) == Array(1...records.count))
      kinds.formUnion(records.map(\.event.kind))
    }
    #expect(kinds == Set(Event.Kind.allCases))
  }

  @Test("The golden journal of rounds tells the rounds that it always told")
  func goldenRounds() throws {
    let file = ReplayTests.golden.deletingLastPathComponent().appending(path: "v1-rounds.ndjson")
    var state = DeviceState()
    for line in try ReplayTests.lines(file) { state.apply(try Record(line: line)) }
    let election = try #require(state.election)
    #expect(election.rounds.map(\.vote) == [.first, .runoff, .fresh])
    #expect(election.rounds.map(\.issues.count) == [1, 0, 0])
    #expect(election.cardRound == 3 && election.stage == .candidatesPosted)
    #expect(election.womenOnly == [PostID(rawValue: "director")])
    #expect(election.plan.day.description == "2027-05-25" && election.adopted.day.description == "2027-05-18")
    #expect(election.plan.posts.map { $0.candidates.map(\.name) } == [["王伟"]])
    #expect(election.book.nominations.map(election.book.status) == [.formal, .formal, .rejected, .withdrawn])
    #expect(election.person(2, of: PostID(rawValue: "director")) == nil)
    #expect(election.rounds[1].person(2, of: PostID(rawValue: "director")) == PersonID(roll: 2))
  }

  @Test("The golden journal of protected keys tells the SM2 keys, and that an opening ends the wrong tries")
  func goldenProtection() throws {
    let file = ReplayTests.golden.deletingLastPathComponent().appending(path: "v1-protection.ndjson")
    var (state, wrong) = (DeviceState(), [Int]())
    for line in try ReplayTests.lines(file) {
      state.apply(try Record(line: line))
      wrong.append(state.keyTries.wrong)
    }
    #expect(wrong == [0, 1, 1, 0, 0, 0, 0])
    #expect(state.sm2Key?.contains("Bb") == true && state.retiredSM2.count == 1 && state.retired.count == 1)
  }

  @Test("The golden journal of offers tells what the district sent back")
  func goldenOffers() throws {
    let file = ReplayTests.golden.deletingLastPathComponent().appending(path: "v1-offers.ndjson")
    var state = DeviceState()
    for line in try ReplayTests.lines(file) { state.apply(try Record(line: line)) }
    #expect(state.offers.map(\.receiver) == ["district-500112"])
    #expect(state.offers.map(\.officers) == [4])
    #expect(state.election == nil)
  }

  @Test("The golden journal of papers tells what hung where")
  func goldenPapers() throws {
    let file = ReplayTests.golden.deletingLastPathComponent().appending(path: "v1-papers.ndjson")
    var state = DeviceState()
    for line in try ReplayTests.lines(file) { state.apply(try Record(line: line)) }
    let election = try #require(state.election)
    #expect(election.bulletins.map(\.code) == ["B05", "B05"])
    #expect(election.corrections[2]?.corrects == 1)
    #expect(election.postings.map(\.place) == ["村务公开栏"])
    #expect(election.postings.first?.removed?.description == "2027-04-22")
    #expect(election.facts.bulletins["B05"]?.description == "2027-04-21")
  }

  @Test("The golden journal of recounts tells how each ended")
  func goldenRecounts() throws {
    let file = ReplayTests.golden.deletingLastPathComponent().appending(path: "v1-recounts.ndjson")
    var state = DeviceState()
    for line in try ReplayTests.lines(file) { state.apply(try Record(line: line)) }
    let election = try #require(state.election)
    #expect(election.recounts.map(\.closed?.outcome) == [.differs, .agreed])
    #expect(election.openRecount == nil && election.recounts.first?.opened.witnesses == ["钱强"])
  }

  @Test("The golden journal tells the election that it always told")
  func goldenState() throws {
    var state = DeviceState()
    for line in try ReplayTests.lines() { state.apply(try Record(line: line)) }
    let election = try #require(state.election)
    #expect(election.stage == .declared)
    #expect(election.issues.keys.sorted() == [1, 2])
    #expect(election.generation(ofRoll: 3) == 1)
    #expect(election.quantities.printed == 4 && election.quantities.spoiled == 1)
    #expect(election.person(2, of: PostID(rawValue: "director")) == PersonID(roll: 2))
    #expect(election.countClosed?.signers == ["赵敏", "钱强"])
    #expect(election.anomalies.map(\.code) == ["A08"])
    #expect(election.bundles.map(\.revision) == [1])
    #expect(state.latest == Instant("2027-05-18T19:00:00+08:00"))
  }

  @Test("The golden journal of the staff tells who was on the list")
  func goldenStaff() throws {
    var state = DeviceState()
    let file = ReplayTests.golden.deletingLastPathComponent().appending(path: "v1-staff.ndjson")
    for line in try ReplayTests.lines(file) { state.apply(try Record(line: line)) }
    #expect(state.staff.members.map(\.name) == ["何秀兰"])
    #expect(state.staff.members.first?.role == .committeeHead)
    #expect(state.staff.members.first?.credential == String(repeating: "3", count: 64))
    #expect(state.elections.isEmpty)
  }

  @Test(
    "A line that is not exactly what is written is refused",
    arguments: [
      ("\"v\":1", "\"v\":2"), ("\"seq\":1", "\"seq\":\"1\""), ("device.initialised", "device.exploded"),
      ("\"kioskKey\"", "\"kioskkey\""), ("{\"at\"", "{ \"at\""), ("+08:00", "+00:00"),
    ])
  func altered(text: String, instead: String) throws {
    let line = try #require(try ReplayTests.lines().first)
    #expect(line.contains(text))
    #expect(throws: Record.ReadingError.self) { try Record(line: line.replacing(text, with: instead)) }
  }

  @Test("A journal folded in two parts is the journal folded whole", arguments: 1...40)
  func parts(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let records = ReplayTests.randomDay(&generator)
    let cut = Int.random(in: 0...records.count, using: &generator)
    var whole = DeviceState()
    for record in records { whole.apply(record) }
    var first = DeviceState()
    for record in records.prefix(cut) { first.apply(record) }
    // The second part goes over the disk.
    for line in records.dropFirst(cut).map(\.line) { first.apply(try Record(line: line)) }
    #expect(first == whole)
    #expect(whole.size == records.count)
  }

  /// A random walk of commands through an election; what is refused leaves no event.
  private static func randomDay(_ generator: inout SeededGenerator) -> [Record] {
    var state = DeviceState()
    var records: [Record] = []
    func write(_ event: Event) {
      let record = Record(
        sequence: records.count + 1, at: Instant(seconds: 1_800_000_000 + records.count), by: nil,
        election: History.plan.election, event: event)
      records.append(record)
      state.apply(record)
    }
    write(.electionCreated(History.created))
    let start =
      [History.toFrozen, History.toPrinted, History.toOpened].randomElement(using: &generator) ?? []
    for event in start { write(event) }
    for _ in 0..<60 {
      let command = random(&generator)
      for event in (try? state.election?.decide(command)) ?? [] { write(event) }
    }
    return records
  }

  private static func random(_ generator: inout SeededGenerator) -> Command {
    let signers = ["赵敏", "钱强"]
    let commands: [Command] = [
      .issue(.valid(History.card(Int.random(in: 0...4, using: &generator))), desk: 1, manner: .inPerson),
      .spoil(desk: 1), .replaceCard(roll: Int.random(in: 0...4, using: &generator), reason: "遗失"),
      .closePoll(unused: 0), .openPoll(PollOpened(boxes: 1, witnesses: signers)),
      .openCount(CountOpened(boxes: [2], witnesses: signers)),
      .acceptSheets(accepted: 1, total: Int.random(in: 0...3, using: &generator), refused: 0),
      .recordDecisions(SheetsDecided(lines: 1, deciders: signers)), .reconcile([Identity(.n01, true, "")]),
      .closeCount(CountClosed(resultDigest: History.digest, signers: signers), anomalies: []),
      .openRecount(RecountOpened(number: 0, witnesses: signers)),
      .closeRecount(
        RecountClosed(
          number: 1, outcome: .differs, first: 1, second: 2, differing: 1, comparison: History.digest,
          signers: signers)),
      .issueBulletin(code: "B22", digest: History.digest),
      .seal(publicID: History.digest, restrictedID: History.other),
      .advance(Stage.allCases.randomElement(using: &generator) ?? .prepare),
    ]
    return commands.randomElement(using: &generator) ?? .closePoll(unused: 0)
  }

  @Test("Nobody is ever issued ballots twice, and never more ballots than were printed", arguments: 1...40)
  func invariants(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed) &* 77)
    let records = ReplayTests.randomDay(&generator)
    let issued = records.compactMap { record in
      if case .ballotIssued(let facts) = record.event { facts.roll } else { nil }
    }
    #expect(Set(issued).count == issued.count)
    let spoiled = records.count { $0.event.kind == .ballotSpoiled }
    #expect(issued.count + spoiled <= 4)
    #expect(records.count { $0.event.kind == .countClosed } <= 1)
  }
}
