/// The members of a representatives' meeting (RULES §2.1: four fifths representatives, one third women).
package struct Assembly: Sendable, Equatable {
  /// Members of the committee who sit in it by office.
  package let committeeMembers: Int
  package let representatives: Int
  package let womenRepresentatives: Int

  package init(committeeMembers: Int, representatives: Int, womenRepresentatives: Int) {
    self.committeeMembers = committeeMembers
    self.representatives = representatives
    self.womenRepresentatives = womenRepresentatives
  }

  package var members: Int { committeeMembers + representatives }

  /// Whether it is composed as the law asks.
  package func checks(_ pack: RulePack) -> [RuleCheck] {
    [
      RuleCheck(
        .representativesShare, representatives, of: members, .members, pack.representativesShare.value,
        source: pack.representativesShare.source),
      RuleCheck(
        .womenRepresentatives, womenRepresentatives, of: members, .members,
        pack.womenRepresentativesShare.value, source: pack.womenRepresentativesShare.source),
    ]
  }
}

/// The supervision committee as chosen, to be checked before it is declared.
package struct SupervisionCommittee: Sendable, Equatable {
  package enum Problem: Hashable, Sendable {
    case size(Int, least: Int, most: Int)
    case headsNotOne(Int)
    /// Nobody knows accounting or management.
    case nobodySkilled
    case sitsOnCommittee(PersonID)
    case nearRelativeOfCommittee(PersonID, PersonID)
    case duplicate(PersonID)
  }

  package let heads: [PersonID]
  package let members: [PersonID]
  /// Those who know accounting or management.
  package let skilled: Set<PersonID>

  package init(heads: [PersonID], members: [PersonID], skilled: Set<PersonID>) {
    self.heads = heads
    self.members = members
    self.skilled = skilled
  }

  /// Everything wrong with it, given the committee that it watches.
  package func problems(_ rules: KindRules, committee: Set<PersonID>, facts: PersonFacts) -> [Problem] {
    let all = heads + members
    var problems: [Problem] = []
    if let least = rules.seats.value.first, let most = rules.seats.value.last,
      all.count < least || all.count > most
    {
      problems.append(.size(all.count, least: least, most: most))
    }
    if heads.count != 1 { problems.append(.headsNotOne(heads.count)) }
    if skilled.isDisjoint(with: all) { problems.append(.nobodySkilled) }
    var seen: Set<PersonID> = []
    for person in all {
      if !seen.insert(person).inserted { problems.append(.duplicate(person)) }
      if committee.contains(person) { problems.append(.sitsOnCommittee(person)) }
      for relative in facts.relatives(of: person).intersection(committee).sorted() {
        problems.append(.nearRelativeOfCommittee(person, relative))
      }
    }
    return problems
  }
}

extension KindRules {
  /// What is wrong with the number of seats of a body; nil when it may be so.
  package func seatsProblem(_ seats: Int) -> PlanProblem.Reason? {
    guard let least = self.seats.value.first, let most = self.seats.value.last else { return nil }
    if !(least...max(least, most)).contains(seats) { return .seatTotal(seats, least: least, most: most) }
    return oddSeats.value && seats.isMultiple(of: 2) ? .seatsEven(seats) : nil
  }
}
