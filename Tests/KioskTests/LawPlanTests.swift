import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("Plans of every kind that the packs know")
struct LawPlanTests {
  private static let names = "伟娜敏洋静帆磊涛霞明琳勇".map { "王\($0)" }

  private static func yaml(
    _ kind: String, pack: String?, seats: Int, head: String = "", more: String = "",
    day: String = "2027-05-18"
  ) -> String {
    """
    format: kiosk-plan/1
    community: {code: "500112001201", name: 石桥村}
    election:
      id: 2027-1
      kind: \(kind)
      \(pack.map { "pack: \($0)" } ?? "")
      term: 12
      day: \(day)
      hours: {open: "08:00", close: "16:00"}
      issuer: 选举委员会
      \(head)
    \(contest(kind, seats))
    \(more)
    places: [{number: 1, name: 村委会, kind: main}]
    staff: [{name: 赵敏, role: chiefScrutineer}, {name: 钱强, role: scrutineer}]
    """
  }

  /// The posts, or what is asked in their place.
  private static func contest(_ kind: String, _ seats: Int) -> String {
    if ["recall", "resignation"].contains(kind) { return "question: {name: 王伟, office: 主任}" }
    let id = kind == "ownersDecision" ? "matter-7" : "member"
    let candidates = names.prefix(seats + 1).joined(separator: ", ")
    return "posts: [{id: \(id), title: 委员, seats: \(seats), candidates: [\(candidates)]}]"
  }

  private static func read(_ yaml: String) throws -> Plan {
    try PlanFile(yaml: yaml, folder: FileManager.default.temporaryDirectory).plan
  }

  private static func faults(_ yaml: String) -> [String] {
    do {
      _ = try read(yaml)
      return []
    } catch let faulty as PlanFile.Faulty {
      return faulty.problems.map(\.path)
    } catch {
      return ["\(error)"]
    }
  }

  static let kinds: [(String, ElectionKind)] = [
    "CQ-V-2018", "CQ-V-2026", "CQ-R-2018", "CQ-R-2026", "OWN-2021",
  ]
  .flatMap { id in (RulePack.named(id)?.knownKinds ?? []).map { (id, $0) } }

  @Test("A plan of each kind of each pack is taken", arguments: kinds)
  func everyKind(pack id: String, kind: ElectionKind) throws {
    let pack = try #require(RulePack.named(id))
    let least = try #require(pack.rules(for: kind)?.seats.value.first)
    let day = id.hasSuffix("2018") ? "2025-05-18" : "2027-05-18"
    let plan = try Self.read(Self.yaml(kind.rawValue, pack: id, seats: max(1, least), day: day))
    #expect(plan.kind == kind && plan.pack == id)
    #expect(
      ElectionState(ElectionCreated(plan: plan, planDigest: "", packDigest: "")).calendar(today: plan.day)
        != nil)
  }

  @Test("Every kind of the rule book is in some pack")
  func complete() {
    #expect(Set(Self.kinds.map(\.1)) == Set(ElectionKind.allCases))
  }

  @Test("The meeting's choices are read, and stand in place of the pack's values")
  func choices() throws {
    let more =
      "choices: {womenSeat: separateSeat, accumulateDownward: 是, proxyListLeadDays: 2, minSurplusPerPost: 1}"
    let plan = try Self.read(
      Self.yaml("villageCommittee", pack: nil, seats: 3, head: "guided: 是", more: more))
    #expect(plan.guided == true && plan.pack == "CQ-V-2026")
    #expect(plan.choices.womenSeat == .separateSeat && plan.choices.accumulateDownward == true)
    #expect(plan.choices.numbers == ["proxyListLeadDays": 2, "minSurplusPerPost": 1])
    let pack = ElectionState(ElectionCreated(plan: plan, planDigest: "", packDigest: "")).pack
    #expect(pack?.proxyListLeadDays.value == 2 && pack?.proxyListLeadDays.confidence == .adopted)
    #expect(pack?.womenSeat.value == .separateSeat && pack?.proxyCutoffLeadDays.confidence == .assumption)
  }

  @Test(
    "What the law does not leave to the meeting, and what nobody understands, is a fault with its place",
    arguments: [
      ("", "choices: {proxyMaxPrincipals: 4}", ["choices.proxyMaxPrincipals"]),
      ("", "choices: {proxyListLeadDays: 99}", ["choices.proxyListLeadDays"]),
      ("", "choices: {rollPostingLeadDays: 3}", ["choices.rollPostingLeadDays"]),
      ("", "choices: {accumulateDownward: maybe}", ["choices.accumulateDownward"]),
      ("guided: perhaps", "", ["election.guided"]),
      ("electorate: ownersAssembly", "", ["election.electorate"]),
      ("", "holidays: {off: [2027-13-01]}", ["holidays.off[0]"]),
      ("", "holidays: {always: true}", ["holidays.always"]),
    ])
  func faulty(head: String, more: String, paths: [String]) {
    #expect(Self.faults(Self.yaml("villageCommittee", pack: nil, seats: 3, head: head, more: more)) == paths)
  }

  @Test("Villages and communities share by-elections, so a plan has to name the pack")
  func sharedKind() throws {
    #expect(Self.faults(Self.yaml("byElection", pack: nil, seats: 1)) == ["election.pack"])
    let head = "electorate: villagersRepresentativesMeeting"
    let plan = try Self.read(Self.yaml("byElection", pack: "CQ-V-2026", seats: 1, head: head))
    let state = ElectionState(ElectionCreated(plan: plan, planDigest: "", packDigest: ""))
    #expect(state.turnout == .atLeast(2, 3))
    #expect(throws: Refusal.rollNotFrozen) {
      try state.decide(.registerProxy(principal: 1, agent: 2, relation: .villager, today: plan.day))
    }
    var frozen = state
    frozen.apply(.rollFrozen(RollFrozen(digest: "", voters: 9, candidates: [:])), at: Instant(seconds: 0))
    #expect(throws: Refusal.proxyRefused([.notInThisVote])) {
      try frozen.decide(.registerProxy(principal: 1, agent: 2, relation: .villager, today: plan.day))
    }
  }

  @Test("A list of proxies that was posted too late is no list")
  func lateList() throws {
    let plan = try Self.read(Self.yaml("villageCommittee", pack: nil, seats: 3))
    var state = ElectionState(ElectionCreated(plan: plan, planDigest: "", packDigest: ""))
    func at(_ days: Int) -> Instant { Instant(seconds: (plan.day.daysSince1970 + days) * 86_400) }
    let proxy = Proxy(
      certificate: 1, principal: 3, agent: 4, relation: .villager, accepted: plan.day.adding(days: -5))
    state.apply(.proxyRegistered(proxy), at: at(-5))
    #expect(state.postedProxies.isEmpty)
    let list = Event.bulletinIssued(BulletinIssued(code: "B19", number: 1, digest: ""))
    for (days, posted) in [(-1, Set([1])), (0, [])] {
      var posting = state
      posting.apply(list, at: at(days))
      #expect(posting.postedProxies == posted)
    }
  }

  @Test("Equal tables of holidays have equal bytes, whatever their order")
  func holidays() throws {
    func plan(_ days: String) throws -> String {
      JSON(
        encoding: try Self.read(
          Self.yaml(
            "villageCommittee", pack: nil, seats: 3, more: "holidays: {off: [\(days)], weekends: true}"))
      ).canonical
    }
    let one = try plan("2027-05-01, 2027-05-02, 2027-05-03, 2027-01-01")
    #expect(one == (try plan("2027-01-01, 2027-05-03, 2027-05-01, 2027-05-02")))
    let json = try JSON(parsing: one)
    #expect(JSON(encoding: try json.decode(Plan.self)).canonical == one)
  }
}
