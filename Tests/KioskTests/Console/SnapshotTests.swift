import Archive
import Terminal
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("What the screens look like")
struct SnapshotTests {
  /// A screen with the keys and news that lead to it.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let stage: Int
    let place: Place
    let keys: [Key]
    let news: [News]
    let hasStaff: Bool
    let camera: CameraSight?

    init(
      _ name: String, stage: Int, _ place: Place = .home, staff: Bool = false, camera: CameraSight? = nil,
      news: [News] = [], keys: [Key] = []
    ) {
      hasStaff = staff
      self.camera = camera
      self.name = name
      self.stage = stage
      self.place = place
      self.keys = keys
      self.news = news
    }

    var testDescription: String { name }
  }

  private static let sheet = ReadingID(bytes: Array(repeating: 7, count: ReadingID.size))

  private static func pending(_ line: String, _ name: String?) -> [PendingMark] {
    sheet.map { sheet in
      [
        PendingMark(
          sheet: sheet, line: LineID(rawValue: line), post: "主任", name: name, mark: .other, isDoubtful: true,
          zoom: Bitmap(name: "z", width: 20, height: 4, bytes: []))
      ]
    } ?? []
  }

  private static let lines = [
    SeenLine(
      line: LineID(rawValue: "director/1"), post: "主任", name: "石大山", mark: .for, isDoubtful: false,
      needsDecision: false),
    SeenLine(
      line: LineID(rawValue: "director/2"), post: "主任", name: "石小川", mark: .against, isDoubtful: false,
      needsDecision: false),
    SeenLine(
      line: LineID(rawValue: "director/w1"), post: "主任", name: nil, mark: .other, isDoubtful: true,
      needsDecision: true),
  ]

  private static func sight(_ pending: [PendingMark]) -> News {
    .sheetRead(
      SheetSight(
        outcome: .known, lines: lines, picture: Bitmap(name: "s", width: 30, height: 40, bytes: []),
        pending: pending, earlier: sheet))
  }

  /// A sheet with more lines than one column has rows, the second post going over.
  private static let longSheet = News.sheetRead(
    SheetSight(
      outcome: .known,
      lines: (1...4).map { line("主任", $0) } + (1...9).map { line("委员", $0) }
        + (1...3).map { line("监督", $0) },
      picture: Bitmap(name: "s", width: 30, height: 40, bytes: []), pending: []))

  private static func line(_ post: String, _ number: Int) -> SeenLine {
    SeenLine(
      line: LineID(rawValue: "\(post)/\(number)"), post: post, name: "\(post)候选\(number)",
      mark: number % 2 == 0 ? .against : .for, isDoubtful: false, needsDecision: false)
  }

  private static let differing = [
    ComparisonSight.Difference(
      page: 1, post: "主任", name: "石大山", finding: "for", first: 2, second: 1, isWholeSheet: false),
    ComparisonSight.Difference(
      page: 1, post: "主任", name: "石大山", finding: "blank", first: 0, second: 1, isWholeSheet: false),
    ComparisonSight.Difference(
      page: 1, post: "委员", name: nil, finding: "for 8", first: 1, second: 0, isWholeSheet: false),
  ]

  private static func compared(
    _ differences: [ComparisonSight.Difference] = [], second: Int = 3
  ) -> ComparisonSight {
    ComparisonSight(
      recount: 1, batch: "0001", first: 3, second: second, waitingFirst: 0, waitingSecond: 0,
      differences: differences)
  }

  private static let request = RequestSight(
    number: 2, code: .procedureBroken, detail: "没有设秘密写票处", actions: [AnomalyAction.newMeeting.sentence],
    short: "7K2QF-9D0AM",
    picture: Bitmap(name: "q", width: 93, height: 93, bytes: [], isGrid: true),
    pdf: "/var/lib/kiosk/out/anomaly-2-request.pdf", png: "/var/lib/kiosk/out/anomaly-2-request.png")

  static let scenes: [Scene] = [
    Scene("home-nothing", stage: 0), Scene("home-polling", stage: 2),
    Scene("home-locked-step", stage: 1, keys: [.end, .up, .up, .up, .up]),
    Scene("help", stage: 2, .checkIn, keys: [.function(1)]),
    Scene("lock", stage: 2, .checkIn, keys: [.function(12)]),
    Scene("check-in-waiting", stage: 2, .checkIn),
    Scene(
      "check-in-unread", stage: 2, .checkIn,
      camera: CameraSight(state: .works(device: "/dev/video0", mode: "MJPEG 1280×720"), isCardUnread: true)),
    Scene("check-in-valid", stage: 2, .checkIn, news: [.judged(ConsoleHistory.judged)]),
    Scene(
      "check-in-used", stage: 2, .checkIn,
      news: [
        .judged(
          Judgement(
            verdict: .used(ConsoleHistory.card, at: ConsoleHistory.morning, desk: 2),
            voter: ConsoleHistory.voter))
      ]),
    Scene("check-in-exchange", stage: 2, .checkIn, keys: [.function(3)]),
    Scene("plan-community", stage: 0, .plan, keys: [.paste("500199001201"), .enter, .paste("青禾村")]),
    Scene(
      "plan-posts", stage: 0, .plan,
      keys: [.pageDown, .pageDown, .paste("主任"), .down, .down, .paste("周立田"), .enter, .paste("莫晓芸")]),
    Scene(
      "plan-faults", stage: 0, .plan, keys: [.pageUp, .pageDown, .pageDown, .pageDown, .pageDown, .pageDown]),
    Scene(
      "plan-complete", stage: 0, .plan, news: [.planDraft(PlanScreenTests.kept)], keys: PlanScreenTests.toEnd),
    Scene(
      "form-file", stage: 0, .form(.plan),
      news: [.files(["/media/usb/plan.yaml", "/media/usb/plan-old.yaml"])]),
    Scene("form-people", stage: 1, .form(.pollOpen), keys: [.enter, .character("2")]),
    Scene("form-refused", stage: 1, .form(.rollFreeze), news: [.refused(Complaint(.diskFull))]),
    Scene("form-question", stage: 2, .form(.pollClose), keys: [.character("8"), .enter]),
    Scene("form-reconcile", stage: 3, .form(.reconcile), keys: [.character("4"), .enter, .character("2")]),
    Scene("count-waiting", stage: 3, .count), Scene("count-read", stage: 3, .count, news: [sight([])]),
    Scene(
      "count-decide", stage: 3, .count, news: [sight(pending("director/1", "石大山"))], keys: [.character("a")]),
    Scene(
      "count-void", stage: 3, .count, news: [sight([])], keys: [.function(7), .character("s")]),
    Scene(
      "count-write-in", stage: 3, .count,
      news: [sight(pending("director/w1", nil)), .found([ConsoleHistory.voter])]),
    Scene(
      "identities", stage: 3, .identities,
      news: [
        .identities([
          Identity(.n01, true, "14 = 6 + 0 + 8"), Identity(.n06, false, "5 = Σ 6"),
          Identity(.n15, false, "—"),
        ])
      ]),
    Scene("recount-none", stage: 3, .recount),
    Scene("recount-reading", stage: 4, .recount, news: [.compared(compared(second: 2))]),
    Scene("recount-agrees", stage: 4, .recount, news: [.compared(compared())]),
    Scene("recount-differs", stage: 4, .recount, news: [.compared(compared(differing))]),
    Scene("recount-close", stage: 4, .form(.recountClose), keys: [.enter, .character("1")]),
    Scene("second-reading", stage: 4, .secondReading, news: [.pending([], kept: 2)]),
    Scene("count-two-columns", stage: 3, .count, news: [longSheet]),
    Scene(
      "doctor", stage: 2, .form(.doctor),
      news: [
        .answered([
          Sentence(zh: "✗ 找不到打印机。", en: "✗ There is no printer."),
          Sentence(zh: "✓ 磁盘剩余 52736 MB。", en: "✓ 52736 MB are free."),
        ])
      ]),
    Scene("more", stage: 2, .more, keys: [.end, .up, .up]),
    Scene("form-deliberation", stage: 4, .form(.deliberation)),
    Scene("form-card", stage: 2, .form(.proxyIssue), keys: [.character("7")]),
    Scene(
      "settings", stage: 2, .form(.settings), keys: [.character("2"), .enter, .character("1"), .down]),
    Scene("roll-search", stage: 1, .rollSearch, news: [.found([ConsoleHistory.voter])]),
    Scene("stages", stage: 1, .stages),
    Scene("request", stage: 1, .request(2), news: [.request(request)]),
    Scene(
      "decision-wrong-line", stage: 1, .form(.anomalyAccept),
      keys: [.paste("04000 00000 00000 00000 00"), .paste("A")]),
    Scene(
      "typing", stage: 2, .form(.reissue),
      keys: [.character("7"), .enter, .function(9), .character("y"), .character("i")]),
    Scene("login", stage: 2, .checkIn, staff: true, keys: [.down, .character("4"), .character("7")]),
    Scene(
      "login-wrong", stage: 2, staff: true,
      news: [.loginRefused(Complaint(Failure(StaffRefusal.wrongSecret(triesLeft: 2, wait: 5))))]),
    Scene(
      "joined", stage: 3, .count, staff: true, news: [.loggedIn(StaffID(rawValue: 2))], keys: [.function(11)]),
    Scene(
      "staff-form", stage: 0, .form(.staff), keys: [.paste("姜守义"), .enter, .right, .enter, .character("1")]),
  ]

  private static let inBoth = [
    "home-polling", "check-in-unread", "check-in-valid", "count-decide", "count-two-columns", "stages",
  ]

  private func draw(_ scene: Scene, _ size: Size, _ language: Language) throws -> String {
    var history = try ConsoleHistory()
    if scene.stage > 0 { history.beReady() }
    if scene.stage > 1 { history.vote(6) }
    if scene.stage > 2 { history.openCount(6) }
    if scene.stage > 3 { history.happen(.recountOpened(RecountOpened(number: 1, witnesses: ["姜守义"]))) }
    var briefing = history.briefing
    if scene.stage == 0 { briefing.take(nil) }
    if scene.hasStaff { briefing.staff = try ConsoleHistory.staff() }
    briefing.camera = scene.camera
    var console = Console(briefing, at: scene.place)
    _ = console.begin()
    for news in scene.news { _ = console.hear(news) }
    for key in scene.keys { _ = console.handle(key) }
    return console.draw(size, Look(language)).text
  }

  @Test("On the smallest screen, in Chinese", arguments: scenes)
  func small(scene: Scene) throws {
    try Snapshot.expect(draw(scene, Size(columns: 80, rows: 24), .zh), scene.name)
  }

  @Test(
    "On a wide screen, and in English",
    arguments: scenes.filter { inBoth.contains($0.name) })
  func wide(scene: Scene) throws {
    try Snapshot.expect(draw(scene, Size(columns: 133, rows: 40), .zh), "\(scene.name)-133x40")
    try Snapshot.expect(draw(scene, Size(columns: 80, rows: 24), .en), "\(scene.name)-en")
  }
}
