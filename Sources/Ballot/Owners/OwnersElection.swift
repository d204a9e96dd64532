/// The slips of an owners' election: whom each owner who took part supports.
package struct OwnersElection: Sendable, Equatable {
  package struct Result: Sendable, Equatable {
    package let participation: [RuleCheck]
    /// Each candidate's agreement by area and by head.
    package let candidates: [PersonID: [RuleCheck]]
    package let elected: [PersonID]
    package let tied: [PersonID]
    package let tiedSeats: Int
    package let vacant: Int
    package let anomaly: AnomalyCode?
  }

  package let seats: Int
  package let candidates: [PersonID]
  /// Owners who returned a slip, with the persons chosen; more than seats makes a slip void, not absent.
  package let slips: [OwnerID: Set<PersonID>]
  /// The class of Civil Code 278 that is decided; nil for an election.
  package let matter: Int?

  package init(
    seats: Int, candidates: [PersonID], slips: [OwnerID: Set<PersonID>], matter: Int? = nil
  ) {
    self.seats = seats
    self.candidates = candidates
    self.slips = slips
    self.matter = matter
  }

  /// Counts the slips: who has both halves is ranked by heads, then by area.
  package func decide(_ rules: OwnersRules, _ register: OwnersRegister) -> Result {
    let total = OwnersWeight(area: register.area, heads: register.heads)
    let participating = register.weight(of: slips.keys)
    let participation = rules.participation(participating, of: total)
    let support = Dictionary(
      candidates.map { ($0, weight(for: $0, register)) }, uniquingKeysWith: { first, _ in first })
    let checks = support.mapValues {
      rules.agreement(matter: matter ?? rules.electionMatter.value, $0, of: participating)
    }
    guard participation.allSatisfy(\.holds) else {
      return Result(
        participation: participation, candidates: checks, elected: [], tied: [], tiedSeats: 0, vacant: seats,
        anomaly: .ownersAbsent)
    }
    let over = support.filter { person, _ in checks[person]?.allSatisfy(\.holds) ?? false }
    return ranked(over, participation, checks)
  }

  private func weight(for person: PersonID, _ register: OwnersRegister) -> OwnersWeight {
    register.weight(of: slips.filter { $0.value.contains(person) && $0.value.count <= seats }.keys)
  }

  private func ranked(
    _ over: [PersonID: OwnersWeight], _ participation: [RuleCheck], _ checks: [PersonID: [RuleCheck]]
  ) -> Result {
    func rank(_ weight: OwnersWeight) -> (Int, Int) { (weight.heads, weight.area.rawValue) }
    let order = over.sorted {
      rank($0.value) != rank($1.value) ? rank($0.value) > rank($1.value) : $0.key < $1.key
    }
    var elected = order.prefix(seats).map(\.key)
    var tied: [PersonID] = []
    if order.count > seats, seats > 0, rank(order[seats].value) == rank(order[seats - 1].value) {
      let last = rank(order[seats].value)
      elected = order.filter { rank($0.value) > last }.map(\.key)
      tied = order.filter { rank($0.value) == last }.map(\.key)
    }
    let tiedSeats = tied.isEmpty ? 0 : seats - elected.count
    let vacant = seats - elected.count - tiedSeats
    return Result(
      participation: participation, candidates: checks, elected: elected, tied: tied, tiedSeats: tiedSeats,
      vacant: vacant, anomaly: !tied.isEmpty ? .tie : vacant > 0 ? .seatsUnfilled : nil)
  }
}
