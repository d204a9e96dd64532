import Ballot
import Testing

@Suite("Counting a second time")
struct RecountTests {
  private static let signers = ["赵敏", "钱强"]
  private static let post = CountedPost(
    id: PostID(rawValue: "director"), seats: 1,
    candidates: [
      (.candidate(1, of: PostID(rawValue: "director")), PersonID(roll: 1)),
      (.candidate(2, of: PostID(rawValue: "director")), PersonID(roll: 2)),
    ])

  private static func closing(
    _ number: Int = 1, _ outcome: RecountClosed.Outcome = .agreed, signers: [String] = signers
  ) -> Command {
    .closeRecount(
      RecountClosed(
        number: number, outcome: outcome, first: 2, second: 2, differing: outcome == .differs ? 1 : 0,
        comparison: History.digest, signers: signers))
  }

  private static let opening = Command.openRecount(RecountOpened(number: 0, witnesses: []))
  private static let begun = Event.recountOpened(RecountOpened(number: 1, witnesses: []))

  private static func ended(_ outcome: RecountClosed.Outcome) throws -> [Event] {
    try History.state(History.toCounting + [begun]).decide(closing(1, outcome))
  }

  @Test("A recount needs an open count with sheets in it, and is one at a time")
  func opening() throws {
    let closed = History.state(History.toClosed)
    #expect(throws: Refusal.countNotOpen) { try closed.decide(RecountTests.opening) }
    let empty = History.state(History.toClosed + [History.counting])
    #expect(throws: Refusal.recountRefused(.nothingRead)) { try empty.decide(RecountTests.opening) }
    let ended = History.state(History.toEnded)
    #expect(throws: Refusal.countClosed) { try ended.decide(RecountTests.opening) }
    let counting = History.state(History.toCounting)
    #expect(try counting.decide(RecountTests.opening) == [RecountTests.begun])
    #expect(throws: Refusal.recountRefused(.notOpen)) { try counting.decide(RecountTests.closing()) }
    let open = History.state(History.toCounting + [RecountTests.begun])
    #expect(throws: Refusal.recountRefused(.openAlready(1))) { try open.decide(RecountTests.opening) }
    #expect(throws: Refusal.recountRefused(.notOpen)) { try open.decide(RecountTests.closing(2)) }
    #expect(throws: Refusal.tooFewSigners(have: 1, need: 2)) {
      try open.decide(RecountTests.closing(signers: ["赵敏", "赵敏"]))
    }
    let second = History.state(History.toCounting + [RecountTests.begun] + (try RecountTests.ended(.agreed)))
    let again = Event.recountOpened(RecountOpened(number: 2, witnesses: []))
    #expect(try second.decide(RecountTests.opening) == [again])
  }

  @Test("The count closes only when the recount has ended; a difference asks for the numbers again")
  func closing() throws {
    let close = Command.closeCount(
      CountClosed(resultDigest: History.digest, signers: RecountTests.signers), anomalies: [])
    let reading = History.toCounting + [History.reconciled, RecountTests.begun]
    #expect(throws: Refusal.recountRefused(.stillOpen(1))) { try History.state(reading).decide(close) }
    for outcome in RecountClosed.Outcome.allCases {
      let state = History.state(reading + (try RecountTests.ended(outcome)))
      if outcome == .differs {
        #expect(throws: Refusal.notReconciled) { try state.decide(close) }
      } else {
        #expect(try state.decide(close).contains { $0.kind == .countClosed })
      }
    }
  }

  @Test(
    "What comes into the count afterwards makes the recount old",
    arguments: [History.accepted, History.decided])
  func outdated(event: Event) throws {
    var state = History.state(History.toCounting + [RecountTests.begun] + (try RecountTests.ended(.agreed)))
    #expect(state.recounts.map(\.isOutdated) == [false])
    state.apply(event, at: Instant(seconds: 1_900_000_000))
    #expect(state.recounts.map(\.isOutdated) == [true])
  }

  // MARK: Comparing

  private static func sheet(_ marks: [Mark], void: SheetVoid? = nil) -> RecordedSheet {
    RecordedSheet(
      page: 1,
      lines: marks.enumerated().map { index, mark in
        LineReading(
          id: .candidate(index + 1, of: PostID(rawValue: "director")), mark: mark, certainty: .clear,
          confidence: 1000, name: nil)
      }, void: void)
  }

  private static func random(_ generator: inout SeededGenerator) -> [RecordedSheet] {
    (0..<30).map { _ in
      let marks = (0..<2).map { _ in [Mark.for, .against, .blank].randomElement(using: &generator) ?? .blank }
      let void = Int.random(in: 0..<10, using: &generator) == 0 ? SheetVoid.unreadable : nil
      return sheet(marks, void: void)
    }
  }

  /// How many findings differ between two readings.
  private static func differences(_ first: [RecordedSheet], _ second: [RecordedSheet]) -> [LineID] {
    let (one, other) = (
      RecountTable(first, posts: [post], rules: ValidityRules()),
      RecountTable(second, posts: [post], rules: ValidityRules())
    )
    let lines = [RecountTable.wholeSheet] + post.candidates.map(\.line)
    return lines.compactMap { one.compared(with: other, on: $0) }.filter { !$0.agrees }.map(\.line)
  }

  @Test("The order of reading never matters", arguments: 1...20)
  func order(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let sheets = RecountTests.random(&generator)
    #expect(RecountTests.differences(sheets, sheets.shuffled(using: &generator)) == [])
  }

  @Test("A missed sheet, another mark, a void sheet: each shows on its line", arguments: 1...20)
  func differing(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let sheets = RecountTests.random(&generator) + [RecountTests.sheet([.for, .blank])]
    #expect(RecountTests.differences(sheets, Array(sheets.dropLast())).first == RecountTable.wholeSheet)
    let other = sheets.dropLast() + [RecountTests.sheet([.against, .blank])]
    #expect(
      RecountTests.differences(sheets, Array(other)) == [.candidate(1, of: PostID(rawValue: "director"))])
    let void = sheets.dropLast() + [RecountTests.sheet([.for, .blank], void: .identifying)]
    #expect(RecountTests.differences(sheets, Array(void)).contains(RecountTable.wholeSheet))
  }

  @Test("Two votes that change places on two sheets are seen where the sheet is over-voted for it")
  func overvote() {
    let one = [RecountTests.sheet([.for, .blank]), RecountTests.sheet([.blank, .for])]
    let other = [RecountTests.sheet([.for, .for]), RecountTests.sheet([.blank, .blank])]
    #expect(!RecountTests.differences(one, other).isEmpty)
  }

  @Test("A sheet on which somebody has to decide waits, and is on no line")
  func waiting() {
    let table = RecountTable(
      [RecountTests.sheet([.other, .for])], posts: [RecountTests.post], rules: ValidityRules())
    #expect(table.sheets == 1 && table.waiting == 1)
    #expect(table.compared(with: table, on: RecountTests.post.candidates[1].line) == nil)
  }
}
