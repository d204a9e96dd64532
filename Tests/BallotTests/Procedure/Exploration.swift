import Ballot
import Testing

/// A procedure small enough to be walked in every possible order.
private struct SmallElection: Hashable {
  var stage: Int
  var facts: Set<Fact>
  var bulletins: Set<String>
  /// Nil, open, submitted, authorised.
  var anomaly: Int

  static let day = Day(daysSince1970: 20_957)
  static let first = Fact.planApproved
  static let steps: [ProcedureStep] = [
    ProcedureStep(stage: .prepare, needs: rule([.seatsDecided]), bulletins: ["B00"]),
    ProcedureStep(stage: .planAdopted, needs: rule([.planApproved, .noticeGiven])),
    ProcedureStep(stage: .repsElected, needs: rule([.womenShareMet]), isOptional: true),
    ProcedureStep(stage: .dayPrepared, needs: rule([.placesReady]), bulletins: ["B16"]),
    ProcedureStep(stage: .archived, needs: rule([.archiveComplete])),
  ]

  static func rule(_ facts: [Fact]) -> Ruled<[Fact]> { Ruled(facts, source: "test", confidence: .law) }

  static let start = SmallElection(stage: -1, facts: [], bulletins: [], anomaly: 0)

  func calendar(_ pack: RulePack) throws -> Calendar {
    var facts = ProcedureFacts(stage: stage < 0 ? nil : Self.steps[stage].stage)
    facts.held = Dictionary(uniqueKeysWithValues: self.facts.map { ($0, Self.day) })
    facts.bulletins = Dictionary(uniqueKeysWithValues: bulletins.map { ($0, Self.day) })
    if stage >= 0 { facts.entered[Self.steps[stage].stage] = Self.day }
    if anomaly > 0 {
      facts.anomalies.raise(.stockUnexplained, detail: "", under: pack.rule(of: .stockUnexplained), at: nil)
    }
    if anomaly > 1 { try facts.anomalies.submit(1, evidence: ["ab"]) }
    if anomaly > 2 { try facts.anomalies.authorise(1, action: .continue, authorisation: "1") }
    return Calendar(
      procedure: Procedure(name: "small", steps: Self.steps), pack: pack, electionDay: Self.day, facts: facts,
      today: Self.day)
  }

  /// Everything that can happen next, lawful or not; advancing only as the calendar lets.
  func successors(_ pack: RulePack) throws -> [SmallElection] {
    var next: [SmallElection] = []
    for fact in Self.steps.flatMap(\.needs.value) where !facts.contains(fact) {
      var after = self
      after.facts.insert(fact)
      next.append(after)
    }
    for code in ["B00", "B16"] where !bulletins.contains(code) {
      var after = self
      after.bulletins.insert(code)
      next.append(after)
    }
    if anomaly < 3 {
      var after = self
      after.anomaly += 1
      next.append(after)
    }
    let calendar = try calendar(pack)
    for (index, step) in Self.steps.enumerated()
    where index > stage && calendar.locks(before: step.stage).isEmpty {
      var after = self
      after.stage = index
      next.append(after)
    }
    return next
  }
}

@Suite("No dead end and no way around a gate")
struct Exploration {
  @Test("Every state of a small election is explored")
  func small() throws {
    let pack = try #require(RulePack.named("CQ-V-2026"))
    var seen: Set<SmallElection> = [.start]
    var queue = [SmallElection.start]
    var before: [SmallElection: [SmallElection]] = [:]
    var ends: [SmallElection] = []
    while let state = queue.popLast() {
      for after in try state.successors(pack) {
        if after.stage > state.stage {
          #expect(state.anomaly == 0 || state.anomaly == 3, "an open anomaly was stepped over")
          for step in SmallElection.steps.prefix(after.stage)
          where !step.isOptional
            || step.stage == SmallElection.steps[max(0, state.stage)].stage && state.stage >= 0
          {
            #expect(state.facts.isSuperset(of: step.needs.value), "a gate of \(step.stage) was stepped over")
            #expect(state.bulletins.isSuperset(of: step.bulletins))
          }
        }
        before[after, default: []].append(state)
        if seen.insert(after).inserted { queue.append(after) }
      }
      if try state.calendar(pack).isComplete { ends.append(state) }
    }
    #expect(seen.count > 500)
    #expect(!ends.isEmpty)
    var canEnd = Set(ends)
    var back = ends
    while let state = back.popLast() {
      for earlier in before[state] ?? [] where canEnd.insert(earlier).inserted { back.append(earlier) }
    }
    #expect(canEnd == seen, "\(seen.subtracting(canEnd).count) dead ends")
  }

  private static let procedures: [(String, ElectionKind)] = RulePack.all.values.sorted { $0.id < $1.id }
    .flatMap { pack in
      pack.knownKinds.map { (pack.id, $0) }
    }

  @Test("Every kind of every pack reaches its archive, and no step can be left out", arguments: procedures)
  func everyKind(id: String, kind: ElectionKind) throws {
    let pack = try #require(RulePack.named(id))
    let procedure = try #require(pack.procedure(for: kind))
    let electionDay = Day(daysSince1970: 20_957)
    var facts = ProcedureFacts()
    var today = electionDay.adding(days: -60)
    for step in procedure.steps where !step.isOptional {
      func calendar() -> Calendar {
        Calendar(procedure: procedure, pack: pack, electionDay: electionDay, facts: facts, today: today)
      }
      if step.stage >= .polling { today = max(today, electionDay) }
      let locks = calendar().locks(before: step.stage)
      #expect(locks.isEmpty, "\(step.stage): \(locks)")
      #expect(calendar().next?.stage == step.stage)
      facts.stage = step.stage
      facts.entered[step.stage] = today
      let later = procedure.steps.filter { $0.stage > step.stage && !$0.isOptional }
      for need in step.needs.value {
        if need.witness == .calendar { continue }
        for ahead in later { #expect(!calendar().locks(before: ahead.stage).isEmpty) }
        facts.held[need] = today
      }
      for code in step.bulletins {
        for ahead in later { #expect(!calendar().locks(before: ahead.stage).isEmpty) }
        facts.bulletins[code] = today
      }
      if step.stage == .rollPosted { today = today.adding(days: 6) }
    }
    let end = Calendar(procedure: procedure, pack: pack, electionDay: electionDay, facts: facts, today: today)
    #expect(end.isComplete)
    #expect(end.next == nil)
  }

  @Test("A walk of any order through the whole committee procedure never passes a gate", arguments: 1...30)
  func walks(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let pack = try #require(RulePack.named("CQ-V-2026"))
    let procedure = try #require(pack.procedure(for: .villageCommittee))
    let electionDay = Day(daysSince1970: 20_957)
    var facts = ProcedureFacts()
    var today = electionDay.adding(days: -40)
    let all = procedure.steps.flatMap(\.needs.value)
    let codes = procedure.steps.flatMap(\.bulletins)
    for _ in 0..<600 {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<5:
        if let fact = all.randomElement(using: &generator) { facts.held[fact] = facts.held[fact] ?? today }
      case 5..<8:
        if let code = codes.randomElement(using: &generator) {
          facts.bulletins[code] = facts.bulletins[code] ?? today
        }
      case 8: if Int.random(in: 0..<8, using: &generator) == 0 { today = today.adding(days: 1) }
      default:
        let calendar = Calendar(
          procedure: procedure, pack: pack, electionDay: electionDay, facts: facts, today: today)
        guard let step = procedure.steps.randomElement(using: &generator),
          step.stage > facts.stage ?? .prepare,
          calendar.locks(before: step.stage).isEmpty
        else { continue }
        for earlier in procedure.steps(before: step.stage) where !earlier.isOptional {
          #expect(earlier.needs.value.allSatisfy { calendar.held($0) != nil })
          #expect(earlier.bulletins.allSatisfy { facts.bulletins[$0] != nil })
          if earlier.missed == .deadlineMissed { #expect(calendar.lateness(of: earlier) == nil) }
        }
        facts.stage = step.stage
        facts.entered[step.stage] = today
      }
    }
    #expect(facts.held.count > 10)
  }
}
