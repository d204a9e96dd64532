import Archive
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

  private static func plan(_ kind: String, pack: String, day: String, posts: String, more: String = "")
    -> String
  {
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
    box.set("2027-04-29")
    #expect(await box.json("anomaly", "list").objects?.map { $0["code"] as? String } == ["A19"])
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
    let next = try #require(
      try box.open().election().calendar(today: Day(iso: "2027-05-26") ?? .init(daysSince1970: 0)))
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

  // MARK: Household mode

  @Test("A household-mode residents' election with a proxy and a mobile box, approved from afar by picture")
  func household() async throws {
    let (box, body) = (try TestBox(), try await GuidanceBody())
    let guided = GuidedBox(box)
    box.set("2027-03-20")
    try await body.enrol(on: box)
    let posts = """
        - {id: director, title: 主任, seats: 1, candidates: [王伟, 李娜]}
        - {id: deputy, title: 副主任, seats: 1, candidates: [张敏, 刘洋]}
        - {id: member, title: 委员, seats: 3, candidates: [陈静, 杨帆, 黄磊, 周涛]}
      """
    try box.write(
      Self.plan(
        "residentsCommittee.household", pack: "CQ-R-2026", day: "2027-05-18", posts: posts,
        more:
          "choices: {proxyListLeadDays: 2, womenSeat: priorityThenReserve}\nholidays: {off: [2027-04-25]}\n"),
      "plan.yaml")
    try box.write(Self.roll(12), "roll.csv")
    try box.write(Self.roll(12).replacing("2组,105,1", with: "2组,104,1"), "double.csv")
    try await guided.must("election create", box.file("plan.yaml"))
    try await prepareHousehold(guided)
    try await listVoters(guided, body)
    try await holdHousehold(guided)
    try await finishHousehold(guided, body)
  }

  private func prepareHousehold(_ guided: GuidedBox) async throws {
    let box = guided.box
    let rules = await box.json("election", "show", "--rules")
    let chosen = rules.objects?.first { $0["rule"] as? String == "proxyListLeadDays" }
    #expect(chosen?["value"] as? String == "2" && chosen?["confidence"] as? String == "adopted")
    #expect(rules.objects?.contains { $0["confidence"] as? String == "assumption" } == true)
    try await guided.record(
      "auditPublished", "seatsDecided", "committeeQuorum", "committeeUnrelated", "planApproved")
    try await guided.bulletins("B00", "B01", "B02", "B03", "B04")
    try await guided.advance("dayAnnounced")
    let double = await box.json("roll", "import", box.file("double.csv"))
    #expect(double.status == 2 && double.errorCode == "rollRefused")
    try await guided.must("roll import", box.file("roll.csv"))
    try await guided.record("everyoneClassified", "class3Approved")
    try await guided.advance("rollPosted")
    box.set("2027-04-20")
    try await guided.bulletins("B05")
    box.set("2027-04-26")
    // Five days end on the 25th, a holiday of the plan, so the 26th still counts.
    await guided.refused("objectionRefused", "roll freeze")
    box.set("2027-04-27")
    try await guided.record("objectionsDecided")
    try await guided.must("roll freeze")
    try await guided.must("card print --to-file --out", box.file("cards"))
    try await guided.record("cardsDelivered", "nominationsWithinLimits", "nomineesVetted")
    try await guided.record("committeeConflictsResolved", "forumHeld")
    try await guided.bulletins("B10", "B14", "B15")
    try await guided.advance("nominating", "vetting", "candidatesPosted", "forum")
  }

  private func listVoters(_ guided: GuidedBox, _ body: GuidanceBody) async throws {
    let box = guided.box
    box.set("2027-05-14")
    await guided.refused("proxyRefused", "poll proxy register --principal 9 --agent 1 --relation voter")
    try await guided.must("poll proxy register --principal 9 --agent 10 --relation voter")
    await guided.refused("proxyRefused", "poll proxy register --principal 9 --agent 12 --relation voter")
    let list = "poll mobile list --box 1 --route 3组 --roll 11 --scrutineer 赵敏 --scrutineer 钱强"
    await guided.refused("mobileRefused", list)
    try await guided.must("\(list) --scrutineer 孙丽")
    try await guided.must("ballot print --copies 9 --to-file --out", box.file("papers"))
    try await guided.record("placesReady", "staffUnrelated", "ballotsSealed")
    try await guided.bulletins("B16", "B17", "B18", "B19", "B21")
    await guided.refused("locked", "election advance dayPrepared")
    let request = try await guided.must("anomaly submit 1 --evidence", box.file("roll.csv"))
    let code = request.objects?.first?["request"] as? String ?? ""
    let decided = await body.decide(code, "approve", number: "5", on: "2027-05-14")
    let files = decided.objects?.first?["files"] as? [String: String] ?? [:]
    try await guided.must("anomaly accept --image", try photograph(files["pdf"] ?? "", box))
    try await guided.advance("dayPrepared")
  }

  /// The decision's paper under a document camera.
  private func photograph(_ pdf: String, _ box: TestBox) throws -> String {
    let sheet = Simulator.Sheet(
      try PageRaster.load(pdf: URL(filePath: pdf), page: 1, dpi: 200), print: .office(seed: 3))
    let conditions = Camera.Conditions(.documentCamera, width: 1536, height: 2048, seed: 4)
    let file = box.file("decision.jpg")
    try Data(Camera.photograph(sheet, conditions, seed: 4).jpeg).write(to: URL(filePath: file))
    return file
  }

  private func holdHousehold(_ guided: GuidedBox) async throws {
    let box = guided.box
    box.set("2027-05-18", hour: 9)
    try await guided.must("poll open --boxes 2")
    try await guided.record("packOpenedInPublic", "boothInPlace")
    await guided.refused("mobileRefused", "poll mobile issue --box 1 --roll 11")
    try await guided.must("poll mobile send --box 1")
    await guided.refused("mobileRefused", "poll mobile issue --box 1 --roll 12")
    try await guided.must("poll mobile issue --box 1 --roll 11")
    await guided.refused("proxyRefused", "poll proxy issue --roll 9 --certificate 1 --agent 12")
    try await guided.must("poll proxy issue --roll 9 --certificate 1 --agent 10")
    await guided.refused("used", "poll proxy issue --roll 9 --certificate 1 --agent 10")
    for roll in [1, 2, 3, 4, 10] { try await guided.must("poll issue --roll \(roll)") }
    let status = await box.json("poll", "status").objects?.first
    #expect(
      status?["issued"] as? Int == 7 && status?["byAgents"] as? Int == 1 && status?["byMobile"] as? Int == 1)
    await guided.refused("mobileRefused", "poll close --unused 2")
    try await guided.must("poll mobile return --box 1")
    try await guided.must("poll close --unused 2")
    box.set("2027-05-18", hour: 17)
    try await guided.must("count person --roll 5 --relative 1")
    let marks = (0..<7).map { index in
      [("director/1", MarkKind.circle), ("deputy/\(index == 0 ? 2 : 1)", .circle)]
        + [1, 2, index == 6 ? 4 : 3].map { ("member/\($0)", MarkKind.circle) }
    }
    try relatives(try await guided.count(marks, boxes: [6, 1], signers: Self.scrutineers))
    await guided.refused("locked", "election advance filed")
    #expect(try box.open().election().facts.anomalies.locking.map(\.code) == [.winnerUnfit])
  }

  /// The guidance body lets the empty seat be filled in a runoff; this vote is announced, filed, archived.
  private func finishHousehold(_ guided: GuidedBox, _ body: GuidanceBody) async throws {
    let number = try guided.box.open().election().facts.anomalies.locking.first?.number ?? 0
    let request = try await guided.must("anomaly submit \(number) --evidence", guided.box.file("roll.csv"))
    let code = request.objects?.first?["request"] as? String ?? ""
    let decided = await body.decide(code, "runoff", number: "6", on: "2027-05-18")
    try await guided.must("anomaly accept --code", decided.objects?.first?["symbol"] as? String ?? "")
    try await guided.record("resultAnnounced")
    try await guided.must("bulletin issue B22")
    try await guided.advance("filed")
    try await guided.record("reportFiled", "certificatesIssued")
    try await guided.advance("handedOver")
    try await guided.record("handoverSigned")
    try await guided.bulletins("B25")
    try await guided.advance("archived")
    try await guided.sealAndVerify()
  }

  /// 陈静 (5) has all seven votes, but is a relative of the director: passed over, a seat stays empty.
  private func relatives(_ result: [String: Any]) throws {
    let posts = (result["pages"] as? [[String: Any]])?.first?["posts"] as? [[String: Any]] ?? []
    let members = try #require(posts.last)
    #expect(members["elected"] as? [String] == ["6", "7"])
    let passed = members["passedOver"] as? [[String: Any]]
    #expect(passed?.map { $0["reason"] as? String } == ["nearRelative"])
    #expect(passed?.first?["person"] as? String == "5" && passed?.first?["other"] as? String == "1")
    #expect(members["vacant"] as? Int == 1)
  }

  // MARK: Owners

  @Test("An owners' committee election by area and by head, from the notice to the verified bundle")
  func owners() async throws {
    let box = try TestBox()
    let guided = GuidedBox(box)
    box.set("2027-04-20")
    try box.write(
      Self.plan(
        "ownersCommittee", pack: "OWN-2021", day: "2027-05-18",
        posts: "  - {id: member, title: 委员, seats: 5, candidates: [王伟, 李娜, 张敏, 刘洋, 陈静, 杨帆]}"),
      "plan.yaml")
    try box.write(Self.register, "owners.csv")
    try await guided.must("election create", box.file("plan.yaml"))
    #expect(await box.json("roll", "import", box.file("owners.csv")).errorCode == "ownersVote")
    let imported = try await guided.must("owners import", box.file("owners.csv"))
    #expect(
      imported.objects?.first?["owners"] as? Int == 9 && imported.objects?.first?["units"] as? Int == 11)
    await guided.refused("locked", "roll freeze")
    try await guided.record("noticeGiven", "planApproved", "nominationsWithinLimits", "nomineesVetted")
    try await guided.must("roll freeze")
    try await guided.advance("nominating", "candidatesPosted")
    await guided.refused("locked", "poll open")
    try await vote(guided)
    try await guided.record("resultAnnounced")
    try await guided.must("bulletin issue B22")
    try await guided.advance("filed")
    try await guided.record("reportFiled")
    try await guided.advance("handedOver")
    try await guided.record("handoverSigned")
    try await guided.advance("archived")
    try await guided.sealAndVerify()
    try receivedByDistrict(box)
  }

  /// Has the receiver's program add the slips up again: both bundles are accepted.
  private func receivedByDistrict(_ box: TestBox) throws {
    let intake = try #require(Tool.kiosk.flatMap { Tool($0.path.replacing(/kiosk$/, with: "intake")) })
    let key = try box.open().keys.signer.noteKey.vkey
    let election = try #require(try box.open().state.election)
    let (home, store) = (box.file("district"), box.folder.appending(path: "store"))
    let code = election.plan.community.code
    let folder = store.appending(path: "c/\(code)/\(election.id.rawValue)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for bundle in try box.bundles() {
      let id = try #require(BundleVerifier.id(of: bundle)).hex
      try FileManager.default.copyItem(at: bundle, to: folder.appending(path: "\(id).tar"))
    }
    let witness = try Home(box.home).witnesses().map(\.vkey)
    let added = try intake.run(
      ["roster", "add", code, "--home", home, "--kiosk", key, "--witness"] + witness, in: box.folder)
    #expect(added.status == 0, "\(added.output)")
    let said = try intake.run(["run", "--home", home, "--store", store.path, "--lang", "en"], in: box.folder)
    #expect(said.status == 0, "\(said.output)")
    let log = try intake.run(["verify", "--home", home, "--store", store.path], in: box.folder)
    #expect(log.status == 0, "\(log.output)")
  }

  /// Nine owners; 周涛 has two flats, the developer two unsold ones.
  private static let register = """
    房号,面积（㎡）,业主,未售
    1-1,90.5,王伟,
    1-2,90.5,李娜,
    1-3,90.5,张敏,
    2-1,110,刘洋,
    2-2,110,陈静,
    2-3,110,杨帆,
    3-1,75.25,周涛,
    3-2,75.25,周涛,
    3-3,80,吴霞,
    4-1,60,恒盛置业,未售
    4-2,60,恒盛置业,未售

    """

  private func vote(_ guided: GuidedBox) async throws {
    let box = guided.box
    box.set("2027-05-18", hour: 9)
    try await guided.must("poll open")
    let owners = await box.json("owners", "list").objects ?? []
    func number(_ name: String) -> Int {
      owners.first { $0["owner"] as? String == name }?["number"] as? Int ?? 0
    }
    let all = [1, 2, 3, 4, 5].map { " --for member/\($0)" }.joined()
    for name in ["王伟", "李娜", "张敏", "刘洋", "陈静"] {
      try await guided.must("owners slip --owner \(number(name))\(all)")
    }
    try await guided.must("owners slip --owner \(number("杨帆")) --for member/6 --for member/5")
    try await guided.must("owners slip --owner \(number("周涛"))")
    await guided.refused("slipRefused", "owners slip --owner \(number("周涛"))")
    await guided.refused("slipRefused", "owners slip --owner \(number("吴霞")) --for member/9")
    try await guided.must("poll close --unused 0")
    let result = try await guided.must("owners count --signer 赵敏 --signer 钱强").objects?.first
    let page = (result?["pages"] as? [[String: Any]])?.first
    #expect(page?["validity"] as? String == "valid" && page?["returned"] as? Int == 7)
    let checks = page?["checks"] as? [[String: Any]] ?? []
    #expect(checks.map { $0["holds"] as? Bool } == [true, true] && checks.last?["needed"] as? Int == 6)
    let post = (page?["posts"] as? [[String: Any]])?.first
    #expect((post?["elected"] as? [String])?.count == 5 && post?["vacant"] as? Int == 0)
    let persons = post?["persons"] as? [[String: Any]] ?? []
    #expect(persons.last?["elected"] as? Bool == false)
    let area = persons.first?["areaCheck"] as? [String: Any]
    // 王伟 to 陈静 hold 491.5 of the 752 m² that took part.
    #expect(area?["count"] as? Int == 4_915_000 && area?["base"] as? Int == 7_520_000)
  }

  @Test("Too few owners decide nothing: A22, by heads or by area")
  func ownersAbsent() async throws {
    let box = try TestBox()
    let guided = GuidedBox(box)
    box.set("2027-05-18")
    try box.write(
      Self.plan(
        "ownersCommittee", pack: "OWN-2021", day: "2027-05-18",
        posts: "  - {id: member, title: 委员, seats: 5, candidates: [王伟, 李娜, 张敏, 刘洋, 陈静]}"
      ).replacing("guided: true", with: "guided: false"), "plan.yaml")
    try box.write(Self.register, "owners.csv")
    try await guided.must("election create", box.file("plan.yaml"))
    try await guided.must("owners import", box.file("owners.csv"))
    try await guided.must("roll freeze")
    try await guided.must("poll open")
    for owner in 1...5 { try await guided.must("owners slip --owner \(owner) --for member/1") }
    try await guided.must("poll close --unused 0")
    let result = try await guided.must("owners count --signer 赵敏 --signer 钱强").objects?.first
    let page = (result?["pages"] as? [[String: Any]])?.first
    #expect(page?["validity"] as? String == "participationShort" && page?["anomaly"] as? String == "A22")
    #expect(try box.open().election().anomalies.map(\.code) == ["A22"])
  }

  @Test("A special matter of the owners needs three quarters by area and by head", arguments: [5, 6])
  func specialMatter(agreeing: Int) async throws {
    let box = try TestBox()
    let guided = GuidedBox(box)
    box.set("2027-05-18")
    let plan = Self.plan(
      "ownersDecision", pack: "OWN-2021", day: "2027-05-18",
      posts: "  - {id: matter-6, title: 筹集维修资金, seats: 1, candidates: [同意]}"
    ).replacing("guided: true", with: "guided: false")
    try box.write(plan.replacing("matter-6", with: "matter-10"), "wrong.yaml")
    #expect(await box.json("election", "create", box.file("wrong.yaml")).errorCode == "planFaulty")
    try box.write(plan, "plan.yaml")
    try box.write(Self.register, "owners.csv")
    try await guided.must("election create", box.file("plan.yaml"))
    try await guided.must("owners import", box.file("owners.csv"))
    try await guided.must("roll freeze")
    try await guided.must("poll open")
    let owners = await box.json("owners", "list").objects ?? []
    // The largest owners agree first; seven of nine take part.
    let byArea = owners.sorted {
      Double($0["area"] as? String ?? "") ?? 0 > Double($1["area"] as? String ?? "") ?? 0
    }
    for (index, owner) in byArea.prefix(7).enumerated() {
      try await guided.must(
        "owners slip --owner \(owner["number"] ?? 0)\(index < agreeing ? " --for matter-6/1" : "")")
    }
    try await guided.must("poll close --unused 0")
    let result = try await guided.must("owners count --signer 赵敏 --signer 钱强").objects?.first
    let post = ((result?["pages"] as? [[String: Any]])?.first?["posts"] as? [[String: Any]])?.first
    // Three quarters of seven heads are six.
    #expect(post?["need"] as? Int == 6)
    #expect(post?["carried"] as? Bool == (agreeing == 6))
    #expect((post?["elected"] as? [String])?.isEmpty == true && post?["vacant"] as? Int == 0)
    #expect(try box.open().election().anomalies.isEmpty)
  }
}
