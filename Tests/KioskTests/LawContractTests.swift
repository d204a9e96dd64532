import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("Commands of the law on bad input")
struct LawContractTests {
  static let cases: [(TestBox.Point, String, Int32, String)] = [
    (.created, "anomaly raise A99 --detail x", 2, "unknownAnomaly"),
    (.created, "anomaly raise A06 --detail \(String(repeating: "长", count: 201))", 2, "tooLong"),
    (.created, "anomaly raise A06 --detail 电话13900001111", 1, "personalData"),
    (.created, "election record planApproved --note 50011219900101123X", 1, "personalData"),
    (.created, "anomaly submit 7 --evidence plan.yaml", 1, "anomalyRefused"),
    (.created, "anomaly request 7", 1, "anomalyRefused"),
    (.created, "anomaly accept --code hello", 2, "mistypedLine"),
    (.created, "anomaly accept --code KAD1:!!!!", 2, "notADecision"),
    (.created, "anomaly accept --image plan.yaml", 2, "noDecisionSeen"),
    (.created, "anomaly accept --image nowhere.jpg", 2, "unreadableFile"),
    (.created, "anomaly authorise plan.yaml", 2, "notARequest"),
    (.created, "anomaly authorise KAQ1:ABC", 2, "notARequest"),
    (.created, "anomaly enrol plan.yaml --name x", 2, "notAPublicKey"),
    (.created, "anomaly enrol plan.yaml", 2, "usage"),
    (.created, "election record nothing", 2, "unknownFact"),
    (.created, "election record planApproved --day tomorrow", 2, "usage"),
    (.created, "election record planApproved --evidence nowhere.jpg", 2, "unreadableFile"),
    (.created, "election record pollClosed", 1, "notForStaff"),
    (.created, "election move-day 2027-02-29 --anomaly 1", 2, "usage"),
    (.created, "election move-day 2027-06-01 --anomaly 1", 1, "dayNotMovable"),
    (.created, "roll object --claim fly --text x", 2, "usage"),
    (.created, "roll object --claim add", 2, "usage"),
    (.created, "roll object --claim add --text x", 1, "rollMissing"),
    (.imported, "roll object --claim remove --roll 0 --text x", 1, "notOnRoll"),
    (.imported, "roll decide 1 --outcome kept --reason x", 1, "objectionRefused"),
    (.imported, "poll proxy register --principal 1 --agent 2 --relation villager", 1, "rollNotFrozen"),
    (.frozen, "poll proxy register --principal 1 --agent 2 --relation cousin", 2, "usage"),
    (.frozen, "poll proxy register --principal 1 --agent 99999 --relation villager", 1, "proxyRefused"),
    (.frozen, "poll proxy revoke 3 --reason x", 1, "proxyRefused"),
    (.frozen, "poll mobile list --box 0 --route x", 2, "usage"),
    (.frozen, "poll mobile list --box 1 --route x --roll 1", 1, "mobileRefused"),
    (.frozen, "poll mobile send --box 1", 1, "pollNotOpen"),
    (.frozen, "poll mobile return --box 1", 1, "mobileRefused"),
    (.polling, "poll mobile issue --box 1 --roll 1", 1, "mobileRefused"),
    (.polling, "poll proxy issue --certificate 1 --agent 2", 2, "usage"),
    (.polling, "poll proxy issue --roll 1 --certificate 1 --agent 2", 1, "proxyRefused"),
    (.polling, "poll assist --scribe x --voters 0", 1, "mobileRefused"),
    (.frozen, "count person --roll 1", 2, "usage"),
    (.frozen, "count person --roll 1 --unfit ugly", 2, "usage"),
    (.frozen, "count person --roll 1 --relative 1", 2, "usage"),
    (.frozen, "count person --roll 1 --relative 99999", 1, "notOnRoll"),
    (.created, "owners import plan.yaml", 1, "slipRefused"),
    (.polling, "owners slip --owner 1", 1, "slipRefused"),
    (.polling, "owners count --signer x", 1, "slipRefused"),
    (.created, "bulletin record B99 plan.yaml", 2, "unknownBulletin"),
    (.created, "bulletin record B02 plan.yaml", 2, "notAPDF"),
  ]

  @Test("Each is refused with its status and code, and leaves no event", arguments: TestBox.Point.allPoints)
  func refused(point: TestBox.Point) async throws {
    let box = try await TestBox.at(point, issued: 3)
    for (at, line, status, code) in Self.cases where at == point {
      let words = line.split(separator: " ").map { word in
        ["plan.yaml", "nowhere.jpg"].contains(String(word)) ? box.file(String(word)) : String(word)
      }
      let events = try box.open().state.size
      let said = await box.json(words: words)
      #expect(said.status == status && said.errorCode == code, "\(line): \(said.text)")
      #expect(try box.open().state.size == events, "\(line)")
    }
  }

  @Test("A register with a fault is not imported, and every row is named")
  func register() async throws {
    let box = try TestBox()
    let plan = """
      format: kiosk-plan/1
      community: {code: "500112001201", name: 江湾社区}
      election: {id: 2027-1, kind: ownersCommittee, term: 1, day: 2027-05-18, hours: {open: "08:00", close: "16:00"}, issuer: 筹备组}
      posts: [{id: member, title: 委员, seats: 5, candidates: [甲一, 乙二, 丙三, 丁四, 戊五]}]
      places: [{number: 1, name: 物业用房, kind: main}]
      staff: [{name: 赵敏, role: chiefScrutineer}, {name: 钱强, role: scrutineer}]
      """
    try box.write(plan, "plan.yaml")
    try await GuidedBox(box).must("election create", box.file("plan.yaml"))
    let tables: [(String, String)] = [
      ("a,b\n1,2\n", "ownersHeader"), ("房号,面积,业主\n", "ownersEmpty"),
      ("房号,面积,业主\n1-1,12.34567,王伟\n1-2,-3,李娜\n,5,张敏\n1-4,5,\n", "ownersRefused"),
      ("房号,面积,业主\n1-1,90,王伟\n1-1,80,李娜\n", "duplicateUnit"),
    ]
    for (text, code) in tables {
      let said = await box.json("owners", "import", try box.write(text, "owners.csv"))
      #expect(said.status == 2 && said.errorCode == code, "\(said.text)")
    }
    let said = await box.json("owners", "import", try box.write(tables[2].0, "owners.csv"))
    let error = said.objects?.last?["error"] as? [String: Any]
    #expect((error?["details"] as? [[String: Any]])?.compactMap { $0["row"] as? Int } == [2, 3, 4, 5])
    #expect(try box.open().election().roll == nil)
  }

  @Test("Garbage in place of a code is refused and never crashes", arguments: 1...60)
  func garbage(seed: UInt64) {
    var dice = DemoDice(seed, "garbage")
    let signs = Array("KAD1:Q0123456789ABCDEFGHJKMNPQRSTVWXYZ $%*+-./:\n王ilou")
    let length = Int.random(in: 0...300, using: &dice)
    let text = String((0..<length).map { _ in signs[Int.random(in: 0..<signs.count, using: &dice)] })
    #expect(throws: Failure.self) { try DecisionText(reading: text) }
    #expect(throws: Failure.self) { try DecisionText(reading: "KAD1:" + text) }
    #expect(RequestCode(text: text) == nil && RequestCode(text: "KAQ1:" + text) == nil)
  }

  @Test("An anomaly names candidates, never other people on the roll")
  func voterNamed() async throws {
    let box = try await TestBox.at(.imported)
    let (plan, voters) = (try box.open().election().plan, try box.open().roll().voters)
    let candidates = plan.posts.flatMap { $0.candidates.map(\.name) }
    let known = candidates + plan.staff.map(\.name)
    let stranger = voters.map(\.name).first { name in name.count > 1 && !known.contains(name) }
    let voter = try #require(stranger)
    let before = try box.open().state.size
    let refused = await box.json("anomaly", "raise", "A06", "--detail", "\(voter)说没有写票处")
    #expect(refused.errorCode == "namesAVoter" && !refused.text.contains(voter))
    #expect(try box.open().state.size == before)
    let taken = await box.json("anomaly", "raise", "A06", "--detail", "\(candidates[0])说没有写票处")
    #expect(taken.status == 0, "\(taken.text)")
  }
}

extension TestBox.Point {
  /// The points that the table above asks for.
  static var allPoints: [TestBox.Point] { [.created, .imported, .frozen, .polling] }
}
