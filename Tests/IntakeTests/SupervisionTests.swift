import Ballot
import Foundation
import Testing

@testable import Archive
@testable import Intake

@Suite("Supervision", .enabled(if: Engine.command != nil, "ClickHouse (PyPI chdb-core) is not installed"))
struct SupervisionTests {
  /// The box in which each fault is planted; the boxes without one must not show up.
  private static let planted: [SupervisionQuery: Int] = [
    .returned: 1, .recount: 2, .anomalies: 3, .late: 4, .disorder: 5, .revisions: 6, .missing: 7,
  ]

  /// Takes a bundle in as if nobody had checked it, so that a query has something to find.
  private func force(_ box: PracticeBox, _ draft: PracticeBox.Draft, into district: PracticeDistrict) throws {
    let object = try district.put(box, draft)
    let receiver = try District(district.home)
    let file = district.store.appending(path: object.key)
    let inspector = Inspector(roster: receiver.roster, packs: try receiver.packs)
    let digest = try Digest.ofFile(file)
    var inspection = inspector.inspect(file, of: object, digest: digest, size: 1)
    inspection.reasons = []
    let facts = try #require(AcceptedBundle(inspection))
    let statement = ReceiptStatement(
      bundle: object.bundle, community: object.community, election: object.election, object: digest, size: 1,
      time: PracticeDistrict.moment)
    receiver.take([facts.line, statement.line])
    try receiver.commit()
    try receiver.keepCopies([(file, object)])
  }

  private func draft(_ box: PracticeBox, with fault: SupervisionQuery?) throws -> PracticeBox.Draft {
    var draft = try box.draft(sheets: 9)
    switch fault {
    case .returned:
      let issued = draft.tables.rows[.turnout]?[0]["issued"]?.integer ?? 0
      draft.tables.rows[.turnout]?[0]["issued"] = .integer(issued - 9)
      let unused = draft.tables.rows[.turnout]?[0]["unused"]?.integer ?? 0
      draft.tables.rows[.turnout]?[0]["unused"] = .integer(unused + 9)
    case .recount: Planted.votesAdded.plant(&draft, box)
    case .anomalies: Planted.anomalyWithoutWitness.plant(&draft, box)
    case .late: draft.tables.rows[.stages]?[1]["over"] = .string(box.day.description)
    case .disorder: draft.tables.rows[.stages]?[4]["entered_at"] = .string("2026-08-01T08:00:00+08:00")
    case .revisions:
      draft.revision = 3
      draft.info = [BundleField("Supersedes", Digest.of("nothing").hex)]
    case .turnout, .spread, .unfilled, .officers, .missing, nil: break
    }
    return draft
  }

  /// A district of ten boxes, seven of them with a fault.
  private func district() throws -> PracticeDistrict {
    let district = try PracticeDistrict()
    try district.enrol(0..<10)
    for number in 0..<10 {
      let box = try district.box(number)
      let fault = Self.planted.first { $0.value == number }?.key
      if fault == .missing { continue }
      try force(box, draft(box, with: fault), into: district)
    }
    return district
  }

  private func answers(_ district: PracticeDistrict) throws -> [SupervisionQuery: [JSON]] {
    try ClickHouse(Engine.command).answers(
      to: SupervisionQuery.allCases, over: District(district.home).supervisionTables())
  }

  @Test("Each query finds the fault planted for it, and no other community")
  func planted() throws {
    let district = try district()
    let answers = try answers(district)
    for (query, number) in Self.planted {
      let found = Set((answers[query] ?? []).compactMap { $0["community_code"]?.string })
      #expect(found == [try district.box(number).community], "\(query): \(answers[query] ?? [])")
    }
    #expect(answers[.recount]?.count == 1)
    let anomaly = try #require(answers[.anomalies]?.first)
    #expect(anomaly["state"]?.string == "open")
    try compare(answers, district)
  }

  /// Turnout and officers are what the bundles say, added up here.
  private func compare(_ answers: [SupervisionQuery: [JSON]], _ district: PracticeDistrict) throws {
    var (roll, returned, elected, unfilled) = (0, 0, Set<[String]>(), 0)
    for number in (0..<10) where number != Self.planted[.missing] {
      let box = try district.box(number)
      let tables = try draft(box, with: Self.planted.first { $0.value == number }?.key).tables
      roll += tables.rows[.turnout]?[0]["roll"]?.integer ?? 0
      returned += tables.rows[.turnout]?[0]["returned"]?.integer ?? 0
      for row in tables.rows[.tally] ?? [] where row["elected"] == .bool(true) {
        elected.insert([box.community, row["post"]?.string ?? "", row["name"]?.string ?? ""])
      }
      unfilled += (tables.rows[.posts] ?? []).count {
        ($0["vacant"]?.integer ?? 0) > 0 || ($0["tied_seats"]?.integer ?? 0) > 0
      }
    }
    let turnout = answers[.turnout] ?? []
    #expect(turnout.reduce(0) { $0 + ($1["roll"]?.integer ?? 0) } == roll)
    #expect(turnout.reduce(0) { $0 + ($1["returned"]?.integer ?? 0) } == returned)
    #expect((answers[.spread] ?? []).reduce(0) { $0 + ($1["elections"]?.integer ?? 0) } == 9)
    let officers = (answers[.officers] ?? []).map { row in
      ["community_code", "post", "name"].map { row[$0]?.string ?? "" }
    }
    #expect(Set(officers) == elected)
    #expect(answers[.officers]?.allSatisfy { $0["body"]?.string == "committee" } == true)
    #expect(answers[.unfilled]?.count == unfilled)
  }

  @Test("Only the last revision counts, and a whole chain of corrections is no fault")
  func revisions() throws {
    let district = try PracticeDistrict()
    try district.enrol()
    let box = try district.box()
    let first = try district.put(box, box.draft(sheets: 6))
    var second = try box.draft(sheets: 9)
    second.revision = 2
    second.info = [BundleField("Supersedes", first.bundle.hex)]
    second.logLines += [#"{"event":"bundle.sealed"}"#]
    _ = try district.run()
    try district.put(box, second)
    #expect(try district.run().accepted == 1)
    let answers = try answers(district)
    #expect(answers[.revisions] == [])
    #expect(answers[.turnout]?.first?["returned"]?.integer == 9)
    #expect(answers[.turnout]?.first?["elections"]?.integer == 1)
  }

  @Test("The tars themselves give the same answers as the gathered rows")
  func tars() throws {
    let district = try district()
    let receiver = try District(district.home)
    let engine = try ClickHouse(Engine.command)
    let fromTars = try engine.answers(
      to: SupervisionQuery.allCases, over: receiver.supervisionTables(.tars))
    #expect(try answers(district) == fromTars)
    #expect(try !receiver.supervisionTables(.tars).statements(.live).contains("/rows/"))
    #expect(try receiver.supervisionTables().statements(.live).contains("/rows/"))
  }

  @Test("An empty district is answered too")
  func empty() throws {
    let district = try PracticeDistrict()
    try district.enrol(0..<2)
    let answers = try answers(district)
    #expect(answers[.missing]?.count == 2)
    #expect(answers[.turnout] == [])
  }

  @Test("The report is one page without anything from elsewhere, in both languages, and names what was found")
  func report() throws {
    let district = try district()
    let out = district.folder.appending(path: "report")
    let said = district.say(
      "report", "--home", district.home.path, "--out", out.path, "--engine", Engine.command ?? "")
    #expect(said.status == 0, "\(said.out)")
    for (name, title) in [("report.zh.html", "选举监督报告"), ("report.en.html", "Election supervision report")] {
      let html = try String(contentsOf: out.appending(path: name), encoding: .utf8)
      #expect(html.contains(title))
      let withoutNames = html.replacing("http://www.w3.org/2000/svg", with: "")
      for sign in ["http:", "https:", "url(", "<script", " src=", "@import"] {
        #expect(!withoutNames.contains(sign), "\(sign)")
      }
      #expect(html.contains(try district.box(7).name))
      #expect(html.ranges(of: "<svg").count == 2)
      #expect(html.ranges(of: "class=\"bad\"").count == Self.planted.count)
    }
    let officers = try Data(contentsOf: out.appending(path: "officers.csv"))
    #expect(officers.starts(with: [0xef, 0xbb, 0xbf] + Array("\"镇街\",".utf8)))
    try drawn(out)
  }

  /// What a browser makes of the page: the headings are there, and nothing was asked for elsewhere.
  private func drawn(_ out: URL) throws {
    guard let browser = Engine.browser else { return }
    let process = Process()
    process.executableURL = URL(filePath: browser)
    process.arguments = [
      "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom",
      out.appending(path: "report.zh.html").absoluteString,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(dom.contains("<h1>选举监督报告</h1>") && dom.contains("</footer>"))
  }

  @Test("What people wrote cannot become a part of the page")
  func escaped() {
    let row = JSON.object([
      "community_code": .string("500112000000"), "election_id": .string("2026-1"), "code": .string("A02"),
      "detail": .string("<script>alert(1)</script>"), "state": .string("\"open\""),
    ])
    let facts = SupervisionReport.Facts(
      receiver: "d", communities: 1, due: 1, accepted: 1, restricted: 0, rejected: [],
      made: PracticeDistrict.moment)
    let html = SupervisionReport(answers: [.anomalies: [row]], facts: facts, language: .zh).html
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
  }
}
