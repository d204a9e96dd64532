/// What was found out about a person before or after the vote, by roll number (RULES §5.3, step 6).
package struct PersonNoted: Codable, Sendable, Equatable {
  package enum Unfit: String, Codable, Sendable, CaseIterable {
    case expelledFromParty, criminalPunishment, clanActivity, criminalGangs, illegalReligionOrCult
    case supervisionBody
  }

  package let roll: Int
  /// Why the person cannot hold a post; nil when the note is about something else.
  package let unfit: Unfit?
  /// A near relative's roll number.
  package let relative: Int?
  /// Whether the person is in office and stays.
  package let inOffice: Bool?
  /// True for a correction: the note no longer holds.
  package let withdrawn: Bool?

  package init(
    roll: Int, unfit: Unfit? = nil, relative: Int? = nil, inOffice: Bool? = nil, withdrawn: Bool? = nil
  ) {
    self.roll = roll
    self.unfit = unfit
    self.relative = relative
    self.inOffice = inOffice
    self.withdrawn = withdrawn
  }

  /// The same note, standing.
  fileprivate var standing: PersonNoted {
    PersonNoted(roll: roll, unfit: unfit, relative: relative, inOffice: inOffice)
  }
}

/// All notes that stand.
package struct PersonNotes: Sendable, Equatable {
  package private(set) var notes: [PersonNoted] = []

  package init() {}

  mutating func take(_ note: PersonNoted) {
    notes.removeAll { $0 == note.standing }
    if note.withdrawn != true { notes.append(note.standing) }
  }

  /// The notes as the rules of composition take them, with everybody's sex from the roll.
  package func facts(sexes: [PersonID: Sex]) -> PersonFacts {
    var unfit: [PersonID: Set<PersonFacts.Unfit>] = [:]
    for note in notes {
      if let reason = note.unfit { unfit[PersonID(roll: note.roll), default: []].insert(reason.fact) }
    }
    return PersonFacts(
      sexes: sexes, unfit: unfit,
      relatives: notes.compactMap { note in
        note.relative.map { (PersonID(roll: note.roll), PersonID(roll: $0)) }
      },
      inOffice: notes.filter { $0.inOffice == true }.map { PersonID(roll: $0.roll) })
  }
}

extension PersonNoted.Unfit {
  /// The reason as the rules of composition name it.
  package var fact: PersonFacts.Unfit {
    switch self {
    case .expelledFromParty: .negativeList(.expelledFromParty)
    case .criminalPunishment: .negativeList(.criminalPunishment)
    case .clanActivity: .negativeList(.clanActivity)
    case .criminalGangs: .negativeList(.criminalGangs)
    case .illegalReligionOrCult: .negativeList(.illegalReligionOrCult)
    case .supervisionBody: .supervisionBody
    }
  }
}
