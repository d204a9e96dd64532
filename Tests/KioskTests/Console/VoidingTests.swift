import Archive
import Foundation
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

@Suite("The counting table: sheets put back, whole sheets voided")
struct VoidingTests {
  private static let ground = SheetVoid.identifying
  private static let people = ["姜守义", "何秀兰"]

  private func counting() throws -> (CountScreen, Briefing, ReadingID) {
    var history = try ConsoleHistory()
    history.beReady()
    history.vote(2)
    let id = try #require(ReadingID(bytes: Array(repeating: 7, count: ReadingID.size)))
    var screen = CountScreen()
    let sight = SheetSight(outcome: .kept(id), lines: [], picture: nil, pending: [])
    _ = screen.hear(.sheetRead(sight), history.briefing)
    return (screen, history.briefing, id)
  }

  @Test("One scrutineer alone names no ground, whatever and however often he presses")
  func oneAlone() throws {
    for keys in [Voiding.leftKeys, Voiding.rightKeys] {
      var (screen, briefing, _) = try counting()
      #expect(screen.handle(.function(7), briefing) == .none)
      for key in keys + keys {
        #expect(screen.handle(.character(key), briefing) == .none)
        #expect(screen.voiding?.agreed == nil)
      }
    }
    #expect(Set(Voiding.leftKeys).isDisjoint(with: Voiding.rightKeys))
    for keys in [Voiding.leftKeys, Voiding.rightKeys] { #expect(keys.count == Voiding.grounds.count) }
  }

  @Test("Two who agree are asked once; two who differ are told; Esc leaves the sheet in the count")
  func twoPeople() throws {
    var (screen, briefing, id) = try counting()
    _ = screen.handle(.function(7), briefing)
    _ = screen.handle(.character("a"), briefing)
    #expect(screen.handle(.character("k"), briefing) == .say(Notice(.scrutineersDiffer, .bad)))
    let asked = screen.handle(.character("S"), briefing)
    let job = Job.voidSheet(id, VoidingTests.ground, deciders: VoidingTests.people)
    let question = Sentence.voidSheetQuestion(VoidingTests.ground, VoidingTests.people)
    #expect(asked == .ask(Confirmation(text: question, then: .start(job))))
    #expect(screen.handle(.escape, briefing) == .none)
    #expect(screen.voiding == Voiding(id))
    #expect(screen.handle(.escape, briefing) == .none)
    #expect(screen.voiding == nil && screen.sight?.sheet == id)
  }

  @Test("Without a sheet on the table there is nothing to void; afterwards its marks wait no more")
  func voided() throws {
    var (screen, briefing, id) = try counting()
    let mark = PendingMark(
      sheet: id, line: LineID(rawValue: "director/1"), post: "主任", name: "石大山", mark: .other,
      isDoubtful: true, zoom: nil)
    _ = screen.hear(.pending([mark]), briefing)
    _ = screen.handle(.function(7), briefing)
    #expect(screen.hear(.decided, briefing) == .say(Notice(.sheetVoided, .good)))
    #expect(screen.queue.isEmpty && screen.sight == nil && screen.voiding == nil)
    #expect(screen.handle(.function(7), briefing) == .unknownKey)
  }

  @Test("A table that stays set knows the sheets that it and others counted, and voids what it sees again")
  func standingTable() async throws {
    let box = try await TestBox.at(.counting, issued: 3)
    let marks: [[(String, MarkKind)]] = [[("director/1", .circle)], [("deputy/1", .filled)]]
    let files = try Photographs(box).take(marks, into: "sheets", of: box)
    let again = try files.enumerated().map { index, file in
      let copy = box.file("again-\(index).jpg")
      try Data(retaken(file)).write(to: URL(filePath: copy))
      return TakenPicture(file: copy)
    }
    let opened = try box.open()
    let room = try CountRoom(opened)
    let first = try room.read(TakenPicture(file: files[0]))
    let own = try room.read(again[0])
    #expect(own.outcome == .alike(again[0]) && own.sheet == first.sheet && first.sheet != nil)
    #expect(try room.read(TakenPicture(file: files[0])).sheet == first.sheet)
    // Another process counts the second sheet; this table has to notice it too.
    let other = try CountRoom(box.open()).read(TakenPicture(file: files[1]))
    try opened.refresh()
    let theirs = try room.read(again[1])
    #expect(theirs.outcome == .alike(again[1]) && theirs.sheet == other.sheet && other.sheet != nil)
    let sheet = try #require(theirs.sheet)
    let people = Array(try box.scrutineers().prefix(2))
    #expect(throws: (any Error).self) { try room.void(sheet, .identifying, [people[0]]) }
    #expect(try room.pending().contains { $0.sheet == sheet })
    try room.void(sheet, .identifying, people)
    #expect(try room.pending().allSatisfy { $0.sheet != sheet })
    let kept = try CountDesk(box.open()).store.decisions().filter { $0.sheet == sheet }
    #expect(try kept.map { try KeptDecision(json: $0.json).sheet } == [.identifying])
  }

  /// Other bytes of the same sheet.
  private func retaken(_ file: String) throws -> [UInt8] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    return bytes.prefix(2) + [0xFF, 0xFE, 0x00, 0x06, 0x61, 0x62, 0x63, 0x64] + bytes.dropFirst(2)
  }
}
