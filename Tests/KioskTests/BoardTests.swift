import Archive
import Foundation
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Scanner
@testable import Simulator

@Suite("The public board")
struct BoardTests {
  private static let noon = Instant("2027-05-18T12:00:00+08:00") ?? Instant(seconds: 0)

  private static func board(_ scene: Board.Scene) -> Board {
    Board(community: "石桥村", term: 12, body: "村民委员会", scene: scene)
  }

  private static let count = Board.Count(
    boxes: [412, 88], read: 236, pending: 3,
    current: .init(
      page: 1,
      lines: [
        .init(post: "主任", name: "王建国", mark: .for, needsDecision: false),
        .init(post: "主任", name: "赵敏", mark: .against, needsDecision: false),
        .init(post: "主任", name: nil, mark: .for, needsDecision: true),
        .init(post: "委员", name: "欧阳赟镕", mark: .blank, needsDecision: false),
        .init(post: "委员", name: "钱强", mark: .other, needsDecision: true),
      ]),
    posts: [
      .init(
        title: "主任", seats: 1,
        persons: [
          .init(name: "王建国", votes: 123, isWriteIn: false), .init(name: "赵敏", votes: 64, isWriteIn: false),
          .init(name: "孙立", votes: 2, isWriteIn: true),
        ]),
      .init(
        title: "委员", seats: 3,
        persons: [
          .init(name: "欧阳赟镕", votes: 0, isWriteIn: false), .init(name: "钱强", votes: 201, isWriteIn: false),
        ]),
    ])

  private static let result = Board.Result(
    isValid: true, voters: 620, issued: 505, returned: 500, valid: 488, void: 7, abstentions: 5,
    posts: [
      .init(
        title: "主任", seats: 1, need: 251, vacant: 0,
        persons: [
          .init(name: "王建国", votes: 260, isElected: true, isTied: false),
          .init(name: "赵敏", votes: 180, isElected: false, isTied: false),
        ]),
      .init(
        title: "委员", seats: 3, need: 251, vacant: 1,
        persons: [
          .init(name: "欧阳赟镕", votes: 300, isElected: true, isTied: false),
          .init(name: "钱强", votes: 251, isElected: false, isTied: true),
          .init(name: "孙立", votes: 251, isElected: false, isTied: true),
        ]),
    ], note: nil)

  private static var voting: Board.Scene {
    var briefing = Briefing(now: noon)
    briefing.quantities.roll = 620
    briefing.quantities.issuedSelf = 298
    briefing.quantities.printed = 700
    briefing.turnoutNeed = 311
    return .voting(Turnout(briefing))
  }

  static let scenes: [(name: String, scene: Board.Scene)] = [
    ("no-election", .waiting(.noElection)), ("no-home", .waiting(.noHome("/srv/box"))),
    ("unreadable", .waiting(.unreadable(Failure.unreadable("/srv/box", reason: "EACCES").sentence))),
    (
      "before",
      .waiting(
        .beforePoll(
          day: Day(daysSince1970: 20_956), hours: Hours(open: "08:00", close: "17:00"),
          places: ["村委会", "大湾小学"]))
    ),
    ("slips", .waiting(.slips)), ("voting", voting),
    ("closed", .waiting(.beforeCount(issued: 505, voters: 620))),
    ("counting", .counting(count)),
    ("result", .result(result)),
  ]

  @Test("What it looks like", arguments: scenes.map(\.name), [(80, 24), (120, 36)])
  func snapshots(name: String, size: (Int, Int)) throws {
    let scene = try #require(BoardTests.scenes.first { $0.name == name }).scene
    let size = Size(columns: size.0, rows: size.1)
    for language in Language.allCases {
      let canvas = BoardTests.board(scene).draw(size, Look(language), at: BoardTests.noon)
      try Snapshot.expect(canvas.text, "board-\(name)-\(size.columns)-\(language.rawValue)")
    }
  }

  @Test("A home that cannot be read any more: the last is shown, and soon it is said of when it is")
  func old() {
    var watch = BoardWatch()
    let reason = Sentence(zh: "为什么", en: "why")
    watch.miss(reason, at: Self.noon)
    #expect(watch.board.scene == .waiting(.unreadable(reason)))
    watch.take(Self.board(.counting(Self.count)), at: Self.noon)
    func after(_ seconds: Int) -> Instant { Instant(seconds: Self.noon.seconds + seconds) }
    watch.miss(reason, at: after(BoardWatch.patience - 1))
    #expect(watch.board == Self.board(.counting(Self.count)))
    watch.miss(reason, at: after(BoardWatch.patience))
    #expect(watch.board.asOf == Self.noon)
    let text = watch.board.draw(Size(columns: 80, rows: 24), Look(.zh), at: after(60)).text
    #expect(text.contains("读不到新的数据，这是 12:00 的情况") && text.contains("王建国"))
    watch.miss(reason, at: after(-5))
    #expect(watch.board.asOf == Self.noon)
    watch.take(Self.board(.counting(Self.count)), at: after(70))
    #expect(watch.board.asOf == nil)
  }

  @Test("A home that is there and cannot be read is no home without an election")
  func unreadable() async throws {
    let box = try TestBox()
    try FileManager.default.createDirectory(at: box.home, withIntermediateDirectories: true)
    #expect(await box.run("board", "--once").text.contains("还没有建立选举"))
    // Where the journal's folder should be there is a file: as unreadable for root as for anybody.
    try Data("x".utf8).write(to: box.home.appending(path: "journal"))
    let said = await box.run("board", "--once")
    #expect(said.status == 2 && said.text.contains("不能读写文件"), "\(said.text)")
    #expect(try await TestBox().run("board", "--once").text.contains("没有数据目录"))
  }

  @Test(
    "What does not fit comes in further turns, every entry once a round", arguments: [1, 5, 9, 10, 11, 40])
  func turns(entries: Int) {
    let all = Array(0..<entries)
    let parts = (entries + 9) / 10
    #expect((0..<parts).flatMap { Board.turned(all, rows: 10, turn: $0) } == all)
    #expect(Board.turned(all, rows: 10, turn: parts) == Board.turned(all, rows: 10, turn: 0))
    #expect(Board.turned(all, rows: 0, turn: 3).count == entries)
  }

  @Test(
    "Votes as strokes",
    arguments: [
      (0, 40, ""), (1, 40, "一"), (2, 40, "丅"), (3, 40, "下"), (4, 40, "止"), (5, 40, "正"), (7, 40, "正丅"),
      (10, 4, "正正"),
      (23, 40, "正正正正下"), (123, 20, "〔正×20〕正正正正下"), (100_000, 20, "〔正×19996〕正正正正"), (-1, 10, ""),
    ])
  func strokes(votes: Int, columns: Int, text: String) {
    let strokes = TallyStrokes.text(votes, columns: columns)
    #expect(strokes == text)
    #expect(CharacterWidth.columns(strokes) <= columns)
  }

  // MARK: On a real home

  /// A box that counts, with sheets read and the doubtful ones left.
  private static func counting() async throws -> TestBox {
    let box = try await TestBox.at(.closed, issued: 4)
    #expect(await box.run("count", "open", "--box", "3", "--box", "1").status == 0)
    let files = try Photographs(box).take(
      [
        [("director/1", .circle), ("deputy/2", .cross)], [("director/1", .circle)],
        [("director/2", .circle)], [("director/w1", .circle)],
      ], into: "photos", of: box)
    let said = await box.json(words: ["count", "read"] + files)
    #expect(said.status == 0)
    return box
  }

  @Test("During the count: strokes of the settled sheets, the sheet on the table, nothing of anybody else")
  func count() async throws {
    let box = try await BoardTests.counting()
    let before = try BoardTests.files(box)
    let said = await box.json("board")
    let board = try #require(said.objects?.first)
    #expect(board["scene"] as? String == "counting")
    #expect(board["read"] as? Int == 4 && board["boxes"] as? [Int] == [3, 1])
    #expect((board["pending"] as? Int ?? 0) >= 1, "a write-in waits for people")
    let sheet = try #require(board["sheet"] as? [[String: Any]])
    #expect(sheet.contains { $0["name"] == nil && $0["needsDecision"] as? Bool == true })
    let posts = try #require(board["posts"] as? [[String: Any]])
    let director = try #require(posts.first?["persons"] as? [[String: Any]])
    #expect(director.first?["votes"] as? Int == 2)
    let village = TestBox.village
    let candidates = Set(try box.open().election().plan.posts.flatMap(\.candidates).map(\.name))
    for text in [said.text, await box.run("board", "--once").text] {
      for villager in village.villagers where !candidates.contains(villager.name) {
        #expect(!text.contains(villager.name))
      }
      for villager in village.villagers { #expect(!text.contains(villager.identity)) }
      #expect(text.firstMatch(of: /[0-9a-f]{16}/) == nil, "no id of a sheet")
    }
    #expect(try BoardTests.files(box) == before, "looking changes nothing in the home")
  }

  /// Every file of a home with its bytes, without those that SQLite makes for every reader of a journal.
  private static func files(_ box: TestBox) throws -> [String: Data] {
    let paths = FileManager.default.subpaths(atPath: box.home.path) ?? []
    return Dictionary(
      uniqueKeysWithValues: paths.filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") }.compactMap {
        path in
        FileManager.default.contents(atPath: box.home.appending(path: path).path).map { (path, $0) }
      })
  }

  @Test("The sheet on the table is in memory only, one at a time, and gone when the count closes")
  func liveSheet() async throws {
    let box = try await BoardTests.counting()
    let file = try #require(LiveSheetFile(Home(box.home)))
    let sheet = try #require(file.sheet())
    #expect(sheet.lines.contains { $0.id.rawValue == "director/w1" && $0.needsDecision })
    let text = String(decoding: try Data(contentsOf: URL(filePath: file.path)), as: UTF8.self)
    for known in try CountDesk(box.open()).sheets() { #expect(!text.contains(known.id.hex)) }
    #expect(text.firstMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil, "no time")
    let folder = URL(filePath: file.path).deletingLastPathComponent()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["sheet.json"])
    file.clear()
    #expect(file.sheet() == nil && !FileManager.default.fileExists(atPath: folder.path))
    let objects = await box.json("board").objects
    #expect(objects?.first?["sheet"] == nil)
  }

  @Test("A sheet of another election, or no sheet at all, is not shown")
  func foreignSheet() async throws {
    let box = try await BoardTests.counting()
    let file = try #require(LiveSheetFile(Home(box.home)))
    file.show(LiveSheet(election: ElectionID(rawValue: "1999-1"), page: 1, lines: []))
    #expect(await box.json("board").objects?.first?["sheet"] == nil)
    try Data("no json".utf8).write(to: URL(filePath: file.path))
    let said = await box.json("board")
    #expect(said.status == 0 && said.objects?.first?["sheet"] == nil)
  }

  @Test("A home on a disk keeps no sheet beside its files")
  func notOnDisk() throws {
    let home = Home(URL(filePath: "/usr"))
    let file = LiveSheetFile(home, environment: ["XDG_RUNTIME_DIR": "/usr"])
    #expect(file.map { !$0.path.hasPrefix("/usr") } ?? true)
  }

  @Test(
    "Before the count nothing but numbers is shown; without a home there is no election, and none is made")
  func stages() async throws {
    let empty = try TestBox()
    #expect(await empty.json("board").objects?.first?["scene"] as? String == "waiting")
    #expect(!FileManager.default.fileExists(atPath: empty.home.path))
    let box = try await TestBox.at(.polling)
    #expect(await box.run("poll", "issue", "--roll", "3").status == 0)
    let board = try #require(await box.json("board").objects?.first)
    #expect(
      board["scene"] as? String == "voting" && board["issued"] as? Int == 1 && board["voters"] as? Int == 40)
    let text = await box.run("board", "--once")
    #expect(text.status == 0 && text.text.contains("1 / 40"))
    #expect(await box.json("board", "--columns", "10").status == 2)
  }

  @Test("The code on the screen is read by a camera and is the signed result")
  func code() throws {
    let note = "kiosk-result/1\n500112001001 石桥村 2027-1 2027-05-18\n\n— kiosk AAAA\n"
    let result = Board.Result(
      isValid: true, voters: 1, issued: 1, returned: 1, valid: 1, void: 0, abstentions: 0, posts: [],
      note: note)
    for size in [Size(columns: 150, rows: 50), Size(columns: 80, rows: 40)] {
      let canvas = BoardTests.board(.result(result)).draw(size, Look(.zh), at: BoardTests.noon, turn: 1)
      let texts = try CodeReader(onlyQR: true).codes(decoding: BoardTests.photograph(canvas)).map(\.text)
      #expect(texts == [note])
    }
  }

  /// The canvas as a gray picture: a cell is six dots wide and twelve high, as on a screen.
  private static func photograph(_ canvas: Canvas) -> [UInt8] {
    let (width, height) = (canvas.size.columns * 6, canvas.size.rows * 12)
    var dots = [UInt8](repeating: 60, count: width * height)
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns {
        let cell = canvas.cell(column, row)
        guard cell.style.ground == .rgb(255, 255, 255) else { continue }
        for y in 0..<12 {
          let isInk = cell.character == "█" || cell.character == (y < 6 ? "▀" : "▄")
          for x in 0..<6 { dots[(row * 12 + y) * width + column * 6 + x] = isInk ? 0 : 255 }
        }
      }
    }
    return Array("P5 \(width) \(height) 255\n".utf8) + dots
  }
}
