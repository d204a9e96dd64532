import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

@Suite("Elections led through every step by commands")
struct GuidedElectionTests {
  private static let scrutineers = ["赵敏", "钱强", "孙丽"]
  private static let names = ["王伟", "李娜", "张敏", "刘洋", "陈静", "杨帆", "黄磊", "周涛", "吴霞", "徐明", "朱琳", "胡勇"]

  /// A roll without ID numbers: a household each.
  private static func roll(_ count: Int) -> String {
    let lines = names.prefix(count).enumerated().map { index, name in
      "\(name),\(index.isMultiple(of: 2) ? "男" : "女"),19\(60 + index)-03-0\(index % 9 + 1),\(index / 4 + 1)组,\(100 + index),1"
    }
    return (["姓名,性别,出生日期,村民小组,户号,登记类别"] + lines).joined(separator: "\n") + "\n"
  }

  private static func plan(_ kind: String, pack: String, day: String, posts: String, more: String = "") -> String {
    """
    format: kiosk-plan/1
    community: {code: "500112001201", name: 石桥村, township: 双凤街道}
    election:
      id: 2027-2
      kind: \(kind)
      pack: \(pack)
      term: 12
      day: \(day)
      hours: {open: "08:00", close: "16:00"}
      issuer: 石桥村选举委员会
      guided: true
    posts:
    \(posts)
    \(more)places:
      - {number: 1, name: 村委会, kind: main, groups: []}
    staff:
      - {name: 赵敏, role: chiefScrutineer}
      - {name: 钱强, role: scrutineer}
      - {name: 孙丽, role: scrutineer}
      - {name: 何芳, role: scribe}

    """
  }

  @Test("A by-election whose roll was posted late: locked, moved by the guidance body, held, sealed")
  func byElection() async throws {
    let (box, body) = (try TestBox(), try await GuidanceBody())
    let guided = GuidedBox(box)
    box.set("2027-04-10")
    try await body.enrol(on: box)
    try box.write(
      Self.plan(
        "byElection", pack: "CQ-V-2026", day: "2027-05-18",
        posts: "  - {id: member, title: 委员, seats: 1, candidates: [王伟, 李娜]}"), "plan.yaml")
    try box.write(Self.roll(8), "roll.csv")
    try await guided.must("election create", box.file("plan.yaml"))
    try await prepareByElection(guided)
    try await moveDay(guided, body)
    try await leadToPolls(guided)
    try await holdByElection(guided)
  }

  private func prepareByElection(_ guided: GuidedBox) async throws {
    await guided.refused("locked", "election advance dayAnnounced")
    await guided.refused("notForStaff", "election record rollFrozen")
    await guided.refused("factInFuture", "election record planApproved --day 2027-04-11")
    try await guided.record("vacancyRecorded", "planApproved")
    try await guided.must("election record planApproved --withdraw --note 漏了签名")
    try await guided.bulletins("B37", "B02", "B38")
    await guided.refused("locked", "election advance rollPosted")
    try await guided.record("planApproved")
    try await guided.advance("dayAnnounced")
    try await guided.must("roll import", guided.box.file("roll.csv"))
    await guided.refused("objectionRefused", "roll freeze")
    try await guided.advance("rollPosted")
  }

  /// The roll should have hung by 28 April: A19 locks everything until the guidance body moves the day.
  private func moveDay(_ guided: GuidedBox, _ body: GuidanceBody) async throws {
    let box = guided.box
    box.set("2027-05-01")
    try await guided.bulletins("B05")
    let cases = await box.json("anomaly", "list")
    #expect(cases.objects?.map { $0["code"] as? String } == ["A19"])
    #expect(cases.objects?.first?["detail"] as? String == "rollPosted 2027-04-28")
    await guided.refused("locked", "election advance rollObjections")
    await guided.refused("dayNotMovable", "election move-day 2027-05-25 --anomaly 1")
    await guided.refused("anomalyRefused", "anomaly submit 1")
    let evidence = try box.write("公告栏照片", "board.jpg")
    let request = try await guided.must("anomaly submit 1 --evidence", evidence)
    let files = request.objects?.first?["files"] as? [String: String] ?? [:]
    let decided = await body.decide(
      files["png"] ?? "", "moveDay", number: "双选指〔2027〕3号", on: "2027-05-01")
    try #require(decided.status == 0, "\(decided.text)")
    let lines = decided.objects?.first?["lines"] as? [String] ?? []
    try await guided.must("anomaly accept --code", lines.joined(separator: "\n").lowercased())
    await guided.refused("decision.replayed", "anomaly accept --code", lines.joined(separator: " "))
    try await guided.must("election move-day 2027-05-25 --anomaly 1")
    let shown = await box.json("election", "show")
    #expect(shown.objects?.first?["day"] as? String == "2027-05-25")
    let calendar = shown.objects?.first?["calendar"] as? [String: Any]
    #expect((calendar?["late"] as? [String])?.isEmpty == true)
  }

  private func leadToPolls(_ guided: GuidedBox) async throws {
    let box = guided.box
    box.set("2027-05-04")
    await guided.refused("objectionRefused", "roll freeze")
    try await guided.must("roll object --claim remove --roll 8 --text 已迁出")
    await guided.refused("objectionRefused", "roll decide 1 --outcome added --reason 户籍")
    box.set("2027-05-07")
    await guided.refused("objectionRefused", "roll object --claim add --text 迟到的异议")
    await guided.refused("objectionRefused", "roll freeze")
    await guided.refused("objectionRefused", "election record objectionsDecided")
    try await guided.must("roll decide 1 --outcome kept --reason 仍在本村居住")
    try await guided.record("objectionsDecided")
    try await guided.must("roll freeze")
    try await guided.must("card print --to-file --out", box.file("cards"))
    try await guided.record("cardsDelivered", "nominationsWithinLimits")
    try await guided.bulletins("B10")
    try await guided.advance("nominating", "vetting")
    try await guided.record("nomineesVetted", "committeeConflictsResolved")
    try await guided.bulletins("B14", "B15")
    try await guided.advance("candidatesPosted", "forum")
    try await guided.record("forumHeld")
    box.set("2027-05-22")
    try await guided.must("ballot print --copies 9 --to-file --out", box.file("papers"))
    try await guided.record("placesReady", "staffUnrelated", "ballotsSealed")
    try await guided.bulletins("B16", "B17", "B21")
    try await guided.advance("dayPrepared")
    await guided.refused("locked", "poll open")
  }

  private func holdByElection(_ guided: GuidedBox) async throws {
    let box = guided.box
    box.set("2027-05-25", hour: 9)
    try await guided.must("poll open")
    try await guided.record("packOpenedInPublic", "boothInPlace")
    for roll in 3...7 { try await guided.must("poll issue --roll \(roll)") }
    try await guided.must("poll assist --scribe 何芳 --voters 1")
    await guided.refused("mobileRefused", "poll assist --scribe 赵敏")
    try await guided.must("poll close --unused 4")
    box.set("2027-05-25", hour: 17)
    let result = try await guided.count(
      (0..<5).map { [("member/\($0 == 4 ? 1 : 2)", .circle)] }, boxes: [5], signers: Self.scrutineers)
    try check(result)
    try await guided.record("resultAnnounced")
    try await guided.must("bulletin issue B22")
    try await guided.advance("filed")
    try await guided.record("reportFiled", "certificatesIssued")
    try await guided.advance("archived")
    try await guided.bulletins("B25")
    try await guided.sealAndVerify()
    let next = try #require(try box.open().election().calendar(today: Day(iso: "2027-05-26") ?? .init(daysSince1970: 0)))
    #expect(next.isComplete && next.next == nil)
  }

  /// 李娜 has four of five votes, needs three, and the explanation says so with its source.
  private func check(_ result: [String: Any]) throws {
    let page = (result["pages"] as? [[String: Any]])?.first
    let post = (page?["posts"] as? [[String: Any]])?.first
    #expect(post?["elected"] as? [String] == ["2"])
    let person = (post?["persons"] as? [[String: Any]])?.last
    let check = person?["check"] as? [String: Any]
    #expect(check?["count"] as? Int == 4 && check?["needed"] as? Int == 3 && check?["holds"] as? Bool == true)
    #expect((check?["source"] as? String)?.contains("V26 23") == true)
    let turnout = (page?["checks"] as? [[String: Any]])?.last
    #expect(turnout?["rule"] as? String == "turnout" && turnout?["needed"] as? Int == 5)
  }
}
