/// What has to be known of persons before it is settled who is in (RULES §5.3, step 6).
package struct PersonFacts: Sendable, Equatable {
  /// Why somebody cannot hold a post (A11).
  package enum Unfit: Hashable, Sendable {
    case negativeList(NegativeListItem)
    case notOnRoll
    case underAge
    /// Sits on the supervision body.
    case supervisionBody
  }

  package var sexes: [PersonID: Sex]
  package var unfit: [PersonID: Set<Unfit>]
  private var relatives: [PersonID: Set<PersonID>] = [:]
  /// Who is in office already and stays, such as the winners of the vote before a runoff.
  package var inOffice: [PersonID]

  package init(
    sexes: [PersonID: Sex] = [:], unfit: [PersonID: Set<Unfit>] = [:],
    relatives: [(PersonID, PersonID)] = [], inOffice: [PersonID] = []
  ) {
    self.sexes = sexes
    self.unfit = unfit
    self.inOffice = inOffice
    for (one, other) in relatives {
      self.relatives[one, default: []].insert(other)
      self.relatives[other, default: []].insert(one)
    }
  }

  /// Near relatives of a person: spouse, parents, children, siblings, grandparents, grandchildren (CC 1045).
  package func relatives(of person: PersonID) -> Set<PersonID> { relatives[person] ?? [] }
  package func isUnfit(_ person: PersonID) -> Bool { !(unfit[person] ?? []).isEmpty }
  package func isWoman(_ person: PersonID) -> Bool { sexes[person] == .female }
}

/// Somebody over the threshold who is not in all the same, and why.
package struct PassedOver: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case unfit(Set<PersonFacts.Unfit>)
    /// A near relative holds a higher post or has more votes.
    case nearRelative(of: PersonID)
    /// A woman over half took the last seat first (A10).
    case womanFirst(PersonID)
    /// The last seat is kept for a runoff among women (A10).
    case seatReserved
  }

  package let person: PersonID
  package let post: PostID
  package let reason: Reason
}

/// Persons who are voted on again for a number of seats.
package struct Tie: Sendable, Equatable {
  package enum Cause: Sendable, Equatable { case equalVotes, nearRelatives }

  package let persons: [PersonID]
  package let seats: Int
  package let cause: Cause

  package init(persons: [PersonID], seats: Int, cause: Cause) {
    self.persons = persons
    self.seats = seats
    self.cause = cause
  }
}
