import Foundation
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("A plan filled in by fields")
struct PlanScreenTests {
  /// A whole plan as it is kept.
  static let kept = [
    "community": [["500199001201", "青禾村", "", "2027-1", "12"]],
    "election": [["villageCommittee", "2027-05-18", "08:00", "16:00", "", "CQ-V-2026"]],
    "posts": [
      ["主任", "1", "周立田", "莫晓芸", ""], ["副主任", "1", "覃家树", "冉青禾", ""], ["委员", "1", "谢大春", "石磊", ""],
    ],
    "places": [["村委会", "main", ""]],
    "staff": [["姜守义", "chiefScrutineer"], ["何秀兰", "scrutineer"]],
  ]
  static let toEnd = [Key](repeating: .pageDown, count: PlanDraft.Page.allCases.count)

  private let briefing = Briefing(now: ConsoleHistory.morning)

  private func plan(_ draft: PlanDraft) throws -> Plan {
    try PlanFile(yaml: draft.yaml, folder: URL(filePath: "/")).plan
  }

  private func press(_ keys: [Key], _ screen: inout PlanScreen) -> Action {
    keys.reduce(.none) { _, key in screen.handle(key, briefing) }
  }

  // MARK: From keys to a plan

  @Test("Keys alone fill in a plan that the reader takes, and nothing is created before Y")
  func byKeys() throws {
    var console = Console(briefing, at: .plan)
    #expect(console.begin() == .carryOut(.readPlanDraft))
    #expect(console.hear(.planDraft([:])) == nil)
    func type(_ texts: [String]) {
      for text in texts {
        _ = console.handle(.paste(text))
        _ = console.handle(.enter)
      }
    }
    type(["500199001201", "青禾村", ""])
    _ = console.handle(.enter)
    type(["12"])
    _ = console.handle(.enter)
    type(["2027-05-18"])
    _ = console.handle(.pageDown)
    type(["主任", "", "周立田", "莫晓芸"])
    for (title, names) in [("副主任", ["覃家树", "冉青禾"]), ("委员", ["谢大春", "石磊"])] {
      _ = console.handle(.function(2))
      type([title, ""] + names)
    }
    _ = console.handle(.pageDown)
    _ = console.handle(.pageDown)
    type(["姜守义"])
    _ = console.handle(.enter)
    type(["何秀兰"])
    _ = console.handle(.pageDown)
    let screen = try #require(console.current as? PlanScreen)
    #expect(screen.draft.faults == [])
    let plan = try plan(screen.draft)
    #expect(
      plan.posts.map { $0.candidates.map(\.name) } == [["周立田", "莫晓芸"], ["覃家树", "冉青禾"], ["谢大春", "石磊"]])
    #expect(plan.issuer == "青禾村村民选举委员会")
    #expect(plan.staff.map(\.role) == [.chiefScrutineer, .scrutineer])
    #expect(console.handle(.enter) == nil)
    #expect(console.question != nil)
    #expect(
      console.handle(.character("y"))
        == .start(.createByFields(id: plan.election.rawValue, yaml: screen.draft.yaml)))
  }

  // MARK: Texts

  static let hostile = [
    "\"", "\\", "a: b", "# c", "- d", "  leading", "trailing ", "{x: 1}", "[y]", "null", "~", "true", "1_000",
    "'", "😀👨‍👩‍👧", "\u{85}x", "a\u{2028}b", "\u{FEFF}z", "a\tb", "\u{1}b", "&a *b", "!!int 3", "%TAG", "---",
    "阿卜杜拉·买买提", "\"\nfoo: bar", "x\ny", "\r\nz", "\u{FFFE}q", "\\N\\L", "𠮷野",
  ]

  @Test("Any text comes back from the plan as it was typed", arguments: hostile)
  func roundTrip(text: String) throws {
    var texts = PlanScreenTests.kept
    texts["community"]?[0][1] = text
    texts["election"]?[0][4] = text
    texts["posts"]?[0][0] = text
    texts["places"]?[0][0] = text
    var draft = PlanDraft(year: 2027)
    draft.restore(texts)
    let plan = try plan(draft)
    let back = [plan.community.name, plan.issuer, plan.posts[0].title, plan.places[0].name]
    let typed = text.unicodeScalars.filter { $0 != "\u{FEFF}" }
    #expect(back.allSatisfy { Array($0.unicodeScalars) == Array(typed) })
  }

  @Test("Any mixture of hostile texts comes back too", arguments: 0..<200)
  func mixtures(seed: UInt64) throws {
    var dice = DemoDice(seed, "plan")
    let text = "名" + (0..<3).map { _ in dice.pick(PlanScreenTests.hostile) }.joined()
    try roundTrip(text: text)
  }

  @Test("A list of names pasted into one field stays on one line")
  func pasted() {
    var screen = PlanScreen(year: 2027)
    _ = press([.down, .paste("青禾村\n  id: x\r\n# y")], &screen)
    #expect(screen.draft.text(.community, 0, 1) == "青禾村   id: x # y")
  }

  // MARK: Faults

  @Test("Every fault of an empty plan leads to a field, and Enter goes there")
  func faults() throws {
    var screen = PlanScreen(year: 2027)
    _ = press(PlanScreenTests.toEnd, &screen)
    let faults = screen.draft.faults
    #expect(faults.map(\.spot.page).contains(.community) && faults.map(\.spot.page).contains(.staff))
    for index in faults.indices {
      var copy = screen
      let keys = [Key](repeating: .down, count: index) + [.enter]
      #expect(press(keys, &copy) == .say(Notice(faults[index].text, .bad)))
      #expect(copy.spot == faults[index].spot)
    }
  }

  @Test(
    "A fault is shown where it is put right",
    arguments: [
      ("posts", 1, 1, "12", PlanDraft.Page.posts), ("community", 0, 0, "12", .community),
      ("election", 0, 1, "18.5.2027", .election), ("election", 0, 3, "07:00", .election),
      ("posts", 2, 3, String(repeating: "长", count: 120), .posts), ("staff", 1, 0, "石磊", .staff),
    ])
  func place(page: String, entry: Int, field: Int, text: String, at: PlanDraft.Page) {
    var texts = PlanScreenTests.kept
    texts[page]?[entry][field] = text
    var draft = PlanDraft(year: 2027)
    draft.restore(texts)
    let faults = draft.faults
    #expect(faults.map(\.spot).contains(PlanDraft.Spot(page: at, entry: entry, field: field)), "\(faults)")
  }

  // MARK: Nothing is lost

  @Test("Turning pages keeps what was typed, Esc leaves only when it is kept, and it is there the next time")
  func keeping() {
    var screen = PlanScreen(year: 2027)
    #expect(press([.escape], &screen) == .back)
    _ = press([.paste("500199001201")], &screen)
    guard case .carryOut(.keepPlanDraft(let texts)) = press([.pageDown], &screen) else {
      Issue.record("not kept")
      return
    }
    #expect(press([.pageUp], &screen) == .none)
    #expect(screen.draft.text(.community, 0, 0) == "500199001201")
    _ = press([.down, .paste("青禾村")], &screen)
    #expect(press([.escape], &screen) != .back)
    #expect(screen.hear(.recorded, briefing) == .back)
    var next = PlanScreen(year: 2027)
    _ = next.hear(.planDraft(texts), briefing)
    #expect(next.draft.text(.community, 0, 0) == "500199001201")
  }

  @Test("Entries and candidates are added and taken out; the last entry stays")
  func lists() {
    var screen = PlanScreen(year: 2027)
    _ = press([.pageDown, .pageDown, .paste("主任"), .function(2), .paste("委员")], &screen)
    #expect(screen.draft.entries(.posts).map { $0[0].input.text } == ["主任", "委员"])
    #expect(press([.function(8)], &screen) == .none)
    #expect(screen.draft.entries(.posts).count == 1)
    _ = press([.up, .up, .up, .up, .function(8)], &screen)
    #expect(screen.draft.text(.posts, 0, 0) == "主任")
  }

  @Test("The draft lies in the home until it is dropped, and no plan takes the place of another")
  func shelf() throws {
    let box = try TestBox()
    let shelf = PlanShelf(try box.open().home)
    #expect(shelf.draft.isEmpty)
    try shelf.keep(PlanScreenTests.kept)
    #expect(shelf.draft == PlanScreenTests.kept)
    shelf.dropDraft()
    #expect(shelf.draft.isEmpty)
    let first = try shelf.put("a", "2027-1")
    #expect(try shelf.put("a", "2027-1") == first)
    let second = try shelf.put("b", "2027-1")
    #expect(second.hasSuffix("2027-1.2.yaml"))
    #expect(try String(contentsOfFile: first, encoding: .utf8) == "a")
  }
}
