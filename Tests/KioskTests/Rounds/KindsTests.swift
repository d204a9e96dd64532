import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Scanner
@testable import Simulator

@Suite("Every kind of vote: plan, ballot, and the ballot read again")
struct KindsTests {
  /// A kind with its pack, what stands in the plan, and the title that the ballot bears.
  struct Kind: CustomTestStringConvertible, Sendable {
    let kind: String
    let pack: String
    let body: String
    let title: String
    var testDescription: String { "\(kind) under \(pack)" }

    init(_ kind: String, _ pack: String, _ title: String, _ body: String) {
      self.kind = kind
      self.pack = pack
      self.title = title
      self.body = body
    }
  }

  private static func posts(_ posts: (id: String, title: String, seats: Int, candidates: String)...) -> String
  {
    posts.reduce("posts:\n") { text, post in
      text
        + "  - {id: \(post.id), title: \(post.title), seats: \(post.seats), candidates: [\(post.candidates)]}\n"
    }
  }

  private static let committee = posts(
    ("head", "主任", 1, "王伟, 王小兰"), ("deputy", "副主任", 1, "田秀英"), ("member", "委员", 3, "石磊, 向前进, 何秀兰"))
  private static let supervision = posts(("head", "主任", 1, "王伟"), ("member", "委员", 2, "石磊, 向前进"))
  private static let bodies = posts(
    ("director", "主任", 1, "王伟, 王小兰"), ("member", "委员", 4, "石磊, 向前进, 何秀兰, 李强国, 莫晓芸"))
  private static let vacant = posts(("member", "委员", 1, "石磊, 何秀兰"))
  private static let person = "question: {name: 王伟, office: 居民委员会委员}"

  static let kinds = [
    Kind("electionCommittee", "CQ-V-2026", "石桥村第十二届村民选举委员会推选", committee),
    Kind("electionCommittee", "CQ-R-2026", "石桥村第十二届居民选举委员会推选", committee),
    Kind("groupLeader", "CQ-V-2026", "石桥村第十二届村民小组长推选", posts(("leader", "组长", 1, "王伟, 石磊"))),
    // Nobody is nominated: the meeting writes names.
    Kind("villagerRepresentative", "CQ-V-2026", "石桥村第十二届村民代表推选", posts(("representative", "代表", 4, ""))),
    Kind("supervisionCommittee", "CQ-V-2026", "石桥村第十二届村务监督委员会推选", supervision),
    Kind("subCommittee", "CQ-V-2026", "石桥村第十二届村民委员会下属委员会推选", supervision),
    Kind("byElection", "CQ-V-2026", "石桥村第十二届村民委员会补选", vacant),
    Kind("recall", "CQ-V-2026", "石桥村罢免居民委员会委员王伟投票", person),
    Kind("resignation", "CQ-V-2026", "石桥村居民委员会委员王伟辞职投票", person),
    Kind("residentsCommittee.allVoters", "CQ-R-2026", "石桥村第十二届居民委员会选举", bodies),
    Kind("residentsCommittee.household", "CQ-R-2026", "石桥村第十二届居民委员会选举", bodies),
    Kind("residentsCommittee.representatives", "CQ-R-2026", "石桥村第十二届居民委员会选举", bodies),
    Kind(
      "residentRepresentative", "CQ-R-2026", "石桥村第十二届居民代表推选", posts(("representative", "代表", 2, "王伟, 石磊"))),
    Kind("residentGroupLeader", "CQ-R-2026", "石桥村第十二届居民小组长推选", posts(("leader", "组长", 1, "王伟, 石磊"))),
    Kind("residentsSupervision", "CQ-R-2026", "石桥村第十二届居务监督委员会推选", supervision),
    Kind("byElection", "CQ-R-2026", "石桥村第十二届居民委员会补选", vacant),
    Kind("recall", "CQ-R-2026", "石桥村罢免居民委员会委员王伟投票", person),
  ]

  @Test("A plan makes a ballot with its title, and a marked sheet is read line by line", arguments: kinds)
  func ballot(kind: Kind) async throws {
    let box = try TestBox()
    try await box.must(
      "election", "create",
      box.write(Hamlet.plan(kind: kind.kind, pack: kind.pack, body: kind.body), "plan.yaml"))
    try await box.must("ballot", "proof", "--out", box.file("papers"))
    let text = try #require(Tool("pdftotext")).run(["papers/ballot.pdf", "-"], in: box.folder).output
    #expect(text.contains(kind.title), "\(text)")
    let page = try Photographs(box).page
    let printed = try #require(page.lines.first { $0.kind != .writeIn } ?? page.lines.first)
    let marks: [(String, MarkKind)] = [(printed.id.rawValue, .circle)]
    let file = try Photographs(box).take([marks], into: "photos", of: box)
    let read = try #require(await box.json(words: ["count", "read"] + file).objects?.first)
    #expect(read["status"] as? String == "read", "\(read)")
    let lines = read["lines"] as? [[String: Any]] ?? []
    #expect(lines.compactMap { $0["id"] as? String } == page.lines.map(\.id.rawValue))
    for line in lines {
      let expected = line["id"] as? String == printed.id.rawValue ? "for" : "blank"
      #expect(line["mark"] as? String == expected, "\(line)")
    }
  }

  @Test("A plan with a question and no kind for it, or the other way round, is refused")
  func mismatched() throws {
    let folder = FileManager.default.temporaryDirectory
    for (kind, body) in [("recall", KindsTests.vacant), ("villageCommittee", KindsTests.person)] {
      let faulty = try #require(throws: PlanFile.Faulty.self) {
        _ = try PlanFile(yaml: Hamlet.plan(kind: kind, pack: "CQ-V-2026", body: body), folder: folder)
      }
      #expect(faulty.problems.contains { $0.path == "question" }, "\(faulty.problems)")
    }
  }
}
