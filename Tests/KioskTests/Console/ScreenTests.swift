import Archive
import Foundation
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("What the screens do with keys and news")
struct ScreenTests {
  private func briefing() throws -> Briefing {
    var history = try ConsoleHistory()
    history.beReady()
    history.vote(2)
    return history.briefing
  }

  @Test(
    "An open anomaly keeps the next round from beginning; steps that enter a stage only where it can be opened"
  )
  func anomalyBeforeRound() throws {
    var history = try ConsoleHistory()
    history.beReady()
    history.vote(6)
    history.openCount(6)
    history.happen(.countClosed(CountClosed(resultDigest: "", signers: ["姜守义", "何秀兰"])))
    #expect(HomeTask.round.lock(history.briefing) == nil)
    history.happen(.anomalyRaised(AnomalyRaised(code: "A06", detail: "")))
    var briefing = history.briefing
    #expect(HomeTask.round.lock(briefing)?.zh.contains("A06") == true)
    #expect(HomeTask.seal.lock(briefing) == nil)
    briefing.anomaliesLock = true
    #expect(HomeTask.round.lock(briefing)?.zh.contains("A06") == true)
  }

  // MARK: Check-in

  @Test("Number, verdict, ballots: three keys and no other way")
  func checkIn() throws {
    let briefing = try briefing()
    var screen = CheckInScreen()
    #expect(screen.handle(.enter, briefing) == .unknownKey)
    #expect(screen.handle(.character("x"), briefing) == .unknownKey)
    #expect(screen.handle(.character("7"), briefing) == .none)
    #expect(screen.handle(.enter, briefing) == .carryOut(.judgeNumber(7)))
    #expect(screen.hear(.judged(ConsoleHistory.judged), briefing) == .none)
    #expect(screen.handle(.enter, briefing) == .carryOut(.issue(.valid(ConsoleHistory.card))))
    #expect(screen.hear(.issued(roll: 7, at: briefing.now), briefing) == .none)
    #expect(screen.handle(.enter, briefing) == .none)
    #expect(screen.stand == .waiting)
    #expect(screen.handle(.escape, briefing) == .back)
  }

  @Test("A card that cannot be read is spoken of while nobody is judged, and the number can be typed")
  func unread() throws {
    var briefing = try briefing()
    briefing.camera = CameraSight(
      state: .works(device: "/dev/video0", mode: "MJPEG 1280×720"), isCardUnread: true)
    var console = Console(briefing, at: .checkIn)
    func shows(_ text: String) -> Bool {
      console.draw(Size(columns: 100, rows: 30), Look(.zh)).text.contains(text)
    }
    #expect(shows("看见有证，读不出二维码"))
    _ = console.handle(.character("7"))
    #expect(shows("看见有证，读不出二维码"), "while it is typed")
    #expect(console.handle(.enter) == .carryOut(.judgeNumber(7)))
    _ = console.hear(.judged(ConsoleHistory.judged))
    #expect(!shows("读不出"), "a verdict stands alone")
    _ = console.handle(.escape)
    briefing.camera?.isCardUnread = false
    _ = console.take(briefing)
    #expect(!shows("读不出") && shows("请把选民证放在镜头下"))
  }

  static let refused: [CardVerdict] = [
    .used(ConsoleHistory.card, at: ConsoleHistory.morning, desk: 2), .replaced(ConsoleHistory.card),
    .otherElection, .otherStation(ConsoleHistory.card), .forged, .notACard,
  ]

  @Test("No key issues ballots on a card that is not valid", arguments: refused)
  func neverIssued(verdict: CardVerdict) throws {
    let briefing = try briefing()
    var screen = CheckInScreen()
    _ = screen.hear(.judged(Judgement(verdict: verdict, voter: nil)), briefing)
    for key in [Key.enter, .character("y"), .character(" "), .tab, .enter, .escape] {
      let action = screen.handle(key, briefing)
      if case .carryOut(.issue) = action { Issue.record("\(key) issues on \(verdict.name)") }
    }
  }

  @Test("Typing for the next person puts the last card aside; Esc issues nothing")
  func putAside() throws {
    let briefing = try briefing()
    var screen = CheckInScreen()
    _ = screen.hear(.judged(ConsoleHistory.judged), briefing)
    #expect(screen.handle(.character("3"), briefing) == .none)
    #expect(screen.stand == .waiting)
    #expect(screen.handle(.enter, briefing) == .carryOut(.judgeNumber(3)))
    _ = screen.hear(.judged(ConsoleHistory.judged), briefing)
    #expect(screen.handle(.escape, briefing) == .none)
    #expect(screen.stand == .waiting)
  }

  @Test("Pictures are read for a card, and the card is judged")
  func camera() throws {
    let briefing = try briefing()
    var screen = CheckInScreen()
    #expect(screen.hear(.picture("a.jpg"), briefing) == .start(.readCard("a.jpg")))
    #expect(screen.hear(.cardSeen("KC1:x"), briefing) == .carryOut(.judgeCard("KC1:x")))
    #expect(screen.hear(.cardSeen(nil), briefing) == .carryOut(.judgeCard("")))
  }

  // MARK: Two scrutineers

  private static let sheet = ReadingID(bytes: Array(repeating: 7, count: ReadingID.size))

  private func mark(writeIn: Bool) throws -> PendingMark {
    PendingMark(
      sheet: try #require(ScreenTests.sheet), line: LineID(rawValue: writeIn ? "member/w1" : "director/1"),
      post: "主任", name: writeIn ? nil : "石大山", mark: .other, isDoubtful: true, zoom: nil)
  }

  @Test("One scrutineer alone decides nothing, whatever and however often he presses")
  func oneAlone() throws {
    for keys in [Deciding.leftKeys, Deciding.rightKeys] {
      var deciding = Deciding(try mark(writeIn: false))
      for key in keys + keys {
        #expect(deciding.take(key) == true)
        #expect(deciding.agreed == nil)
      }
    }
  }

  @Test("Only the same finding of both is a decision", arguments: 0..<4, 0..<4)
  func both(left: Int, right: Int) throws {
    var deciding = Deciding(try mark(writeIn: false))
    #expect(deciding.take(Deciding.leftKeys[left]) == true)
    #expect(deciding.take(Deciding.rightKeys[right]) == true)
    let findings: [LineDecision.Finding] = [.mark(.for), .mark(.against), .mark(.blank), .void(.m09)]
    #expect(deciding.agreed == (left == right ? findings[left] : nil))
    #expect(deciding.differ == (left != right))
  }

  @Test("A name written in counts for nobody until somebody was picked from the roll")
  func writeIn() throws {
    var deciding = Deciding(try mark(writeIn: true))
    #expect(deciding.isSearching)
    deciding.nobody()
    #expect(deciding.take("a") == false)
    deciding.searchAgain()
    #expect(deciding.pick() == false)
    deciding.show([ConsoleHistory.voter])
    #expect(deciding.pick() == true)
    #expect(deciding.take("a") == true)
    #expect(deciding.take("J") == true)
    #expect(deciding.agreed == .person(PersonID(roll: 7)))
  }

  @Test("The count: a sheet is read, its doubtful mark decided by two, then the next sheet")
  func count() throws {
    let briefing = try briefing()
    var screen = CountScreen()
    let pending = try mark(writeIn: false)
    let sight = SheetSight(outcome: .kept(pending.sheet), lines: [], picture: nil, pending: [pending])
    #expect(screen.open(briefing) == .start(.listPending()))
    #expect(screen.hear(.picture("a.jpg"), briefing) == .start(.readSheet("a.jpg")))
    #expect(screen.hear(.sheetRead(sight), briefing) == .start(.showSheet(pending.sheet, pending.line)))
    #expect(screen.handle(.character("a"), briefing) == .none)
    let action = screen.handle(.character("j"), briefing)
    let decision = LineDecision(line: pending.line, finding: .mark(.for), deciders: ["姜守义", "何秀兰"])
    #expect(action == .start(.decide(pending.sheet, decision)))
    #expect(screen.handle(.character("s"), briefing) == .unknownKey)
    #expect(screen.hear(.decided, briefing) == .say(Notice(.allDecided, .good)))
    #expect(screen.queue.isEmpty && screen.table == nil)
  }

  @Test("A refused decision is not taken for kept")
  func refusedDecision() throws {
    let briefing = try briefing()
    var screen = CountScreen()
    let pending = try mark(writeIn: false)
    _ = screen.hear(.pending([pending]), briefing)
    _ = screen.handle(.function(4), briefing)
    _ = screen.handle(.character("a"), briefing)
    _ = screen.handle(.character("j"), briefing)
    _ = screen.hear(.refused(Complaint(.diskFull)), briefing)
    #expect(screen.queue == [pending])
    #expect(screen.table?.left == nil && screen.table?.right == nil)
  }

  // MARK: Forms

  @Test("Every form's commands are ones that the command line knows", arguments: FormID.allCases)
  func commands(id: FormID) throws {
    var history = try ConsoleHistory()
    history.beReady()
    history.vote(6)
    history.openCount(6)
    var form = Form.make(id, history.briefing)
    for index in form.fields.indices { form.fields[index].fillIn() }
    let commands = form.commands(form.fields)
    #expect(!commands.isEmpty)
    for words in commands {
      #expect(throws: Never.self) { try Root.command(words) }
    }
    #expect(form.fields.allSatisfy { $0.problem == nil })
  }

  @Test("A form asks once before a step that cannot be taken back, and does nothing before Y")
  func asks() throws {
    var console = Console(try briefing(), at: .form(.pollClose))
    _ = console.begin()
    #expect(console.handle(.enter) == nil)
    #expect(console.notice?.weight == .bad)
    for digit in "12" { #expect(console.handle(.character(digit)) == nil) }
    #expect(console.handle(.enter) == nil)
    #expect(console.question?.text == .closePollQuestion("12"))
    for key in [Key.enter, .character(" "), .tab, .up] { #expect(console.handle(key) == nil) }
    #expect(console.question != nil)
    #expect(console.handle(.character("n")) == nil)
    #expect(console.question == nil)
    #expect(console.handle(.enter) == nil)
    #expect(console.handle(.character("y")) == .start(.commands([["poll", "close", "--unused", "12"]])))
  }

  // MARK: Who

  private func guarded() throws -> Console {
    var briefing = try briefing()
    briefing.staff = try ConsoleHistory.staff()
    return Console(briefing, at: .count)
  }

  private static let (head, chief, scrutineer) = (
    StaffID(rawValue: 1), StaffID(rawValue: 2), StaffID(rawValue: 3)
  )

  @Test("Where staff is enrolled nobody sees a screen or does anything without a login")
  func loginFirst() throws {
    var console = try guarded()
    #expect(console.isLocked)
    #expect(!console.draw(Size(columns: 80, rows: 24), Look(.zh)).text.contains("计票进度"))
    #expect(console.hear(.picture("a.jpg")) == nil)
    for key in [Key.escape, .function(12), .function(11), .function(5), .function(10)] {
      #expect(console.handle(key) == nil)
    }
    for digit in "471199" { #expect(console.handle(.character(digit)) == nil) }
    #expect(console.handle(.enter) == .start(.logIn("白露", StaffSecret(typed: "471199"))))
    // While the try is checked no key makes another.
    #expect(console.handle(.enter) == nil)
    _ = console.hear(.loginRefused(Complaint(Failure(StaffRefusal.noSuchPerson))))
    #expect(console.isLocked && console.present.isEmpty)
    #expect(console.hear(.loggedIn(ScreenTests.head)) == nil)
    #expect(!console.isLocked && console.present == [ScreenTests.head])
  }

  @Test("Two scrutineers have to be logged in, both, before their keys decide anything")
  func twoLogins() throws {
    var console = try guarded()
    _ = console.hear(.loggedIn(ScreenTests.chief))
    _ = console.handle(.end)
    let pending = try mark(writeIn: false)
    var screen = CountScreen()
    _ = screen.hear(.pending([pending]), console.briefing)
    _ = screen.handle(.function(4), console.briefing)
    _ = screen.handle(.character("a"), console.briefing)
    #expect(screen.handle(.character("j"), console.briefing) == .say(Notice(.twoScrutineersNeeded, .bad)))
    #expect(console.handle(.function(11)) == nil)
    #expect(console.login?.isJoining == true)
    _ = console.hear(.loggedIn(ScreenTests.scrutineer))
    #expect(console.present == [ScreenTests.chief, ScreenTests.scrutineer])
    _ = screen.handle(.escape, console.briefing)
    _ = screen.handle(.character("a"), console.briefing)
    let decision = LineDecision(line: pending.line, finding: .mark(.for), deciders: ["姜守义", "何秀兰"])
    #expect(screen.handle(.character("j"), console.briefing) == .start(.decide(pending.sheet, decision)))
  }

  @Test("A lock sends everybody out and says so in the journal; the same person finds the work as it was")
  func lockOut() throws {
    var console = try guarded()
    _ = console.hear(.loggedIn(ScreenTests.chief))
    _ = console.handle(.enter)
    let title = console.current.title
    #expect(
      console.handle(.function(12)) == .carryOut(.record(LoginRecorded(.left, person: ScreenTests.chief))))
    #expect(console.isLocked && console.present.isEmpty)
    _ = console.hear(.loggedIn(ScreenTests.chief))
    #expect(console.current.title == title && !console.isLocked)
    var later = console.briefing
    later.now = Instant(seconds: later.now.seconds + Console.idleSeconds)
    #expect(console.take(later) == .carryOut(.record(LoginRecorded(.idle, person: ScreenTests.chief))))
    #expect(console.isLocked)
    _ = console.hear(.loggedIn(ScreenTests.head))
    #expect(console.current.title == HomeScreen().title)
  }

  @Test("Chinese is typed inside the program: letters, candidates, the text in the field")
  func typing() throws {
    var console = Console(try briefing(), at: .form(.reissue))
    _ = console.handle(.enter)
    _ = console.handle(.function(9))
    for letter in "yi" { #expect(console.handle(.character(letter)) == nil) }
    let text = console.draw(Size(columns: 80, rows: 24), Look(.zh)).text
    #expect(text.contains("拼 yi"))
    _ = console.handle(.character("1"))
    let form = try #require(console.current as? FormScreen)
    #expect(form.form.fields[1].input.text.count == 1)
    #expect(form.form.fields[1].input.text.unicodeScalars.allSatisfy { $0.value > 0x3400 })
  }

  // MARK: The console

  @Test("Nobody at the keys: the screen locks, shows nobody, and hears no pictures")
  func idleLock() throws {
    var briefing = try briefing()
    var console = Console(briefing, at: .checkIn)
    _ = console.hear(.judged(ConsoleHistory.judged))
    let size = Size(columns: 80, rows: 24)
    #expect(console.draw(size, Look(.zh)).text.contains("龙见月"))
    briefing.now = Instant(seconds: briefing.now.seconds + Console.idleSeconds)
    #expect(console.take(briefing) == nil)
    #expect(console.isLocked)
    #expect(!console.draw(size, Look(.zh)).text.contains("龙见月"))
    #expect(console.hear(.picture("a.jpg")) == nil)
    #expect(console.handle(.character("7")) == nil)
    #expect(console.handle(.enter) == nil)
    #expect(!console.isLocked)
  }

  @Test("An answer after somebody has left the screen is not lost on another one")
  func lateNews() throws {
    var console = Console(try briefing(), at: .form(.doctor))
    #expect(console.begin() == .start(.commands([["doctor"]])))
    #expect(console.handle(.escape) == .cancel)
    #expect(console.hear(.refused(Complaint(.stopped))) == nil)
    #expect(console.handle(.escape) == nil)
    #expect(console.current.title == HomeScreen().title)
    #expect(console.hear(.answered([.done])) == nil)
  }

  @Test("Any keys in any order: no screen traps, and every one can be drawn", arguments: 0..<16)
  func monkeys(seed: UInt64) throws {
    var dice = DemoDice(seed, "keys")
    var history = try ConsoleHistory()
    if seed % 4 > 0 { history.beReady() }
    if seed % 4 > 1 { history.vote(6) }
    if seed % 4 > 2 { history.openCount(6) }
    var console = Console(history.briefing)
    let keys: [Key] = [
      .enter, .enter, .escape, .up, .down, .down, .left, .right, .tab, .backTab, .backspace, .pageUp,
      .pageDown,
      .function(1), .function(2), .function(3), .function(4), .function(5), .function(6), .function(12),
      .character("1"), .character("7"), .character("a"), .character("j"), .character("y"), .character("n"),
      .character("王"), .paste("abc 123"), .control("u"),
    ]
    let pending = try mark(writeIn: seed.isMultiple(of: 2))
    let news: [News] = [
      .judged(ConsoleHistory.judged), .issued(roll: 7, at: ConsoleHistory.morning), .picture("a.jpg"),
      .decided,
      .cardSeen(nil), .found([ConsoleHistory.voter]), .found([]), .files(["a.yaml"]), .pending([pending]),
      .columns(RollScreenTests.head), .refused(RollScreenTests.refused), .keysOpened(.recovery),
      .answered([.done]), .refused(Complaint(.diskFull)), .progress(Work(title: .working, done: 1, total: 3)),
      .sheetRead(SheetSight(outcome: .kept(pending.sheet), lines: [], picture: nil, pending: [pending])),
    ]
    let size = Size(
      columns: Int.random(in: 80...140, using: &dice), rows: Int.random(in: 24...45, using: &dice))
    for _ in 0..<120 {
      if Int.random(in: 0..<4, using: &dice) > 0 {
        _ = console.handle(dice.pick(keys))
      } else {
        _ = console.hear(dice.pick(news))
      }
      let lines = console.draw(size, Look(seed.isMultiple(of: 3) ? .en : .zh)).text.split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == size.rows)
      #expect(lines.allSatisfy { CharacterWidth.columns($0) <= size.columns })
    }
  }
}

extension FormField {
  /// Fills the field with something that could stand in it.
  fileprivate mutating func fillIn() {
    switch kind {
    case .number, .card: input.replace("3")
    case .text, .secret: input.replace("1组")
    case .file: input.replace("/tmp/a.yaml")
    case .choice(let choices): input.replace(choices.last?.value ?? "")
    case .people(let names, _): input.replace(names.joined(separator: "\n"))
    }
  }
}
