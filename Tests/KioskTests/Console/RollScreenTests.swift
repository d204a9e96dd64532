import Foundation
import Spreadsheet
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("A roll is taken in by its columns")
struct RollScreenTests {
  static let header = ["序号", "姓 名(必填)", "证件号", "片区", "联系方法"]
  static let rows = [
    ["1", "石大山", "500199197001023018", "1组", "13812345678"], ["2", "石小川", "500199197503043019", "1组", ""],
    ["3", "冉文秀", "50019919800506302X", "2组", "13912345678"],
  ]
  static let head = RollTableHead(
    ([header] + rows).enumerated().map { (number: $0 + 3, cells: $1.map(RollCell.text)) })
  static let refused = Complaint(
    Failure(
      .unusable, "rollRefused",
      Sentence(
        zh: "名册没有导入：12 行中有 2 行有问题。请按下面的提示改正后整份重新导入。", en: "Nothing was imported: 2 of 12 rows are refused."),
      details: [
        RollRefusal(
          row: 5, column: "C", field: .identityNumber, reason: .identity(.checkDigit),
          value: "5001**********3019"),
        RollRefusal(row: 9, column: nil, field: nil, reason: .totalsRow, value: ""),
      ].map(\.detail)))

  private let briefing = Briefing(now: ConsoleHistory.morning)

  private func press(_ keys: [Key], _ screen: inout RollScreen) -> Action {
    keys.reduce(.none) { _, key in screen.handle(key, briefing) }
  }

  /// The screen with the columns of a file on it.
  private func columns() -> RollScreen {
    var screen = RollScreen()
    _ = screen.hear(.files(["/media/usb/roll.xlsx", "/media/usb/old.xls"]), briefing)
    #expect(screen.handle(.enter, briefing) == .start(.readColumns("/media/usb/roll.xlsx")))
    _ = screen.hear(.columns(RollScreenTests.head), briefing)
    return screen
  }

  private let mapped = ["--map=姓 名(必填)=name", "--map=证件号=identityNumber", "--map=片区=group"]

  @Test("From the file to the roll: the columns are put right, checked, and only then imported")
  func whole() {
    var screen = columns()
    // The group is missing: Enter leads to a column that is not used, and checks nothing.
    let fault = RollColumnsDraft.Fault.missing(.one(.group))
    #expect(screen.handle(.enter, briefing) == .say(Notice(fault.sentence(RollScreenTests.head), .bad)))
    #expect(screen.table?.focus == 0)
    #expect(press([.down, .down, .down, .character("5")], &screen) == .none)
    let check = ["roll", "import", "/media/usb/roll.xlsx"] + mapped
    #expect(screen.handle(.enter, briefing) == .start(.command(check + ["--dry-run"])))
    #expect(screen.handle(.enter, briefing) == .unknownKey)
    _ = screen.hear(.answered([.done]), briefing)
    #expect(screen.stand == .checked([.done]))
    #expect(screen.handle(.enter, briefing) == .start(.command(check)))
    _ = screen.hear(.answered([.done]), briefing)
    #expect(screen.stand == .done([.done]))
    #expect(screen.handle(.enter, briefing) == .back)
  }

  @Test("The command that is started is one that the command line knows, and says the columns as meant")
  func command() throws {
    var screen = columns()
    _ = press([.down, .down, .down, .character("5")], &screen)
    guard case .start(.command(let words)) = screen.handle(.enter, briefing) else {
      Issue.record("nothing started")
      return
    }
    let command = try #require(try Root.command(words) as? RollCommand.Import)
    #expect(command.dryRun && command.mappings.count == 3)
    #expect(command.mappings.allSatisfy { RollMapping(argument: $0) != nil })
  }

  @Test("With refused rows nothing can be imported; the rows are gone through, and the file checked again")
  func refusedRows() {
    var screen = columns()
    _ = press([.down, .down, .down, .character("5"), .enter], &screen)
    _ = screen.hear(.refused(RollScreenTests.refused), briefing)
    #expect(screen.stand == .refused(RollScreenTests.refused))
    #expect(screen.handle(.enter, briefing) == .unknownKey)
    #expect(press([.pageDown, .down], &screen) == .none)
    #expect(screen.focus == 1)
    guard case .start(.command(let words)) = screen.handle(.function(5), briefing) else {
      Issue.record("not checked again")
      return
    }
    #expect(words.last == "--dry-run")
    _ = screen.hear(.refused(RollScreenTests.refused), briefing)
    // Back at the columns everything is as it was said.
    #expect(press([.escape], &screen) == .none)
    #expect(screen.stand == .columns && screen.table?.draft.faults == [])
  }

  @Test("The list of refused rows is saved and printed by commands that say the columns as the check did")
  func list() throws {
    var screen = columns()
    _ = press([.down, .down, .down, .character("5"), .enter], &screen)
    _ = screen.hear(.refused(RollScreenTests.refused), briefing)
    let place = Place.refusedRows("/media/usb/roll.xlsx", mapped)
    #expect(screen.handle(.function(2), briefing) == .go(place))
    var form = try #require(place.screen(briefing) as? FormScreen)
    _ = form.hear(.files(["/media/usb"]), briefing)
    let list = ["roll", "refused", "/media/usb/roll.xlsx"] + mapped
    #expect(form.handle(.enter, briefing) == .start(.commands([list + ["--out", "/media/usb"]])))
    #expect(screen.handle(.function(3), briefing) == .start(.command(list + ["--print"])))
    let command = try #require(try Root.command(list + ["--print"]) as? RollCommand.Refused)
    #expect(command.print && command.mappings.count == 3)
    // While it prints, the list can be read, and the printing stopped.
    #expect(screen.handle(.function(3), briefing) == .unknownKey)
    #expect(screen.handle(.down, briefing) == .none && screen.focus == 1)
    #expect(screen.handle(.escape, briefing) == .cancel)
    #expect(screen.hear(.answered([.done]), briefing) == .say(Notice(.done, .good)))
    #expect(screen.stand == .refused(RollScreenTests.refused))
    _ = screen.handle(.function(3), briefing)
    #expect(
      screen.hear(.refused(Complaint(.diskFull)), briefing) == .say(Notice(Failure.diskFull.sentence, .bad)))
    #expect(screen.handle(.escape, briefing) == .none && screen.stand == .columns)
  }

  @Test("The same file again keeps what was said of its columns; another one begins anew")
  func again() {
    var screen = columns()
    _ = press([.down, .down, .down, .character("5"), .escape, .enter], &screen)
    _ = screen.hear(.columns(RollScreenTests.head), briefing)
    #expect(screen.table?.draft.faults == [])
    // Mended below the same headers.
    let mended = RollTableHead([
      (3, RollScreenTests.header.map(RollCell.text)), (4, RollScreenTests.rows[1].map(RollCell.text)),
    ])
    _ = press([.escape, .enter], &screen)
    _ = screen.hear(.columns(mended), briefing)
    #expect(screen.table?.draft.head == mended && screen.table?.draft.faults == [])
    _ = press([.escape, .down, .enter], &screen)
    let other = RollTableHead([(1, RollScreenTests.header.map(RollCell.text))])
    _ = screen.hear(.columns(other), briefing)
    #expect(screen.table?.draft.fields == other.columns.map(\.field))
  }

  @Test("A stopped check imports nothing and goes back to the columns")
  func stopped() {
    var screen = columns()
    _ = press([.down, .down, .down, .character("5"), .enter], &screen)
    #expect(screen.handle(.escape, briefing) == .cancel)
    #expect(screen.hear(.refused(Complaint(.stopped)), briefing) == .say(Notice(Failure.stopped.sentence)))
    #expect(screen.stand == .columns)
    // An answer that comes too late is not taken for one.
    _ = screen.hear(.answered([.done]), briefing)
    #expect(screen.stand == .columns)
  }

  @Test("A file that is no table is told at the file, a roll that is frozen at the check")
  func failures() {
    var screen = RollScreen()
    _ = press([.paste("/tmp/x.xlsx"), .enter], &screen)
    _ = screen.hear(.refused(Complaint(.unreadable("/tmp/x.xlsx", reason: "—"))), briefing)
    #expect(press([.escape], &screen) == .none)
    #expect(screen.stand == .choosing)
    screen = columns()
    _ = press([.down, .down, .down, .character("5"), .enter], &screen)
    _ = screen.hear(.refused(Complaint(Failure(Refusal.rollFrozenAlready))), briefing)
    #expect(press([.enter], &screen) == .none)
    #expect(screen.stand == .columns)
    // The stick was pulled out; once it is there again, what was said of the columns is too.
    _ = press([.escape, .enter], &screen)
    _ = screen.hear(.refused(Complaint(.unreadable("/media/usb/roll.xlsx", reason: "—"))), briefing)
    _ = press([.enter, .enter], &screen)
    _ = screen.hear(.columns(RollScreenTests.head), briefing)
    #expect(screen.table?.draft.faults == [])
  }

  @Test("Every field has a key of its own, and the legend names it")
  func fieldKeys() {
    let keys = RollField.allCases.compactMap(\.key)
    #expect(keys.count == RollField.allCases.count && Set(keys).count == keys.count)
    for (key, field) in zip(keys, RollField.allCases) {
      #expect(Sentence.fieldKeys.zh.contains("\(key) \(field.sentence.zh)"))
    }
  }

  // MARK: What it looks like

  static let looks: [(String, [News], [Key])] = [
    ("roll-file", [.files(["/media/usb/名册.xlsx", "/media/usb/roll-old.xls"])], []),
    ("roll-columns", [], [.down, .down, .down]),
    ("roll-columns-complete", [], [.down, .down, .down, .character("5")]),
    ("roll-columns-twice", [], [.down, .down, .down, .character("3")]),
    (
      "roll-checking", [.progress(Work(title: .rollRead(1200, refused: 2), done: 400, total: 1000))],
      [.down, .down, .down, .character("5"), .enter]
    ),
    (
      "roll-refused", [.refused(refused)], [.down, .down, .down, .character("5"), .enter]
    ),
    (
      "roll-checked",
      [
        .answered([
          Sentence(zh: "检查通过，没有导入：选民 3 人（男 2，女 1）。", en: "The roll is good and was not imported: 3 voters.")
        ])
      ],
      [.down, .down, .down, .character("5"), .enter]
    ),
  ]

  private func draw(_ news: [News], _ keys: [Key], _ size: Size, _ language: Language) throws -> String {
    var console = Console(try ConsoleHistory().briefing, at: .rollImport)
    _ = console.begin()
    if keys.isEmpty {
      for news in news { _ = console.hear(news) }
      return console.draw(size, Look(language)).text
    }
    for key in [Key.paste("/media/usb/名册.xlsx"), .enter] { _ = console.handle(key) }
    _ = console.hear(.columns(RollScreenTests.head))
    for key in keys { _ = console.handle(key) }
    for news in news { _ = console.hear(news) }
    return console.draw(size, Look(language)).text
  }

  @Test("On the smallest screen, on a wide one, and in English", arguments: looks)
  func look(name: String, news: [News], keys: [Key]) throws {
    try Snapshot.expect(draw(news, keys, Size(columns: 80, rows: 24), .zh), name)
    guard ["roll-columns", "roll-refused"].contains(name) else { return }
    try Snapshot.expect(draw(news, keys, Size(columns: 120, rows: 30), .zh), "\(name)-120x30")
    try Snapshot.expect(draw(news, keys, Size(columns: 80, rows: 24), .en), "\(name)-en")
  }

  @Test("A table of many columns scrolls and never draws over its edges")
  func wideTable() throws {
    let header = (0..<60).map { "列\($0) " + String(repeating: "长", count: $0) }
    let head = RollTableHead([
      (1, header.map(RollCell.text)), (2, header.map { RollCell.text($0 + People.long) }),
    ])
    var console = Console(try ConsoleHistory().briefing, at: .rollImport)
    for key in [Key.paste("/x.xlsx"), .enter] { _ = console.handle(key) }
    _ = console.hear(.columns(head))
    for key in [Key.end, .right, .pageUp, .enter, .pageDown, .home] {
      _ = console.handle(key)
      let lines = console.draw(Size(columns: 80, rows: 24), Look(.zh)).text
        .split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 24 && lines.allSatisfy { CharacterWidth.columns($0) <= 80 })
    }
  }

  // MARK: By command

  @Test("The same guess by command: one object, numbers masked, what is missing named, nothing imported")
  func byCommand() async throws {
    let box = try TestBox()
    try TableWriter(title: "选民登记表", header: RollScreenTests.header, rows: RollScreenTests.rows)
      .write(to: box.file("roll.xlsx"))
    let said = await box.json("roll", "columns", box.file("roll.xlsx"))
    let told = try #require(said.objects?.first)
    #expect(said.status == 0 && told["headerRow"] as? Int == 2, "\(said.text)")
    let columns = try #require(told["columns"] as? [[String: Any]])
    #expect(columns.map { $0["column"] as? String } == ["A", "B", "C", "D", "E"])
    #expect(columns.map { $0["field"] as? String } == [nil, "name", "identityNumber", nil, nil])
    #expect(!said.text.contains("197001023018") && !said.text.contains("13812345678"))
    let faults = try #require(told["faults"] as? [[String: Any]])
    #expect(faults.map { $0["code"] as? String } == ["missing"])
    #expect(faults.first?["fields"] as? [String] == ["group"])
    let text = await box.run("roll", "columns", box.file("roll.xlsx"))
    #expect(text.out.contains { $0.hasPrefix("✗ 还没有“组别”") }, "\(text.text)")
    #expect(await box.json("roll", "columns", box.file("none.xlsx")).status == 2)
  }
}

private enum People {
  static let long = String(repeating: "很长的内容", count: 30)
}
