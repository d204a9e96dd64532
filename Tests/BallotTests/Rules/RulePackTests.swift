import Ballot
import Testing

@Suite("Rule packs")
struct RulePackTests {
  private static let ids = ["CQ-V-2018", "CQ-V-2026", "CQ-R-2018", "CQ-R-2026", "OWN-2021"]

  @Test("Every pack that ships can be read whole, and its kinds lead somewhere", arguments: ids)
  func whole(id: String) throws {
    let file = try #require(RulePack.files[id])
    let pack = try RulePack(file: file)
    #expect(pack.id == id)
    #expect(!pack.knownKinds.isEmpty)
    for kind in pack.knownKinds {
      let rules = try #require(pack.rules(for: kind))
      #expect(rules.isComplete, "\(kind)")
      let procedure = try #require(pack.procedure(for: kind), "\(kind)")
      #expect(procedure.isOrdered)
      #expect(procedure.steps.last?.stage == .archived)
      for step in procedure.steps {
        for deadline in [step.latest?.value, step.earliest?.value].compactMap(\.self) {
          #expect(deadline.days(pack) != nil, "\(step.stage): \(deadline)")
          if case .end(let stage) = deadline.anchor { #expect(procedure.step(stage) != nil) }
        }
        if let missed = step.missed { #expect(pack.rule(of: missed) != nil) }
      }
      if let code = AnomalyCode(rawValue: rules.turnoutAnomaly) { #expect(pack.rule(of: code) != nil) }
    }
  }

  @Test("No key of a file is unknown to the reader", arguments: ids)
  func nothingLost(id: String) throws {
    let file = try #require(RulePack.files[id])
    let read = try JSON(parsing: file)
    #expect(JSON(encoding: try RulePack(file: file)) == read)
  }

  @Test("Every rule has a source; what has none is an assumption", arguments: ids)
  func sourced(id: String) throws {
    let rules = Self.rules(try JSON(parsing: try #require(RulePack.files[id])))
    #expect(rules.count > 50)
    for (source, confidence) in rules {
      #expect(!source.isEmpty)
      if source.hasPrefix("U") || source.hasPrefix("MCA-recall") {
        #expect(confidence == "assumption", "\(source)")
      }
    }
  }

  private static func rules(_ json: JSON) -> [(String, String)] {
    if let source = json["source"]?.string, let confidence = json["confidence"]?.string {
      return [(source, confidence)]
    }
    return (json.members.map { Array($0.values) } ?? json.elements ?? []).flatMap(rules)
  }

  @Test(
    "The pack is chosen by election day",
    arguments: [
      ("2025-12-31", RuleFamily.village, "CQ-V-2018"), ("2026-01-01", .village, "CQ-V-2026"),
      ("2025-12-31", .residents, "CQ-R-2018"), ("2026-01-01", .residents, "CQ-R-2026"),
      ("2021-01-01", .owners, "OWN-2021"),
    ])
  func byDay(day: String, family: RuleFamily, id: String) throws {
    #expect(RulePack.inForce(on: try #require(Day(iso: day)), family: family)?.id == id)
  }

  @Test("Before the first law that ships there is no pack")
  func tooEarly() throws {
    #expect(RulePack.inForce(on: try #require(Day(iso: "2018-12-28")), family: .village) == nil)
    #expect(RulePack.inForce(on: try #require(Day(iso: "2020-12-31")), family: .owners) == nil)
  }

  @Test("A kind that villages and communities share needs its pack named")
  func shared() throws {
    let day = try #require(Day(iso: "2027-05-18"))
    #expect(RulePack.inForce(on: day, kind: .villageCommittee).map(\.id) == ["CQ-V-2026"])
    #expect(RulePack.inForce(on: day, kind: .recall).map(\.id) == ["CQ-V-2026", "CQ-R-2026"])
  }

  @Test("What changed in 2026 is in the packs")
  func changed() throws {
    let old = try #require(RulePack.named("CQ-V-2018"))
    let new = try #require(RulePack.named("CQ-V-2026"))
    #expect(old.proxyAgentScope.value == .nearRelative)
    #expect(new.proxyAgentScope.value == .nearRelativeOrVillager)
    #expect(old.negativeList.value.isEmpty)
    #expect(new.negativeList.value.contains(.clanActivity))
    #expect(try #require(RulePack.named("CQ-R-2026")).negativeList.value.contains(.clanActivity) == false)
  }
}

@Suite("Choices of the meeting")
struct LocalChoicesTests {
  private static let day = ("rollPostingLeadDays", 10)

  @Test("A choice within the pack's limits replaces the default and says so")
  func adopted() throws {
    let pack = try #require(RulePack.named("CQ-V-2026"))
    let choices = LocalChoices(
      overvoteScope: .ballot, numbers: ["minSurplusPerPost": 2, "runoffWindowDays": 0])
    let adopted = try pack.adopting(choices)
    #expect(adopted.overvoteScope.value == .ballot)
    #expect(adopted.overvoteScope.confidence == .adopted)
    #expect(adopted.minSurplusPerPost.value == 2)
    #expect(adopted.runoffWindowDays.value == 0)
    #expect(adopted.samePersonTwoPosts == pack.samePersonTwoPosts)
  }

  @Test(
    "A choice that the law does not leave is refused with its reason",
    arguments: [
      (LocalChoices(numbers: ["rollPostingLeadDays": 10]), ChoiceRefusal.Reason.notAdjustable),
      (LocalChoices(numbers: ["proxyMaxPrincipals": 4]), .notAdjustable),
      (LocalChoices(numbers: ["minSurplusPerPost": 0]), .outOfRange(allowed: ["1", "3"])),
      (
        LocalChoices(womenSeat: WomenSeatRule.none),
        .outOfRange(allowed: ["priorityThenReserve", "separateSeat"])
      ),
      (LocalChoices(numbers: ["seatsOnTheMoon": 1]), .unknown),
    ])
  func refused(choices: LocalChoices, reason: ChoiceRefusal.Reason) throws {
    let pack = try #require(RulePack.named("CQ-V-2026"))
    #expect(pack.refusals(of: choices).map(\.reason) == [reason])
    #expect(throws: ChoiceRefusal.self) { try pack.adopting(choices) }
  }

  @Test("Choices that were not made are not written into a plan")
  func unmade() {
    #expect(JSON(encoding: LocalChoices()) == .object([:]))
  }
}

@Suite("Texts of rules")
struct RuleTexts {
  @Test(
    "A share reads what it writes", arguments: ["> 1/2 adults", ">= 2/3 households", "plurality returned"])
  func share(text: String) throws { #expect(try #require(Share(text)).description == text) }

  @Test(
    "A deadline reads what it writes",
    arguments: ["electionDay", "electionDay - rollPostingLeadDays", "declared + 10"])
  func deadline(text: String) throws { #expect(try #require(Deadline(text)).description == text) }

  @Test(
    "Anything else is refused",
    arguments: ["", "1/2", "> 1/2", "> 1/2 moons", "> 3/2 roll", "electionDay * 3", "never - 3"])
  func refused(text: String) {
    #expect(Share(text) == nil)
    if text != "" { #expect(Deadline(text) == nil) }
  }
}
